import { NginxProxy } from '../nginx'
import { Caseboard } from './driver/caseboard'
import { Server } from './driver/server'
import { expect, test } from './driver/test'
import { Wall, wallAddress } from './driver/wall'

test.use({ ignoreHTTPSErrors: true })

test('behind two proxies with TLS and HTTP/2 the page opens, a wall is joined and its cookie is secure', async ({
  page,
}) => {
  const server = await Server.launch({ environment: { CASEBOARD_PROXIES: '2' } })
  const proxy = await NginxProxy.launch(server.origin)
  try {
    const caseboard = new Caseboard(page, proxy.origin)
    const answer = await page.request.get(proxy.origin)
    expect(answer.headers()['content-security-policy']).toContain('upgrade-insecure-requests')
    await caseboard.openReady()
    const protocols = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap((entry) => (entry instanceof PerformanceResourceTiming ? entry.nextHopProtocol : [])),
    )
    expect(new Set(protocols.filter((each) => each !== ''))).toEqual(new Set(['h2']))
    const wall = new Wall(page, proxy.origin)
    await wall.openJoined(wallAddress)
    expect(await wall.code()).toHaveLength(8)
    const cookies = await page.context().cookies(`${proxy.origin}/control`)
    expect(cookies.map(({ secure, httpOnly, path }) => ({ secure, httpOnly, path }))).toEqual([
      { secure: true, httpOnly: true, path: '/control' },
    ])
    expect([...caseboard.foreignRequests, ...caseboard.complaints, ...wall.complaints]).toEqual([])
  } finally {
    await proxy.close()
    await server.close()
  }
})

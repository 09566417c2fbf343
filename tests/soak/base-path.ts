import { spawnSync } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { Server } from '../e2e/driver/server'
import { NginxProxy } from '../nginx'
import { exactly, type Finding, told } from './finding'
import { ReleaseFolder } from './releases'
import { CASE, launchBrowser } from './wall-page'

const PATH = '/maps'
const LIMIT_MS = 90_000
/** The project's own build, while another one is made. */
const KEPT = '.next-kept'

/** Builds for a path, and puts the project's own build back. */
function buildBelow(path: string): ReleaseFolder {
  renameSync('.next', KEPT)
  try {
    const environment = { ...process.env, CASEBOARD_BASE_PATH: path }
    const { status } = spawnSync('npm', ['run', '-s', 'build'], { env: environment, stdio: 'ignore' })
    if (status !== 0 || !existsSync('.next/BUILD_ID')) throw new Error(`the build for ${path} failed`)
    return new ReleaseFolder()
  } finally {
    spawnSync('rm', ['-rf', '.next'])
    renameSync(KEPT, '.next')
  }
}

/** Addresses in a page that lead out of the path on its own origin. */
function listAstray(page: Page): Promise<string[]> {
  return page.evaluate(
    (path) =>
      [...document.querySelectorAll<HTMLElement>('a[href], link[href]:not([rel=preconnect]), img[src], script[src]')]
        .map((element) => new URL(element.getAttribute('href') ?? element.getAttribute('src') ?? '', location.href))
        .filter(
          (address) =>
            address.origin === location.origin && !address.pathname.startsWith(`${path}/`) && address.pathname !== path,
        )
        .map(({ href }) => href),
    PATH,
  )
}

/** Opens every view of a build for a path through two proxies, with TLS and HTTP/2. */
export async function soakBasePath(): Promise<Finding[]> {
  const folder = buildBelow(PATH)
  const server = await Server.launch({ folder: folder.path, path: PATH, environment: { CASEBOARD_PROXIES: '2' } })
  const proxy = await NginxProxy.launch(server.origin)
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    const [outside, failed, astray]: [string[], string[], string[]] = [[], [], []]
    page.on('request', (request) => {
      const { protocol, pathname } = new URL(request.url())
      if (protocol.startsWith('http') && !pathname.startsWith(PATH)) outside.push(request.url())
    })
    page.on('response', (answer) => {
      // A remote that nobody has paired asks whether it is.
      if (answer.status() >= 400 && answer.status() !== 401) failed.push(`${answer.status()} ${answer.url()}`)
    })
    page.on('pageerror', (error) => failed.push(String(error)))
    let opened = 0
    const open = async (view: string, waitFor: string) => {
      await page.goto(`${proxy.origin}${PATH}${view}`)
      await page.locator(waitFor).first().waitFor({ timeout: LIMIT_MS })
      astray.push(...(await listAstray(page)))
      opened += 1
    }
    const ready = 'section[aria-label="Map"][data-state="ready"]'
    await open('', ready)
    await open(`/cases/${CASE}?place=UA-65`, ready)
    await open(`/embed/${CASE}`, ready)
    await open(`/print/${CASE}`, 'main img')
    await open('/remote', 'main input')
    await open(`/wall/${CASE}`, 'main[data-connection="joined"]')
    await page.locator(ready).first().waitFor({ timeout: LIMIT_MS })
    const cookies = await context.cookies(`${proxy.origin}${PATH}/control`)
    await page.keyboard.press('c')
    const card = page.locator('text=/\\/maps\\/remote/').first()
    await card.waitFor({ timeout: LIMIT_MS })
    for (const each of [...outside, ...failed, ...astray]) console.log(`  ${each}`)
    return [
      told('views opened below a path, behind two proxies with TLS and HTTP/2', opened, ''),
      exactly('requests that left the path', outside.length, 0),
      exactly('addresses in the pages that lead out of it', astray.length, 0),
      exactly('requests that failed, and errors of the pages', failed.length, 0),
      exactly(
        'cookies that are secure and only for the control below the path',
        cookies.filter(({ secure, path }) => secure && path === `${PATH}/control`).length,
        1,
      ),
    ]
  } finally {
    await browser.close()
    await proxy.close()
    await server.close()
    folder.remove()
  }
}

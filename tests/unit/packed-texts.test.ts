import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leadToPacked, packedAddresses } from '@/lib/server/packed-texts'

const script = '/_next/static/chunks/a.js'
const packed = new Set([script, '/_next/static/media/worker.mjs', '/_next/static/chunks/a.css'])

function asked(url: string, accepts?: string) {
  const headers: Record<string, string> = {}
  const request = { url, headers: accepts === undefined ? {} : { 'accept-encoding': accepts } }
  const setHeader = (name: string, value: unknown) => {
    headers[name] = String(value)
  }
  leadToPacked(request, { setHeader } as unknown as Parameters<typeof leadToPacked>[1], packed)
  return { url: request.url, headers }
}

describe('a script or a sheet of the build', () => {
  it('is sent packed to a browser that can unpack it, as what it is', () => {
    expect(asked(script, 'gzip, deflate, br, zstd')).toEqual({
      url: `${script}.br`,
      headers: {
        vary: 'Accept-Encoding',
        'content-encoding': 'br',
        'content-type': 'application/javascript; charset=UTF-8',
      },
    })
    expect(asked('/_next/static/chunks/a.css?dpl=1', 'br').url).toBe('/_next/static/chunks/a.css.br?dpl=1')
    expect(asked(script, 'gzip;q=0.5, br;q=0.9').url).toBe(`${script}.br`)
    expect(asked('/_next/static/chunks/a.css', 'br').headers['content-type']).toBe('text/css; charset=UTF-8')
  })

  it.each(['gzip, deflate', 'gzip, br;q=0', 'br; q=0.0, gzip', '', undefined])(
    'is left to Next for one that accepts %o',
    (accepts) => {
      expect(asked(script, accepts)).toEqual({ url: script, headers: { vary: 'Accept-Encoding' } })
    },
  )

  it.each(['/_next/static/chunks/gone.js', '/', '/api/cases'])('is not what %s leads to', (url) => {
    expect(asked(url, 'br')).toEqual({ url, headers: {} })
  })
})

describe('what a build has packed', () => {
  it('is known by its addresses', () => {
    const build = mkdtempSync(join(tmpdir(), 'caseboard-build-'))
    try {
      mkdirSync(join(build, 'static', 'chunks'), { recursive: true })
      for (const name of ['a.js', 'a.js.br', 'b.js']) writeFileSync(join(build, 'static', 'chunks', name), '')
      expect([...packedAddresses(build)]).toEqual([script])
    } finally {
      rmSync(build, { recursive: true })
    }
  })

  it('is nothing where there is none', () => expect(packedAddresses('/nowhere').size).toBe(0))
})

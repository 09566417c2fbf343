import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chromiumArguments, kioskFlags } from '@/lib/kiosk/chromium-flags'
import { DevtoolsPipe, type PipeMessage, readMessages } from '@/lib/kiosk/devtools-pipe'
import { waitingPage } from '@/lib/kiosk/wait-for-server'
import { findTab, judgeEvent, judgePlace, readAttached } from '@/lib/kiosk/watch-wall'
import { readUnit } from '../e2e/driver/supervisor'

const tab = { sessionId: 'S', targetId: 'T' }
const origin = 'http://wall.example:3000'
const at = (value: string): PipeMessage => ({ id: 1, result: { result: { type: 'string', value } } })

describe('the flags of a kiosk', () => {
  it('name no flag twice', () => {
    const names = kioskFlags.map(({ flag }) => flag.split('=')[0])
    expect(new Set(names).size).toBe(names.length)
  })

  it('are followed by the profile, the machine’s own and the address', () => {
    const all = chromiumArguments({ profile: '/p', address: 'data:,', extra: ' --a  --b=c ' })
    expect(all.slice(kioskFlags.length)).toEqual([
      '--user-data-dir=/p',
      '--remote-debugging-pipe',
      '--a',
      '--b=c',
      'data:,',
    ])
  })
})

describe('readMessages', () => {
  it('puts messages together from pieces of any size', () => {
    const messages = fc.array(fc.record({ id: fc.nat(), method: fc.string({ unit: 'binary' }) }))
    fc.assert(
      fc.property(messages, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sent, sizes) => {
        const bytes = Buffer.from(sent.map((message) => `${JSON.stringify(message)}\0`).join(''))
        const got: PipeMessage[] = []
        const feed = readMessages((message) => got.push(message))
        for (let from = 0, turn = 0; from < bytes.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1
          feed(bytes.subarray(from, from + size))
          from += size
        }
        expect(got).toEqual(JSON.parse(JSON.stringify(sent)))
      }),
    )
  })

  it('passes over what is no message', () => {
    const got: PipeMessage[] = []
    readMessages((message) => got.push(message))(Buffer.from('{"id":\0 7\0{"id":"one"}\0{"id":1}\0'))
    expect(got).toEqual([{ id: 1 }])
  })
})

describe('a devtools pipe', () => {
  it('gives each question its own answer', async () => {
    const [to, from] = [new PassThrough(), new PassThrough()]
    const pipe = new DevtoolsPipe(to, from)
    const both = Promise.all([pipe.ask('A', {}, 1000), pipe.ask('B', {}, 1000)])
    from.write('{"id":2,"result":{"b":1}}\0{"id":1,"result":{"a":1}}\0')
    expect(await both).toEqual([
      { id: 1, result: { a: 1 } },
      { id: 2, result: { b: 1 } },
    ])
  })

  it('does not wait for ever', async () => {
    expect(await new DevtoolsPipe(new PassThrough(), new PassThrough()).ask('A', {}, 1)).toBeNull()
  })

  it('finds the page among what the browser attaches', async () => {
    const [to, from] = [new PassThrough(), new PassThrough()]
    const found = findTab(new DevtoolsPipe(to, from))
    const attached = (sessionId: string, type: string) =>
      `${JSON.stringify({ method: 'Target.attachedToTarget', params: { sessionId, targetInfo: { targetId: 'T', type } } })}\0`
    from.write(`{"id":1,"result":{}}\0${attached('W', 'worker')}${attached('S', 'page')}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
    from.write('{"id":2,"result":{}}\0')
    expect(await found).toEqual(tab)
  })
})

describe('what is wrong with a page', () => {
  it('is no page that was not attached', () => {
    expect(readAttached({ method: 'Target.targetCreated', params: {} })).toBeNull()
  })

  it.each([
    [{ method: 'Inspector.targetCrashed', sessionId: 'S' }, 'the page crashed'],
    [{ method: 'Target.targetCrashed', params: { targetId: 'T' } }, 'the page crashed'],
    [{ method: 'Target.targetDestroyed', params: { targetId: 'T' } }, 'the page was closed'],
    [{ method: 'Target.targetDestroyed', params: { targetId: 'other' } }, null],
    [{ method: 'Inspector.targetCrashed', sessionId: 'other' }, null],
    [{ method: 'Target.targetInfoChanged', params: { targetId: 'T' } }, null],
  ])('%j: %s', (event, fault) => {
    expect(judgeEvent(event, tab)).toBe(fault)
  })

  it.each([
    [at(`${origin}/wall/x?as=map`), null],
    [at('chrome-error://chromewebdata/'), 'the page could not be loaded'],
    [at('http://elsewhere.example/'), 'the browser has left the wall for http://elsewhere.example/'],
    [at('about:blank'), 'the browser has left the wall for about:blank'],
    [{ id: 1, error: { message: 'Cannot find context' } }, null],
    [null, 'the page has not answered for 30 s'],
  ])('%j: %s', (answer, fault) => {
    expect(judgePlace(answer, origin)).toBe(fault)
  })
})

it('the page that waits asks nothing of anyone, and says whom it waits for', () => {
  const page = waitingPage(`${origin}/wall/x?scene=%3Cb%3E`)
  expect(page).toMatch(/^data:text\/html;base64,/)
  const html = Buffer.from(page.split(',')[1] ?? '', 'base64').toString('utf8')
  expect(html).toContain('Waiting for the server at wall.example:3000')
  expect(html).not.toMatch(/src=|href=|url\(/)
})

describe('the units', () => {
  it.each(['caseboard', 'caseboard-kiosk'])('%s is started again for ever', (name) => {
    const unit = readUnit(`lib/kiosk/${name}.service`, {})
    expect(unit).toMatchObject({ restart: 'always', restartSec: 2, startLimitIntervalSec: '0' })
  })

  it('leave the compositor and the browser what they write to: a socket, a lock, a profile', () => {
    const { words } = readUnit('lib/kiosk/caseboard-kiosk.service', {})
    expect(words('ProtectSystem')).toEqual(['strict'])
    expect(words('ReadWritePaths')).toEqual(expect.arrayContaining(['/tmp', '-/run/user']))
    // Whatever its value, it is about /run/user too (systemd.exec(5)), and goes before ReadWritePaths=.
    expect(words('ProtectHome')).toEqual([])
    expect(words('InaccessiblePaths')).toEqual(['-/home', '-/root'])
    expect(words('StateDirectory')).toEqual(['caseboard-kiosk'])
  })

  it.each([
    ['drawing needs devices', ['PrivateDevices', 'DeviceAllow', 'DevicePolicy', 'ProtectClock']],
    ['Chromium’s sandbox needs namespaces', ['RestrictNamespaces', 'PrivateUsers', 'SystemCallFilter']],
    ['its compiler writes code', ['MemoryDenyWriteExecute']],
    ['a desktop’s socket lies in /tmp', ['PrivateTmp']],
  ])('keep nothing from a display that it cannot do without: %s', (_, keys) => {
    const { words } = readUnit('lib/kiosk/caseboard-kiosk.service', {})
    expect(keys.flatMap(words)).toEqual([])
  })

  it('let the server write its state and its cache, and learn the machine’s addresses', () => {
    const { words, environment } = readUnit('lib/kiosk/caseboard.service', {})
    expect(environment.CASEBOARD_STATE).toBe(`/var/lib/${words('StateDirectory')[0]}`)
    expect(words('ReadWritePaths')).toContain(`-${words('WorkingDirectory')[0]}/.next/cache`)
    expect(words('RestrictAddressFamilies')).toContain('AF_NETLINK')
  })

  it('opens the wall of its settings, below a compositor or without one', () => {
    const wall = 'http://localhost:3000/wall/a?distance=4&diagonal=75'
    const file = 'lib/kiosk/caseboard-kiosk.service'
    const node = ['/usr/bin/node', '--import', 'tsx', 'lib/command/kiosk.ts', wall]
    expect(readUnit(file, { CASEBOARD_WALL: wall }).command).toEqual([
      '/usr/bin/env',
      '/usr/bin/cage',
      '-d',
      '--',
      ...node,
    ])
    const bare = readUnit(file, { CASEBOARD_WALL: wall, CASEBOARD_COMPOSITOR: '' })
    expect(bare.command).toEqual(['/usr/bin/env', ...node])
  })
})

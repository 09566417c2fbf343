import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { removeDrafts, replaceFile, replaceLargeFile } from '@/lib/server/state-folder'
import { ownStateFolder, ownsState } from '@/lib/server/state-lock'

let folder = ''
const owner = () => path.join(folder, 'owner.json')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caseboard-state-'))
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  vi.restoreAllMocks()
  globalThis.caseboardOwnsState = undefined
  rmSync(folder, { recursive: true, force: true })
})

describe('the state folder', () => {
  it('is one server’s: another writes nothing, until the first gives it back', async () => {
    writeFileSync(owner(), JSON.stringify({ pid: process.ppid, host: hostname() }))
    expect(await ownStateFolder(folder, 0)).toBeNull()
    expect(ownsState()).toBe(false)
    expect(() => replaceFile(path.join(folder, 'walls.json'), '{}')).toThrow('another server')
    await expect(replaceLargeFile(path.join(folder, 'copy.json'), '{}')).rejects.toThrow('another server')
    rmSync(owner())
    const release = await ownStateFolder(folder, 0)
    replaceFile(path.join(folder, 'walls.json'), '{}')
    release?.()
    expect(readdirSync(folder)).toEqual(['walls.json'])
  })

  it.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, host: hostname() }, 0],
    ['a machine that has been silent', { pid: 1, host: 'elsewhere' }, 60],
  ])('is taken over from %s', async (_, left, secondsAgo) => {
    writeFileSync(owner(), JSON.stringify(left))
    const then = Date.now() / 1000 - secondsAgo
    utimesSync(owner(), then, then)
    const release = await ownStateFolder(folder, 0)
    expect(ownsState()).toBe(true)
    expect(JSON.parse(readFileSync(owner(), 'utf8'))).toMatchObject({ pid: process.pid })
    release?.()
  })

  it('is left to itself where nothing can be written', async () => {
    writeFileSync(path.join(folder, 'file'), '')
    expect(await ownStateFolder(path.join(folder, 'file', 'state'), 0)).toBeNull()
    expect(ownsState()).toBe(true)
  })

  it('loses the drafts that writes left which were cut off', () => {
    mkdirSync(path.join(folder, 'last-good'))
    for (const name of ['walls.json', 'walls.json.123', 'last-good/valid.json', 'last-good/valid.json.9'])
      writeFileSync(path.join(folder, name), '')
    removeDrafts(folder)
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['last-good', 'last-good/valid.json', 'walls.json'])
  })

  it('keeps no draft of a write that failed', async () => {
    const file = path.join(folder, 'walls.json')
    mkdirSync(file)
    expect(() => replaceFile(file, '{}')).toThrow()
    await expect(replaceLargeFile(file, '{}')).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['walls.json'])
    expect(existsSync(file)).toBe(true)
  })
})

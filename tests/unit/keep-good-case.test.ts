import { describe, expect, test } from 'vitest'
import { keepGoodCase } from '@/lib/client/use-linked-case'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { createCaseStore } from '@/lib/server/case-store'
import { fixtures } from './read-fixture'
import { setAsideAs } from './wall/set-aside-fixture'

const loaded = await createCaseStore(fixtures).loadCase('valid')
if (loaded === null) throw new Error('the valid case cannot be read')
const whole: LinkedCase = { ...loaded.linked, version: 'whole', setAside: [] }
const halfWritten = setAsideAs({ rule: 'unreadable', reason: 'is not JSON' })
const withoutScenes: LinkedCase = { ...whole, version: 'poorer', scenes: [], setAside: [halfWritten] }

describe('keepGoodCase', () => {
  test('keeps the case that the page has where the server lost a file of it, and says which', () => {
    const shown = keepGoodCase(whole, withoutScenes)
    expect([shown.scenes, shown.version]).toEqual([whole.scenes, 'whole'])
    expect(shown.setAside).toEqual([{ ...halfWritten, kept: true, reason: 'is not JSON; shown as it was last read' }])
  })

  test('keeps it for as long as the file stays broken, and takes the case once it is mended', () => {
    const shown = keepGoodCase(keepGoodCase(whole, withoutScenes), { ...withoutScenes, version: 'still' })
    expect(shown.scenes).toEqual(whole.scenes)
    expect(shown.setAside).toHaveLength(1)
    const mended = { ...whole, version: 'mended' }
    expect(keepGoodCase(shown, mended)).toBe(mended)
  })

  test('takes what the server itself could fall back on', () => {
    const kept = { ...whole, version: 'kept', setAside: [{ ...halfWritten, kept: true as const }] }
    expect(keepGoodCase(whole, kept)).toBe(kept)
  })

  test('takes a case that lost what the page never had', () => {
    const other = { ...withoutScenes, version: 'edited' }
    expect(keepGoodCase(withoutScenes, other)).toBe(other)
  })

  test('takes a case with bad records, which are an edit like any other', () => {
    const edited = { ...withoutScenes, setAside: [setAsideAs({ pointer: '/0' })] }
    expect(keepGoodCase(whole, edited)).toBe(edited)
  })

  test('goes on telling which records of the kept case are bad, and no more what is mended', () => {
    const bad = setAsideAs({ file: 'events.json', pointer: '/0' })
    const own = keepGoodCase({ ...whole, setAside: [bad] }, withoutScenes)
    const heard = { ...whole, setAside: [setAsideAs({ file: 'figures.json', rule: 'unreadable' })] }
    expect(keepGoodCase(own, heard).setAside.map(({ file }) => file)).toEqual(['figures.json', 'events.json'])
  })

  test('never shows one case for another', () => {
    const other = { ...withoutScenes, id: 'other' }
    expect(keepGoodCase(whole, other)).toBe(other)
  })
})

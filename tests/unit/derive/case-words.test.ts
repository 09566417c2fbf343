import { afterEach, describe, expect, it } from 'vitest'
import { attributionOf, keptAsLastRead } from '@/lib/derive/linked-case'
import { handedOverCase, handOverCase } from '@/lib/derive/rendered-case'
import type { SetAside } from '@/lib/schema/records'
import { linkRecords } from '../linked-fixture'

describe('who made what a map shows', () => {
  it('is who made the basemap, then everyone whose layers the case has, in their order', () => {
    expect(attributionOf({}, 'OSM')).toBe('OSM')
    const named = attributionOf({ attribution: ['A map office', 'B survey'] }, 'OSM')
    expect(named.split(/\s·\s/)).toEqual(['OSM', 'A map office', 'B survey'])
    // A line never ends before the dot.
    expect(named).not.toContain(' ·')
  })
})

describe('what is shown as it was last read', () => {
  const entry: SetAside = {
    file: 'events.json',
    pointer: '/0',
    line: 2,
    id: 'sailing',
    rule: 'reference',
    reason: 'no such place',
  }

  it('says so, and why it could not be read now', () => {
    const kept = keptAsLastRead(entry)
    expect(kept).toMatchObject({ ...entry, kept: true, reason: expect.stringContaining('no such place') })
    expect(kept.reason.length).toBeGreaterThan(entry.reason.length)
  })

  it('says it once, however often it is kept', () => {
    const once = keptAsLastRead(entry)
    expect(keptAsLastRead(once)).toEqual(once)
  })
})

describe('a case handed to the half of a page that runs in the browser', () => {
  afterEach(() => {
    globalThis.caseboardRendered = undefined
  })

  it('is there for its own page alone, as it was last', () => {
    expect(handedOverCase('valid')).toBeUndefined()
    const { linked } = linkRecords()
    handOverCase({ ...linked, version: 'before' })
    handOverCase(linked)
    handOverCase({ ...linked, id: 'other' })
    expect(handedOverCase('valid')).toBe(linked)
    expect(handedOverCase('other')?.id).toBe('other')
    expect(handedOverCase('unknown')).toBeUndefined()
  })
})

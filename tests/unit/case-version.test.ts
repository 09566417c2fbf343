import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  caseVersion,
  correctionsSince,
  indexCorrections,
  orderByConcern,
  parseCaseVersion,
} from '@/lib/derive/case-version'
import type { CorrectedRecord, Correction } from '@/lib/schema/correction'

function correction(id: string, ...records: CorrectedRecord[]): Correction {
  return { id, date: '2030-03-10', records, wrong: 'It was not so.', right: 'It is so.', why: 'A record says so.' }
}

const ferry: CorrectedRecord = { kind: 'figure', id: 'ferry' }
const list = [correction('one', ferry), correction('two'), correction('three', { kind: 'event', id: 'ferry' }, ferry)]
const at = (updated: string, corrections: readonly Correction[] = list) => ({ updated, corrections })
const ids = (corrections: readonly Correction[]) => corrections.map(({ id }) => id)

describe('the version of a case', () => {
  it('is the date to which it was brought, and how many corrections it has', () => {
    expect(caseVersion({ updated: '2030-03-10' }, list)).toBe('2030-03-10.3')
    expect(caseVersion({ updated: '2030-03' }, [])).toBe('2030-03.0')
  })

  it.each([
    ['2030-03-10~', '2030-03-10.3'],
    ['2030-03-1X', '2030-03.3'],
    ['2029/2030-03-10', '2030-03-10.3'],
    ['2030-03-10T12:30:00+02:00', '2030-03-10.3'],
    ['..', '0000.3'],
  ])('has of %s what a calendar has', (updated, version) => {
    expect(caseVersion({ updated }, list)).toBe(version)
  })

  it('is read as it was written', () => {
    expect(parseCaseVersion('2030-03-10.3')).toEqual({ date: '2030-03-10', corrections: 3 })
    for (const updated of ['2030', '2030-03~', '2029/2030-03-10', '..'])
      expect(parseCaseVersion(caseVersion({ updated }, list))?.corrections).toBe(3)
  })

  it.each([
    '',
    '2030-03-10',
    '2030-03-10.',
    '.3',
    '2030-03-10.-1',
    '2030-03-10.3.1',
    '2030-3-10.3',
    'a2030-03-10.3',
    '2030-03-10.1e3',
  ])('is not %s', (text) => {
    expect(parseCaseVersion(text)).toBeNull()
  })
})

describe('what was corrected since', () => {
  it('is what comes after the corrections that the version counts', () => {
    expect(ids(correctionsSince('2030-03-10.1', at('2030-03-10')))).toEqual(['two', 'three'])
    expect(ids(correctionsSince('2030-01-01.0', at('2030-03-10')))).toEqual(['one', 'two', 'three'])
  })

  it('is nothing for the present version, nor for an earlier day with as many corrections', () => {
    expect(correctionsSince('2030-03-10.3', at('2030-03-10'))).toEqual([])
    expect(correctionsSince('2030-03-09.3', at('2030-03-10'))).toEqual([])
  })

  it('is nothing for a version that this case has not reached, by count or by date', () => {
    expect(correctionsSince('2030-03-10.4', at('2030-03-10'))).toEqual([])
    expect(correctionsSince('2030-03-11.1', at('2030-03-10'))).toEqual([])
  })

  it('compares dates as far as both go', () => {
    expect(ids(correctionsSince('2030-03-10.2', at('2030-03')))).toEqual(['three'])
    expect(ids(correctionsSince('2030.2', at('2030-03-10')))).toEqual(['three'])
    expect(correctionsSince('2031.2', at('2030-03-10'))).toEqual([])
  })

  it('is nothing for what is no version', () => {
    expect(correctionsSince(null, at('2030-03-10'))).toEqual([])
    fc.assert(
      fc.property(fc.string(), (junk) => {
        fc.pre(parseCaseVersion(junk) === null)
        expect(correctionsSince(junk, at('2030-03-10'))).toEqual([])
      }),
    )
  })

  it('grows by what is added, whatever the version was made of', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (before, added) => {
        const all = Array.from({ length: before + added }, (_, index) => correction(`c${index}`))
        const version = caseVersion({ updated: '2030-03-10' }, all.slice(0, before))
        expect(correctionsSince(version, at('2030-03-12', all))).toEqual(all.slice(before))
      }),
    )
  })
})

describe('corrections of a record', () => {
  it('are found by kind and id, newest first; most records have none', () => {
    const corrected = indexCorrections(list)
    expect(ids(corrected(ferry))).toEqual(['three', 'one'])
    expect(ids(corrected({ kind: 'event', id: 'ferry' }))).toEqual(['three'])
    expect(corrected({ kind: 'place', id: 'ferry' })).toEqual([])
    expect(corrected({ kind: 'place', id: 'ferry' })).toBe(corrected({ kind: 'actor', id: 'x' }))
  })

  it('that names it twice is one', () => {
    expect(ids(indexCorrections([correction('one', ferry, ferry)])(ferry))).toEqual(['one'])
  })

  it('stand before the others, within both the newest first', () => {
    const { concerned, others } = orderByConcern(list, [ferry])
    expect([ids(concerned), ids(others)]).toEqual([['three', 'one'], ['two']])
    expect(ids(orderByConcern(list, [{ kind: 'event', id: 'ferry' }]).concerned)).toEqual(['three'])
    expect(ids(orderByConcern(list, []).others)).toEqual(['three', 'two', 'one'])
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { listRecords } from '@/lib/derive/case-records'
import { listShapes } from '@/lib/derive/case-shapes'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { trimCase } from '@/lib/derive/trim-case'
import { findVisible } from '@/lib/derive/visible-records'
import { listVoiceLines } from '@/lib/derive/voice-lines'
import { asking, everyFilter } from '../filter-kit'
import { linkRecords, withPlace } from '../linked-fixture'
import { linkRows, row } from '../row-kit'

let linked: LinkedCase
let trimmed: LinkedCase
beforeEach(() => {
  linked = linkRecords().linked
  trimmed = trimCase(linked)
})

function expectSameShown(whole: LinkedCase) {
  const few = listRecords(trimCase(whole))
  const windows = [null, { start: Date.parse('2030-03-05'), end: Date.parse('2030-03-06') }]
  for (const time of windows)
    for (const filter of everyFilter(whole)) {
      const query = asking(filter, { time })
      expect(findVisible(few, query), JSON.stringify(filter)).toEqual(findVisible(listRecords(whole), query))
    }
}

/** These properties of things, one by one; those that are not there stay so. */
const pick = <T extends object>(things: readonly T[], ...keys: (keyof T)[]) =>
  things.map((thing) => Object.fromEntries(keys.filter((key) => key in thing).map((key) => [key, thing[key]])))

describe('a small case trimmed for a map alone', () => {
  it('shows the same for every filter and window of time, of dated rows too', () => {
    expectSameShown(linked)
    const rows = [row({ name: 'On a day', when: '2030-03-05' }), row({ name: 'Undated' })]
    expectSameShown(linkRows(rows, { time: { property: 'when' } }).linked)
  })

  it('has its places where and when they are, with how exactly that is known and what they are drawn as', () => {
    const keys = ['id', 'layer', 'name', 'kind', 'bounds', 'anchor', 'accuracyKm', 'from', 'to', 'undated'] as const
    const more = ['drawn', 'claim', 'rings', 'quotations', 'statements', 'figures', 'events'] as const
    expect(trimmed.places.map(({ basis: _, sources: __, related: ___, ...place }) => place)).toStrictEqual(
      pick(linked.places, ...keys, ...more),
    )
    // A place that is always there begins and ends at no moment.
    expect(Object.keys(trimmed.places.find(({ id }) => id === 'harbour') ?? {})).not.toContain('from')
  })

  it('has a place whose row nobody dates in no window of time', () => {
    const whole = linkRows([row({ name: 'Undated' })], { time: { property: 'when' } }).linked
    expect(trimCase(whole).places.find(({ layer }) => layer === 'incidents')?.undated).toBe(true)
  })

  it('ends a place when it ended', () => {
    const whole = linkRecords(withPlace('harbour', { until: '2030-03-02' })).linked
    expect(trimCase(whole).places.find(({ id }) => id === 'harbour')?.to).toBe(Date.parse('2030-03-03'))
  })

  it('has the words of a quotation with who said them where, and how other records have them', () => {
    const said = ['id', 'form', 'speaker', 'where', 'whereBasis', 'about', 'corroboration'] as const
    expect(pick(trimmed.quotations, ...said)).toStrictEqual(pick(linked.quotations, ...said))
    expect(trimmed.quotations.map(({ passage }) => passage.exact)).toEqual(
      linked.quotations.map(({ passage }) => passage.exact),
    )
    const based = { ...linked, quotations: linked.quotations.map((each) => ({ ...each, whereBasis: 'seat' as const })) }
    expect(trimCase(based).quotations.map(({ whereBasis }) => whereBasis)).toContain('seat')
    // A term is nobody's speech.
    expect(trimmed.quotations.find(({ id }) => id === 'winter')).not.toHaveProperty('speaker')
  })

  it('has the numbers of figures, the days that they count and how many reports carry them', () => {
    const keys = ['id', 'question', 'value', 'range', 'unit', 'qualifier', 'dated', 'by', 'status', 'about'] as const
    expect(pick(trimmed.figures, ...keys, 'reports', 'origins')).toStrictEqual(
      pick(linked.figures, ...keys, 'reports', 'origins'),
    )
  })

  it('has who took part in events, who reports them and what they belong to', () => {
    const threaded = { ...linked, events: linked.events.map((event) => ({ ...event, thread: 'the-ferry' })) }
    const keys = ['id', 'title', 'date', 'about', 'by', 'reportedBy', 'named', 'thread', 'reports'] as const
    for (const whole of [linked, threaded])
      expect(pick(trimCase(whole).events, ...keys)).toStrictEqual(pick(whole.events, ...keys))
    const undated = { ...linked, events: linked.events.map(({ date: _, ...event }) => event) }
    for (const event of trimCase(undated).events) expect(event).not.toHaveProperty('date')
  })

  it('has the actors, the moments, the claims and which records were corrected', () => {
    const same = (of: (whole: LinkedCase) => unknown) => expect(of(trimmed)).toEqual(of(linked))
    same(({ statements }) => pick(statements, 'id', 'form', 'certainty', 'speaker', 'about', 'reports', 'origins'))
    same(({ actors }) => pick(actors, 'id', 'kind', 'name', 'side', 'quotations', 'places'))
    same(({ moments }) => pick(moments, 'kind', 'id', 'start', 'end', 'open', 'precision', 'approximate', 'basis'))
    same(({ claims }) => pick(claims, 'id', 'by', 'declared', 'declaredIn', 'precedent', 'asOf'))
    same(({ corrections }) => pick(corrections, 'id', 'date', 'records'))
    same((whole) => pick([whole], 'id', 'title', 'version', 'caseVersion', 'layers', 'bounds'))
  })

  it('keeps that nobody says when a moment ended', () => {
    const whole = linkRecords(withPlace('harbour', {})).linked
    const open = { ...whole, moments: whole.moments.map((moment) => ({ ...moment, open: 'end' as const })) }
    expect(trimCase(open).moments.every((moment) => moment.open === 'end')).toBe(true)
    expect(trimmed.moments.some((moment) => 'open' in moment)).toBe(false)
  })

  it('has the same shapes to lay over another place and the same lines of voices', () => {
    const { drawn } = linkRecords()
    expect(listShapes(trimmed, drawn)).toEqual(listShapes(linked, drawn))
    expect(listVoiceLines(trimmed.quotations)).toEqual(listVoiceLines(linked.quotations))
  })

  it('carries no evidence, no sources, no scenes, no charts and no words that a map does not show', () => {
    const { sides, questions, charts, scenes, sources, setAside, summary } = trimmed
    expect([sides, questions, charts, scenes, sources, setAside].flat()).toEqual([])
    expect(summary).toBe('')
    expect(trimmed.places.flatMap(({ sources: each, related }) => [...each, ...related])).toEqual([])
    expect(trimmed.places.map(({ basis }) => basis).join('')).toBe('')
    const evidence = ({ records }: { records?: readonly unknown[] | undefined }) => records ?? []
    expect([...trimmed.quotations, ...trimmed.statements, ...trimmed.events].flatMap(evidence)).toEqual([])
    expect(trimmed.quotations.flatMap(({ comparisons }) => comparisons)).toEqual([])
    const words = [
      ...trimmed.statements.flatMap(({ words: said, passage }) => [said, passage.exact, passage.source]),
      ...trimmed.events.map(({ passage }) => passage.exact),
      ...trimmed.figures.map(({ counts }) => counts),
      ...trimmed.actors.map(({ role }) => role),
      ...trimmed.moments.map(({ date }) => date),
      ...trimmed.claims.map((claim) => claim.words),
      ...trimmed.corrections.flatMap(({ wrong, right, why }) => [wrong, right, why]),
    ]
    expect(words.join('')).toBe('')
    expect(trimmed.claims.flatMap(({ rejections }) => rejections)).toEqual([])
    expect(trimmed.actors.flatMap(({ statements, figures }) => [...statements, ...figures])).toEqual([])
  })
})

import path from 'node:path'
import { distance, greatCircle, length, lineString } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { voiceFocus } from '@/components/map/focus-places'
import { listRecords } from '@/lib/derive/case-records'
import { buildClaimTimeline } from '@/lib/derive/claim-timeline'
import { countOptions } from '@/lib/derive/count-options'
import { type Difference, findDifferences, findVisibleDifferences } from '@/lib/derive/find-differences'
import { linkCase } from '@/lib/derive/link-case'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { findPlacePassages } from '@/lib/derive/place-passages'
import { listVoiceLines } from '@/lib/derive/voice-lines'
import { densifyLine } from '@/lib/geo/great-circle'
import type { LngLat } from '@/lib/schema/geometry'
import { createCaseStore } from '@/lib/server/case-store'
import { openSieve } from './filter-kit'
import { validRecords } from './read-fixture'

async function load(): Promise<LinkedCase> {
  const loaded = await createCaseStore(path.join(process.cwd(), 'data')).loadCase('2022-10-annexation')
  if (loaded === null) throw new Error('the committed case cannot be read')
  return loaded.linked
}

describe('findDifferences', () => {
  const kindsOf = (found: Difference[], question: string) =>
    found.filter((each) => each.question === question).map(({ kind }) => kind)

  it('has, of the committed case, who left, both magnitudes and the queue, but not the vote', async () => {
    const { questions, figures } = await load()
    const found = findDifferences(questions, figures)
    for (const id of ['people-left', 'magnitude-first', 'magnitude-second', 'queue-length'])
      expect(kindsOf(found, id), id).toEqual(['apart'])
    expect(kindsOf(found, 'leak-count')).toEqual(['alike'])
    expect(kindsOf(found, 'un-vote')).toEqual([])
    const left = found.find(({ question }) => question === 'people-left')
    // What Caseboard worked out is no answer.
    expect(left?.figures.map((each) => each.figure.id)).toEqual(['left-220000', 'left-261000'])
  })

  it('gives the shocks of the committed case in magnitudes: 0.5 and 0.2 apart', async () => {
    const { questions, figures } = await load()
    const found = findDifferences(questions, figures)
    const distances = found.filter(({ distance }) => distance?.measures === 'magnitude').map(({ distance }) => distance)
    expect(distances.map((each) => [each?.amount, each?.relative])).toEqual([
      [0.5, null],
      [0.2, null],
    ])
  })

  it('has one ministry’s two dates, in the committed case, as a series', async () => {
    const { questions, figures } = await load()
    const found = findDifferences(questions, figures)
    for (const id of ['entered-kazakhstan', 'left-kazakhstan', 'entered-georgia', 'entered-georgia-daily'])
      expect(kindsOf(found, id), id).toEqual(['series'])
  })
})

describe('findVisibleDifferences', () => {
  const nothing: ReadonlySet<string> = new Set()

  it('keeps every answer of a question, on its scale, while any of them is shown', async () => {
    const linked = await load()
    const whole = findDifferences(linked.questions, linked.figures)
    const { questions } = findVisibleDifferences(linked, {
      figure: new Set(['left-261000', 'un-vote-for']),
      quotation: nothing,
    })
    expect(questions).toEqual(whole.filter(({ question }) => question === 'people-left'))
    expect(questions[0]?.figures).toHaveLength(2)
  })

  it('has what another record has otherwise, what was not found and what nobody compared, as the filter counts them', async () => {
    const linked = await load()
    const ids = new Set(linked.quotations.map(({ id }) => id))
    const { differing, notFound, notCompared } = findVisibleDifferences(linked, { figure: nothing, quotation: ids })
    const counts = countOptions(listRecords(linked), openSieve)
    expect(differing).toHaveLength(counts.of('wording', 'differs'))
    expect(notFound).toHaveLength(counts.of('wording', 'not-found'))
    expect(notCompared).toHaveLength(counts.of('wording', 'not-compared'))
    expect(notCompared.length).toBeGreaterThan(0)
    expect(findVisibleDifferences(linked, { figure: nothing, quotation: nothing })).toEqual({
      questions: [],
      differing: [],
      notFound: [],
      notCompared: [],
    })
  })

  it('tells what was looked for in vain from what nobody looked for', () => {
    const linked = linkCase(validRecords(), [], [], { case: 'v', layers: new Map() })
    const quotation = new Set(linked.quotations.map(({ id }) => id))
    const { notFound, notCompared } = findVisibleDifferences(linked, { figure: nothing, quotation })
    expect([notFound.map(({ id }) => id), notCompared.map(({ id }) => id)]).toEqual([['again'], ['before']])
  })
})

describe('a great circle', () => {
  const greatCircleLine = (from: LngLat, to: LngLat) => densifyLine([from, to], 220)

  const position = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -85, max: 85, noNaN: true }),
  )

  it('is as long as the distance, keeps its ends and never jumps', () => {
    fc.assert(
      fc.property(position, position, (from, to) => {
        const apart = distance(from, to)
        fc.pre(apart > 1 && apart < 19_900)
        const line = greatCircleLine(from, to)
        expect(line[0]?.[0]).toBeCloseTo(from[0], 9)
        expect(line[0]?.[1]).toBeCloseTo(from[1], 9)
        expect(line.at(-1)?.[1]).toBe(to[1])
        expect(Math.cos((((line.at(-1)?.[0] ?? 0) - to[0]) * Math.PI) / 180)).toBeCloseTo(1, 9)
        expect(length(lineString(line)) / apart).toBeCloseTo(1, 6)
        for (const [index, [lng]] of line.entries())
          expect(Math.abs(lng - (line[index - 1]?.[0] ?? lng))).toBeLessThanOrEqual(180)
      }),
    )
  })

  it('goes where turf’s greatCircle goes: from Washington to Kyiv', () => {
    const [from, to] = [[-77.04, 38.9] as const, [30.52, 50.45] as const]
    const ours = greatCircleLine([...from], [...to])
    const theirs = greatCircle([...from], [...to], { npoints: ours.length })
    if (theirs.geometry.type !== 'LineString') throw new Error('not one line')
    for (const [index, [lng, lat]] of ours.entries()) {
      expect(lng).toBeCloseTo(theirs.geometry.coordinates[index]?.[0] ?? Number.NaN, 5)
      expect(lat).toBeCloseTo(theirs.geometry.coordinates[index]?.[1] ?? Number.NaN, 5)
    }
  })

  it('goes on past 180° and answers something for antipodes and for one place', () => {
    const line = greatCircleLine([170, 10], [-170, 20])
    expect(line.at(-1)).toEqual([190, 20])
    expect(greatCircleLine([0, 0], [180, 0])).toHaveLength(2)
    expect(greatCircleLine([5, 5], [5, 5])).toHaveLength(2)
  })
})

describe('lines from where it was said to what it is about', () => {
  it('begin, in the committed case, at a seat for Washington and Brussels, and where a record says so for Moscow', async () => {
    const { quotations } = await load()
    const origins = listVoiceLines(quotations).map(({ from, fromSeat }) => `${from} ${fromSeat}`)
    expect([...new Set(origins)].toSorted()).toEqual(['brussels true', 'moscow false', 'washington true'])
  })

  it('lead to the quotation, the one who spoke, or where it was said', async () => {
    const { quotations } = await load()
    const named = (...ids: string[]) => voiceFocus(ids.map((id) => quotations.find((each) => each.id === id)))
    expect(named('putin-forever')).toEqual({ kind: 'quotation', id: 'putin-forever' })
    expect(named('putin-forever', 'putin-not-negotiate')).toEqual({ kind: 'speaker', id: 'putin' })
    expect(named('sullivan-consequences', 'biden-borders')).toEqual({ kind: 'place', id: 'washington' })
    expect(named('gone')).toBeNull()
  })
})

describe('findPlacePassages', () => {
  const idsOf = (linked: LinkedCase, id: string) => {
    const place = linked.places.find((each) => each.id === id)
    return place && findPlacePassages(place, linked).map((found) => found.id)
  }

  it('leads from a mark to the records that the case names for it', async () => {
    const linked = await load()
    expect(idsOf(linked, 'lars-queue-road')).toEqual(['queue-40'])
    expect(idsOf(linked, 'shock-first')).toEqual(['explosion-first'])
    expect(idsOf(linked, 'ns2a-south')).toEqual(['leaks-4-published'])
    expect(idsOf(linked, 'UA-65')).toEqual(['annexation-declared'])
    expect(idsOf(linked, 'UA-43')).toEqual(['crimea-annexation'])
    expect(idsOf(linked, 'washington')).toEqual(['biden-no-legitimacy'])
    expect(idsOf(linked, 'brussels')).toEqual(['eu-never', 'nato-sabotage'])
    expect(idsOf(linked, 'petukhovo')).toEqual([])
    for (const { id, shownFor } of linked.places)
      if (shownFor !== undefined) expect(idsOf(linked, id), id).toEqual(shownFor.map((each) => each.id))
  })

  it('leads, where the case names none, to what the mark is drawn by, claimed in, or named in', async () => {
    const whole = await load()
    const places = whole.places.map(({ shownFor: _, ...place }) => place)
    const linked = { ...whole, places }
    expect(idsOf(linked, 'lars-queue-road')).toEqual(['queue-40'])
    expect(idsOf(linked, 'shock-first')).toEqual(['magnitude-first-geus', 'magnitude-first-snsn'])
    expect(idsOf(linked, 'ns2a-south')).toEqual(['zone-5-nautical-miles'])
    expect(idsOf(linked, 'UA-65')).toEqual(['claimed-oblasts-4'])
    expect(idsOf(linked, 'UA-43')).toEqual(['crimea-annexation'])
    expect(idsOf(linked, 'kazakhstan')).toEqual(['kazakhstan-left-147000'])
  })

  it('has one for every place that anything is recorded about, and for no other but those named', async () => {
    const linked = await load()
    for (const place of linked.places) {
      const about = [...linked.figures, ...linked.events, ...linked.quotations, ...linked.statements].filter((each) =>
        each.about.includes(place.id),
      )
      const found = findPlacePassages(place, linked)
      const recorded = about.some(({ passage }) => passage !== undefined) || place.shownFor !== undefined
      expect(found.length > 0, place.id).toBe(recorded)
      for (const { passage } of found) expect(passage.exact).not.toBe('')
    }
  })

  it('does not take a record that is only about a place for what put it on the map', async () => {
    const whole = await load()
    const places = whole.places.map(({ shownFor: _, ...place }) => place)
    // Washington is where the President speaks; nothing that is only about it names it.
    const about = whole.quotations.map((each) => ({ ...each, about: ['washington'] }))
    expect(idsOf({ ...whole, places, quotations: about }, 'washington')).toEqual([])
  })
})

describe('buildClaimTimeline', () => {
  it('tells who declared, who rejected, when, and what the case holds of each', async () => {
    const [claim, precedent] = buildClaimTimeline(await load())
    expect(claim?.places).toHaveLength(4)
    expect(claim?.declaration.quotations.map(({ speaker }) => speaker)).toContain('putin')
    expect(claim?.rejections.map(({ by, date }) => [by, date])).toEqual([
      ['kuleba', '2022-09-30'],
      ['united-states', '2022-09-30'],
      ['european-union', '2022-09-30'],
      ['un-general-assembly', '2022-10-12'],
    ])
    expect(claim?.rejections[1]?.quotations.map(({ id }) => id)).toContain('biden-no-legitimacy')
    expect(claim?.rejections[3]?.figures.map(({ id }) => id)).toEqual([
      'un-vote-for',
      'un-vote-against',
      'un-vote-abstaining',
    ])
    expect(precedent?.claim.precedent).toBe(true)
  })

  it('knows of each step when it was, for a window of time to leave it out', async () => {
    const [claim, precedent] = buildClaimTimeline(await load())
    const day = (text: string) => ({ start: Date.parse(text), end: Date.parse(text) + 86_400_000 })
    expect(claim?.declaration.time).toEqual(day('2022-09-30'))
    expect(claim?.rejections.map(({ time }) => time)).toEqual(
      ['2022-09-30', '2022-09-30', '2022-09-30', '2022-10-12'].map(day),
    )
    expect(precedent?.declaration.time).toEqual({ start: Date.parse('2014'), end: Date.parse('2015') })
  })

  it('leads from the words of a rejection to the record that has them', async () => {
    const stories = buildClaimTimeline(await load())
    const held = stories.map(({ rejections }) => rejections.map((each) => each.held && [each.held.kind, each.held.id]))
    expect(held).toEqual([
      [
        ['event', 'ukraine-rejects'],
        ['quotation', 'biden-no-legitimacy'],
        ['quotation', 'eu-never'],
        ['event', 'un-resolution'],
      ],
      // What the European Union said of Crimea stands in its documents alone: no record of the case has it.
      [null, ['event', 'crimea-rejected'], null, ['quotation', 'biden-borders']],
    ])
  })

  it('has the other records’ wording of what was declared', async () => {
    const [claim] = buildClaimTimeline(await load())
    for (const { records } of claim?.declaration.quotations ?? [])
      expect(records.map(({ source }) => source)).toContain('reuters-speech-2022-09-30')
  })
})

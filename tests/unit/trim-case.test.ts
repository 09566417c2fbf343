import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/cases/[case]/route'
import { type CaseRecord, listRecords } from '@/lib/derive/case-records'
import { listShapes } from '@/lib/derive/case-shapes'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { trimCase } from '@/lib/derive/trim-case'
import { findVisible } from '@/lib/derive/visible-records'
import { drawVoiceLines, listVoiceLines } from '@/lib/derive/voice-lines'
import { readDrawn } from '@/lib/server/build-case'
import { createCaseStore, type LoadedCase } from '@/lib/server/case-store'
import { readTimeWindow } from '@/lib/url/time-window'
import { asking, everyFilter } from './filter-kit'

const id = '2022-10-annexation'
let found: LoadedCase
let trimmed: LinkedCase

beforeAll(async () => {
  // The server's own builds in a thread of its own, from what Next has bundled.
  globalThis.caseboardStore = createCaseStore('data')
  const loaded = await globalThis.caseboardStore.loadCase(id)
  if (loaded === null) throw new Error('the committed case is gone')
  found = loaded
  trimmed = trimCase(loaded.linked)
})

describe('a case trimmed for a map alone', () => {
  it('shows the same for every filter and window of time', () => {
    const [all, few]: (readonly CaseRecord[])[] = [listRecords(found.linked), listRecords(trimmed)]
    for (const text of ['2014-01-01/2014-12-31', '2022-09-21/2022-09-27', null])
      for (const filter of everyFilter(found.linked)) {
        const query = asking(filter, { time: text === null ? null : readTimeWindow(text) })
        expect(findVisible(few ?? [], query)).toEqual(findVisible(all ?? [], query))
      }
  })

  it('has the same shapes to lay over another place, and the same lines of voices', () => {
    const features = [...found.layers.values()].flatMap(readDrawn)
    expect(listShapes(trimmed, features)).toEqual(listShapes(found.linked, features))
    const lines = ({ quotations, places }: LinkedCase) =>
      drawVoiceLines(listVoiceLines(quotations), (one) => places.find((place) => place.id === one), new Set())
    expect(lines(trimmed)).toEqual(lines(found.linked))
  })

  it('names and frames whatever can be in focus', () => {
    const named = ({ places, quotations, figures, events, actors }: LinkedCase) => [
      places.map(({ name, kind, bounds, quotations: said }) => [name, kind, bounds, said.length]),
      quotations.map(({ passage, about }) => [passage.exact, about]),
      figures.map(({ value, range, unit, qualifier, about }) => [value, range, unit, qualifier, about]),
      events.map(({ title, about }) => [title, about]),
      actors.map(({ name, places: about, quotations: said }) => [name, about, said]),
    ]
    expect(named(trimmed)).toEqual(named(found.linked))
  })

  it('weighs less than half, and is what the server answers an embedded map with', async () => {
    const whole = gzipSync(found.body).length
    const address = `http://board.example/api/cases/${id}`
    const answer = await GET(new Request(`${address}?part=map`), { params: Promise.resolve({ case: id }) })
    const body = Buffer.from(await answer.arrayBuffer())
    expect(JSON.parse(body.toString())).toEqual(trimmed)
    expect(gzipSync(body).length).toBeLessThan(whole / 2)
    const tag = (await GET(new Request(address), { params: Promise.resolve({ case: id }) })).headers.get('etag')
    expect(answer.headers.get('etag')).not.toBe(tag)
  })
})

import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CaseRecord, listRecords } from '@/lib/derive/case-records'
import type { RecordQuery } from '@/lib/derive/filter-records'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { findSources, findSpeakerShares, findVisible } from '@/lib/derive/visible-records'
import { createCaseStore } from '@/lib/server/case-store'
import { asking, openSieve } from './filter-kit'

let linked: LinkedCase
let records: readonly CaseRecord[]

beforeAll(async () => {
  const loaded = await createCaseStore(path.join(process.cwd(), 'data')).loadCase('2022-10-annexation')
  if (loaded === null) throw new Error('the committed case cannot be read')
  linked = loaded.linked
  records = listRecords(linked)
})

const sideOf = (id: string) => linked.actors.find((actor) => actor.id === id)?.side
const voicesOf = (query: RecordQuery) => findSpeakerShares(records, findVisible(records, query), query.filter, sideOf)

describe('voices of what is shown', () => {
  it('have what the case’s own links say while all is shown', () => {
    const voices = voicesOf(openSieve)
    for (const { id, quotations, statements, figures } of linked.actors) {
      const found = voices.get(id)
      expect([found?.quotations ?? 0, found?.statements ?? 0, found?.figures ?? 0], id).toEqual([
        quotations.length,
        statements.length,
        figures.length,
      ])
    }
  })

  it('are those asked for alone, not who else took part', () => {
    expect([...voicesOf(asking({ speakers: ['putin'] })).keys()]).toEqual(['putin'])
    for (const id of voicesOf(asking({ sides: ['ukraine'] })).keys()) expect(sideOf(id)).toBe('ukraine')
  })

  it('count only what is shown of theirs', () => {
    const putin = voicesOf(asking({ kinds: ['quotation'], wordings: ['differs'] })).get('putin')
    const differing = linked.quotations.filter((q) => q.speaker === 'putin' && q.corroboration.includes('differs'))
    expect(putin).toEqual({ quotations: differing.length, statements: 0, figures: 0, events: 0 })
  })
})

describe('sources of what is shown', () => {
  it('are all that anything is from while all is shown, and no other than the case’s', () => {
    const found = findSources(linked, findVisible(records, openSieve))
    const ids = new Set(linked.sources.map(({ id }) => id))
    for (const id of found) expect(ids).toContain(id)
  })

  it('are the report and the records compared with for quotations that differ', () => {
    const shown = findVisible(records, asking({ wordings: ['differs'], places: ['no-such-place'] }))
    expect(findSources(linked, shown).size).toBe(0)
    const differing = linked.quotations.filter(({ corroboration }) => corroboration.includes('differs'))
    const found = findSources(linked, findVisible(records, asking({ wordings: ['differs'] })))
    for (const { passage, records: others } of differing)
      for (const source of [passage.source, ...others.map((other) => other.source)]) expect(found).toContain(source)
  })
})

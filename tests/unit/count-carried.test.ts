import { describe, expect, it } from 'vitest'
import { linkCase } from '@/lib/derive/link-case'
import { countCarried, listCarriages, tieSources } from '@/lib/derive/origins/count-origins'
import type { Source } from '@/lib/schema/source'
import { validRecords } from './read-fixture'

const source = (id: string, takesFrom?: string[]): Source => ({
  id,
  title: id,
  publisher: id,
  ...(takesFrom === undefined ? {} : { takesFrom }),
})
const passage = (from: string) => ({ source: from, exact: 'x' })

describe('the reports that carry a record', () => {
  it('are its passage’s source and every other that has it, each with those who passed it on', () => {
    const carriages = listCarriages(tieSources([source('a'), source('b'), source('c')]), {
      passage: passage('a'),
      via: ['agency', 'paper'],
      records: [{ source: 'b' }, { source: 'c', via: ['agency'] }],
    })
    expect(carriages).toEqual([
      { source: 'a', via: ['agency', 'paper'] },
      { source: 'b', via: [] },
      { source: 'c', via: ['agency'] },
    ])
  })

  it('are none of what was worked out here', () => {
    expect(listCarriages(tieSources([]), {})).toEqual([])
    expect(countCarried(tieSources([source('a')]), {})).toEqual({ reports: 0, origins: 0 })
  })
})

describe('a copy', () => {
  it('has the record from what it copies, and its way there is no second origin', () => {
    const ties = tieSources([source('wire'), source('copy', ['wire'])])
    const record = { passage: passage('copy'), via: ['agency'], records: [{ source: 'wire', via: ['agency'] }] }
    expect(listCarriages(ties, record)).toEqual([
      { source: 'copy', via: [] },
      { source: 'wire', via: ['agency'] },
    ])
    expect(countCarried(ties, record)).toEqual({ reports: 2, origins: 1 })
  })
})

describe('reports and origins', () => {
  const ties = tieSources([
    source('wire'),
    source('copy', ['wire']),
    source('copy-of-copy', ['copy']),
    source('other'),
    source('both', ['wire', 'other']),
    source('left', ['right']),
    source('right', ['left']),
  ])
  const carried = (first: string, ...records: { source: string; via?: string[] }[]) =>
    countCarried(ties, { passage: passage(first), records })

  it('are one and one of one report', () => {
    expect(carried('other')).toEqual({ reports: 1, origins: 1 })
  })

  it('never count a copy of a copy twice', () => {
    expect(carried('copy-of-copy', { source: 'copy' }, { source: 'wire' })).toEqual({ reports: 3, origins: 1 })
  })

  it('count what a report takes from two documents as of both', () => {
    expect(carried('both')).toEqual({ reports: 1, origins: 2 })
    expect(carried('both', { source: 'copy' })).toEqual({ reports: 2, origins: 2 })
  })

  it('count reports that take from each other as one origin', () => {
    expect(carried('left', { source: 'right' })).toEqual({ reports: 2, origins: 1 })
  })

  it('keep apart what has no tie', () => {
    expect(carried('wire', { source: 'other' })).toEqual({ reports: 2, origins: 2 })
  })

  it('are of one origin where one body passed it to both', () => {
    expect(
      countCarried(ties, {
        passage: passage('wire'),
        via: ['agency'],
        records: [{ source: 'other', via: ['agency'] }],
      }),
    ).toEqual({
      reports: 2,
      origins: 1,
    })
  })
})

describe('a case as the page has it', () => {
  const linked = linkCase(validRecords(), [], [], { case: 'v', layers: new Map() })
  const of = (list: readonly { id: string; reports: number; origins: number }[], wanted: string) => {
    const { reports, origins } = list.find(({ id }) => id === wanted) ?? { reports: Number.NaN, origins: Number.NaN }
    return [reports, origins]
  }

  it('says of each figure, quotation and statement how many reports and origins it has', () => {
    // A reprint takes its words from the report; the bulletin stands by itself, but has it by way of the union.
    expect(of(linked.figures, 'crossed-office')).toEqual([3, 2])
    expect(of(linked.figures, 'crossed-difference')).toEqual([0, 0])
    expect(of(linked.quotations, 'ice')).toEqual([2, 2])
    expect(of(linked.quotations, 'before')).toEqual([1, 1])
    expect(of(linked.statements, 'ferry-sails')).toEqual([2, 2])
    expect(of(linked.statements, 'queue-stood')).toEqual([1, 1])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { type DependencyCase, listDependencies } from '@/lib/derive/origins/case-dependencies'
import { type DependencyRef, findDependents, indexDependents } from '@/lib/derive/origins/find-dependents'
import { createCaseStore } from '@/lib/server/case-store'
import { validRecords } from '../read-fixture'

const records = validRecords()
const [claim] = records.head.claims
const [scene] = records.scenes
const [event] = records.events
if (claim === undefined || scene === undefined || event === undefined) throw new Error('the valid case lacks a kind')

const nothing: DependencyCase = {
  sources: [],
  actors: [],
  figures: [],
  quotations: [],
  statements: [],
  events: [],
  places: [],
  charts: [],
  scenes: [],
  claims: [],
}
const source = (id: string, takesFrom: string[] = []) => ({ id, title: id, publisher: id, takesFrom })
const actor = (id: string): LinkedCase['actors'][number] => ({
  ...{ id, name: id, role: id, kind: 'body', side: 'none' },
  ...{ quotations: [], statements: [], figures: [], places: [] },
})
const passage = (id: string) => ({ source: id, exact: 'words' })
const carried = { reports: 1, origins: 1, about: [] }
const figure = (id: string, more: Partial<LinkedCase['figures'][number]> = {}): LinkedCase['figures'][number] => ({
  ...{ id, question: 'q', value: 1, unit: 'people', qualifier: 'about', counts: 'people', by: 'office' },
  ...{ status: 'official', passage: passage('a'), dated: { date: '2030', basis: 'record' } },
  ...carried,
  ...more,
})
const happened = (more: Partial<LinkedCase['events'][number]>): LinkedCase['events'][number] => ({
  ...{ id: 'e', title: 'e', by: [], reportedBy: [], passage: passage('a'), records: [] },
  ...carried,
  ...more,
})
const place = (more: Partial<LinkedCase['places'][number]>): LinkedCase['places'][number] => ({
  ...{ id: 'p', layer: 'arrivals', name: 'p', kind: 'k', accuracyKm: null, basis: 'b', sources: ['a'] },
  ...{ bounds: [0, 0, 1, 1], anchor: [0, 0], quotations: [], figures: [], statements: [], events: [], related: [] },
  ...more,
})

/** What falls, in the order of the nodes, as `kind/id`. */
function falls(planted: Partial<DependencyCase>, withdrawn: DependencyRef): string[] {
  const index = indexDependents(listDependencies({ ...nothing, ...planted }))
  return findDependents(index, withdrawn).falls.map(({ kind, id }) => `${kind}/${id}`)
}

const sources = [source('a'), source('b', ['a']), source('c')]
const from = (id: string) => ({ kind: 'source' as const, id })
const of = (id: string) => ({ kind: 'actor' as const, id })

describe('listDependencies', () => {
  it('has every source, actor and record of a case once', async () => {
    const nodes = listDependencies(committed)
    expect(new Set(nodes.map(({ kind, id }) => `${kind}/${id}`)).size).toBe(nodes.length)
    const kinds = ['sources', 'actors', 'figures', 'quotations', 'statements', 'events', 'places', 'charts'] as const
    const parts = [...kinds, 'scenes', 'claims'] as const
    expect(nodes).toHaveLength(parts.reduce((sum, part) => sum + committed[part].length, 0))
  })

  it('drops a figure with its maker, its only report, or what it was worked out from', () => {
    const derived = figure('d', { by: 'board', status: 'derived', inputs: ['f'] })
    delete derived.passage
    const planted = { sources, actors: [actor('office'), actor('board')], figures: [figure('f'), derived] }
    expect(falls(planted, of('office'))).toEqual(['figure/f', 'figure/d'])
    expect(falls(planted, from('a'))).toEqual(['source/b', 'figure/f', 'figure/d'])
    expect(falls(planted, { kind: 'figure', id: 'f' })).toEqual(['figure/d'])
  })

  it('keeps a figure that an untied report has too, and drops the way by a withdrawn body', () => {
    const planted = {
      sources,
      actors: [actor('office'), actor('wire')],
      figures: [
        figure('f', { records: [{ source: 'c', words: 'w' }] }),
        figure('g', { via: ['wire'], records: [{ source: 'c', words: 'w', via: ['wire'] }] }),
      ],
    }
    expect(falls(planted, from('a'))).toEqual(['source/b'])
    expect(falls(planted, of('wire'))).toEqual(['figure/g'])
  })

  it('drops a quotation and a statement with who said it', () => {
    const quotation: LinkedCase['quotations'][number] = {
      ...{ id: 'q', form: 'speech', passage: passage('a'), speaker: 'office', records: [] },
      ...{ corroboration: [], comparisons: [], fromNearest: [] },
      ...carried,
    }
    const statement: LinkedCase['statements'][number] = {
      ...{ id: 's', form: 'indirect', words: 'w', passage: passage('c'), speaker: 'office', certainty: 'asserted' },
      ...{ records: [] },
      ...carried,
    }
    const planted = { sources, actors: [actor('office')], quotations: [quotation], statements: [statement] }
    expect(falls(planted, of('office'))).toEqual(['quotation/q', 'statement/s'])
    expect(falls(planted, from('a'))).toEqual(['source/b', 'quotation/q'])
  })

  it('keeps an event when who did it is withdrawn, and drops it with the only body that reports it', () => {
    const actors = [actor('doer'), actor('seen'), actor('heard')]
    const only = { sources, actors, events: [happened({ by: ['doer'], reportedBy: ['seen'] })] }
    expect(falls(only, of('doer'))).toEqual([])
    expect(falls(only, of('seen'))).toEqual(['event/e'])
    const two = { sources, actors, events: [happened({ reportedBy: ['seen', 'heard'] })] }
    expect(falls(two, of('seen'))).toEqual([])
    const recorded = happened({ reportedBy: ['seen'], records: [{ source: 'c', words: 'w' }] })
    expect(falls({ sources, actors, events: [recorded] }, of('seen'))).toEqual([])
    expect(falls({ sources, actors, events: [recorded] }, from('a'))).toEqual(['source/b'])
  })

  it('drops a mark with its position, its size, its claim, or the last record that puts it there', () => {
    const figures = [figure('f'), figure('g', { passage: passage('c') })]
    const planted = (more: Partial<LinkedCase['places'][number]>) => ({ sources, figures, places: [place(more)] })
    expect(falls(planted({ sources: ['c'] }), from('c'))).toContain('place/p')
    expect(falls(planted({ sources: ['b', 'c'] }), from('a'))).not.toContain('place/p')
    expect(falls(planted({ sources: ['c'], sizedBy: ['f'] }), from('a'))).toContain('place/p')
    const rings = [{ figure: 'f', measures: 'radius' as const }]
    expect(falls(planted({ sources: ['c'], rings }), from('a'))).toContain('place/p')
    const shownFor = [
      { kind: 'figure' as const, id: 'f' },
      { kind: 'figure' as const, id: 'g' },
    ]
    expect(falls(planted({ sources: ['c'], shownFor }), from('a'))).not.toContain('place/p')
    expect(falls(planted({ sources: ['c'], shownFor: shownFor.slice(0, 1) }), from('a'))).toContain('place/p')
  })

  it('drops charts, scenes and claims with what they are made of', () => {
    const planted = {
      sources,
      actors: [actor('office'), actor(claim.by)],
      figures: [figure('f')],
      places: [place({ sources: ['c'], claim: claim.id })],
      charts: [{ id: 'chart', title: 'c', form: 'bars' as const, figures: ['f'] }],
      scenes: [
        { ...bare(scene), id: 'by-chart', chart: 'chart' },
        { ...bare(scene), id: 'by-source', sources: ['c', 'a'] },
        { ...bare(scene), id: 'words' },
      ],
      claims: [{ ...claim, declaredIn: { start: 0, end: 1 }, rejections: [rejection('a'), rejection('b')] }],
    }
    expect(falls(planted, { kind: 'figure', id: 'f' })).toEqual(['chart/chart', 'scene/by-chart'])
    expect(falls(planted, from('c'))).toEqual(['place/p', 'scene/by-source'])
    expect(falls(planted, of(claim.by))).toEqual(['place/p', `claim/${claim.id}`])
    expect(falls(planted, from('b'))).toEqual([])
    expect(falls(planted, from('a'))).toContain(`claim/${claim.id}`)
  })

  it('takes nothing for granted that has no record', () => {
    const planted = { sources, figures: [figure('f', { by: 'a-side' })], claims: [] }
    expect(falls(planted, of('a-side'))).toEqual([])
  })
})

const rejection = (id: string) => ({
  ...{ by: 'union', date: '2030', words: 'no', source: id },
  rejectedIn: { start: 0, end: 1 },
})

function bare(whole: LinkedCase['scenes'][number]): LinkedCase['scenes'][number] {
  const { title, words, camera, layers, dwellSeconds } = whole
  return { id: '', title, words, camera, layers, dwellSeconds }
}

let committed: LinkedCase
beforeAll(async () => {
  const loaded = await createCaseStore('data').loadCase('2022-10-annexation')
  if (loaded === null) throw new Error('the committed case is gone')
  committed = loaded.linked
})

describe('the first case', () => {
  it('loses what its report alone carries, and keeps what others have', () => {
    const index = indexDependents(listDependencies(committed))
    const { falls: fallen, leftWithOne } = findDependents(index, { kind: 'source', id: committed.source })
    expect(fallen.length).toBeGreaterThan(20)
    for (const { kind, id } of leftWithOne) expect(fallen).not.toContainEqual({ kind, id })
    const alone = committed.statements.filter(
      ({ passage: { source: id }, reports }) => id === committed.source && reports === 1,
    )
    expect(alone.length).toBeGreaterThan(0)
    for (const { id } of alone) expect(fallen).toContainEqual({ kind: 'statement', id })
  })

  it('has no record with more origins than reports, but for reports that were put together from several', () => {
    const takesFromSeveral = new Set(
      committed.sources.filter(({ takesFrom = [] }) => takesFrom.length > 1).map(({ id }) => id),
    )
    for (const record of [
      ...committed.figures,
      ...committed.quotations,
      ...committed.statements,
      ...committed.events,
    ]) {
      const reports = [record.passage?.source, ...(record.records ?? []).map(({ source: id }) => id)]
      if (reports.some((id) => id !== undefined && takesFromSeveral.has(id))) continue
      expect(record.origins, record.id).toBeLessThanOrEqual(record.reports)
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOrigins, outlineOrigins } from '@/lib/derive/origins/count-origins'
import { type Carriage, prepareTies, type SourceTie } from '@/lib/derive/origins/origin-graph'
import { countNaively } from './naive-origins'
import { anyCarriages, anyTies, plant } from './origin-kit'

/** `copy<original,other` is a source and what it takes from; `report:maker>agency` is a carriage and its bodies. */
const tie = (text: string): SourceTie => {
  const [id = '', originals] = text.split('<')
  return { id, takesFrom: originals?.split(',') ?? [] }
}
const carriage = (text: string): Carriage => {
  const [source = '', bodies] = text.split(':')
  return { source, via: bodies?.split('>') ?? [] }
}
const words = (text: string) => text.split(' ').filter((word) => word !== '')

function count(sources: string, carriages: string) {
  return countOrigins(prepareTies(words(sources).map(tie)), words(carriages).map(carriage))
}

/** The outline, a line each: indented by its depth, reports in brackets. */
function outline(sources: string, carriages: string): string[] {
  const lines = outlineOrigins(prepareTies(words(sources).map(tie)), words(carriages).map(carriage))
  return lines.map(({ depth, kind, ids, reports, repeated }) => {
    const name = `${'  '.repeat(depth)}${kind === 'actor' ? '@' : ''}${ids.join('+')}`
    return `${name}${reports.length === 0 ? '' : ` [${reports.join(' ')}]`}${repeated ? ' …' : ''}`
  })
}

describe('countOrigins', () => {
  it.each([
    ['reports without a tie', 'a b c', 'a b c', { reports: 3, origins: 3 }],
    ['no report', 'a', '', { reports: 0, origins: 0 }],
    ['copies of one that is not a report', 'wire a<wire b<wire', 'a b', { reports: 2, origins: 1 }],
    ['a copy of a copy, and what it is a copy of', 'a b<a c<b', 'a c', { reports: 2, origins: 1 }],
    ['a report that takes from two', 'a b c<a,b', 'c', { reports: 1, origins: 2 }],
    ['a circle without a way out', 'a<b b<c c<a', 'a b c', { reports: 3, origins: 1 }],
    ['a circle with a way out', 'a<b b<a,d d', 'a b', { reports: 2, origins: 1 }],
    ['two circles, one taking from the other', 'a<b b<a c<d,a d<c', 'c d', { reports: 2, origins: 1 }],
    ['one that takes from itself', 'a<a b', 'a b', { reports: 2, origins: 2 }],
    ['one that takes from what is not there', 'a<gone b<gone', 'a b', { reports: 2, origins: 2 }],
    ['a report told twice', 'a b', 'a a:x b', { reports: 2, origins: 2 }],
    ['a report that is not among the sources', 'a', 'a gone gone:x', { reports: 1, origins: 1 }],
    ['a source told twice, with different ties', 'a b c<a c<b', 'c', { reports: 1, origins: 2 }],
    ['two that name one body', 'a b c', 'a:x b:x c', { reports: 3, origins: 2 }],
    ['two that name one maker by different agencies', 'a b', 'a:maker>x b:maker>y', { reports: 2, origins: 1 }],
    ['two agencies with different makers', 'a b', 'a:m>x b:n>x', { reports: 2, origins: 2 }],
    ['an agency whose maker another report knows', 'a b', 'a:maker>x b:x', { reports: 2, origins: 1 }],
    ['bodies that name each other', 'a b', 'a:x>y b:y>x', { reports: 2, origins: 1 }],
    ['a body named twice in a row', 'a', 'a:x>x', { reports: 1, origins: 1 }],
    ['a body that has the id of a source', 'a b', 'a:b b', { reports: 2, origins: 2 }],
    ['a copy whose original names a body', 'a b<a c', 'a:x b c:x', { reports: 3, origins: 1 }],
    ['a report that takes from one and names a body', 'a b<a', 'b:x', { reports: 1, origins: 2 }],
  ])('counts %s', (_, sources, carriages, expected) => {
    expect(count(sources, carriages)).toEqual(expected)
  })

  it('ties bodies to each other for one record only', () => {
    const ties = prepareTies(['a', 'b'].map(tie))
    const both = ['a:x', 'b:y'].map(carriage)
    countOrigins(ties, ['a:x>y', 'b:y>x'].map(carriage))
    expect(countOrigins(ties, both).origins).toBe(2)
  })

  it('finds what was planted, whatever was grown over it', () => {
    fc.assert(
      fc.property(fc.gen(), fc.nat({ max: 6 }), fc.nat({ max: 40 }), (g, origins, steps) => {
        const planted = plant(g, origins, origins === 0 ? 0 : steps)
        const { reports, origins: found } = countOrigins(prepareTies(planted.sources), planted.carriages)
        expect(found).toBe(origins)
        expect(reports).toBe(new Set(planted.carriages.map(({ source }) => source)).size)
      }),
      { numRuns: 1000 },
    )
  })

  it('counts as a table of everything that leads to everything does', () => {
    fc.assert(
      fc.property(anyTies(7), anyCarriages(7, 6), (sources, carriages) => {
        expect(countOrigins(prepareTies(sources), carriages)).toEqual(countNaively(sources, carriages))
      }),
      { numRuns: 3000 },
    )
  })

  it('has no more origins for a copy of a report', () => {
    fc.assert(
      fc.property(anyTies(7), anyCarriages(7, 6), fc.nat(), (sources, carriages, at) => {
        const before = countOrigins(prepareTies(sources), carriages)
        fc.pre(before.reports > 0)
        const ids = new Set(sources.map(({ id }) => id))
        const reports = carriages.filter(({ source }) => ids.has(source))
        const report = reports[at % reports.length]?.source ?? ''
        const copied = prepareTies([...sources, { id: 'copy', takesFrom: [report] }])
        expect(countOrigins(copied, [...carriages, carriage('copy')])).toEqual({
          reports: before.reports + 1,
          origins: before.origins,
        })
      }),
    )
  })

  it('has one origin more for a report without a tie', () => {
    fc.assert(
      fc.property(anyTies(7), anyCarriages(7, 6), (sources, carriages) => {
        const before = countOrigins(prepareTies(sources), carriages)
        const after = countOrigins(prepareTies([...sources, tie('new')]), [...carriages, carriage('new')])
        expect(after).toEqual({ reports: before.reports + 1, origins: before.origins + 1 })
      }),
    )
  })

  it('does not depend on the order of anything', () => {
    fc.assert(
      fc.property(anyTies(7), anyCarriages(7, 6), (sources, carriages) => {
        const turned = sources.map(({ id, takesFrom }) => ({ id, takesFrom: takesFrom.toReversed() })).reverse()
        expect(countOrigins(prepareTies(turned), carriages.toReversed())).toEqual(
          countOrigins(prepareTies(sources), carriages),
        )
      }),
    )
  })
})

describe('outlineOrigins', () => {
  it('puts each report under its origin, by way of what it takes from', () => {
    expect(outline('wire paper<wire blog<paper other', 'blog other wire')).toEqual([
      'wire [wire]',
      '  paper',
      '    blog [blog]',
      'other [other]',
    ])
  })

  it('puts a report under the bodies that it has the record from', () => {
    expect(outline('a b', 'a:ministry>agency b:ministry')).toEqual(['@ministry', '  @agency', '    a [a]', '  b [b]'])
  })

  it('puts what takes from two in full under the first, and names it under the other', () => {
    expect(outline('a b c<a,b d<c', 'c d')).toEqual(['a', '  c [c]', '    d [d]', 'b', '  c …'])
  })

  it('puts a circle on one line, wherever it stands', () => {
    expect(outline('a<b b<a c<d,a d<c', 'a d')).toEqual(['a+b [a]', '  d+c [d]'])
    expect(outline('a', 'a:x>y a:y>x')).toEqual(['@y+x', '  a [a]'])
  })

  it('is empty for what no report carries', () => expect(outline('a', 'gone')).toEqual([]))

  it('has every origin at the top, every report once, and no more lines than there are ties', () => {
    fc.assert(
      fc.property(anyTies(7), anyCarriages(7, 6), (sources, carriages) => {
        const ties = prepareTies(sources)
        const lines = outlineOrigins(ties, carriages)
        const { reports, origins } = countOrigins(ties, carriages)
        expect(lines.filter(({ depth }) => depth === 0)).toHaveLength(origins)
        const told = lines.flatMap((line) => line.reports)
        expect(told).toHaveLength(reports)
        expect(new Set(told).size).toBe(reports)
        const tied = ties.takesFrom.reduce((sum, originals) => sum + originals.length, 0)
        const named = carriages.reduce((sum, { via }) => sum + via.length, 0)
        expect(lines.length).toBeLessThanOrEqual(origins + tied + named)
        for (const [at, { depth }] of lines.entries())
          expect(depth).toBeLessThanOrEqual((lines[at - 1]?.depth ?? -1) + 1)
      }),
    )
  })

  it('names below each line only what takes from it', () => {
    fc.assert(
      fc.property(anyTies(7), anyCarriages(7, 6), (sources, carriages) => {
        const ties = prepareTies(sources)
        const lines = outlineOrigins(ties, carriages)
        const takesFrom = (id: string) =>
          (ties.takesFrom[ties.at.get(id) ?? -1] ?? []).map((source) => ties.ids[source])
        const full = new Map(
          lines.flatMap((line) => (line.repeated ? [] : line.ids.map((id) => [`${line.kind} ${id}`, line] as const))),
        )
        for (const [at, line] of lines.entries()) {
          const parent = lines.slice(0, at).findLast(({ depth }) => depth < line.depth)
          if (parent?.kind !== 'source') continue
          const ids = full.get(`${line.kind} ${line.ids[0]}`)?.ids ?? []
          expect(ids.flatMap(takesFrom)).toEqual(expect.arrayContaining([expect.toBeOneOf([...parent.ids])]))
        }
      }),
    )
  })

  it('stays in proportion for chains longer than the call stack', () => {
    const length = 20_000
    const chain = Array.from({ length }, (_, at) => tie(at === 0 ? 's0' : `s${at}<s${at - 1}`))
    const lines = outlineOrigins(prepareTies(chain), [carriage(`s${length - 1}`)])
    expect(lines).toHaveLength(length)
    expect(lines.at(-1)).toMatchObject({ depth: length - 1, reports: [`s${length - 1}`] })
  })

  it('names a large circle by one of it where it stands again', () => {
    const sources = 'a b c c1<c2,a,b c2<c3 c3<c1'
    expect(outline(sources, 'c1 c2 c3')).toEqual(['a', '  c1+c2+c3 [c1 c2 c3]', 'b', '  c1 …'])
  })
})

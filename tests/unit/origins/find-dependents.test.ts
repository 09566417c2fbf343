import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineOrigins } from '@/lib/derive/origins/count-origins'
import { findDependents, indexDependents } from '@/lib/derive/origins/find-dependents'
import { prepareTies } from '@/lib/derive/origins/origin-graph'
import { actor, anyNodes, chart, figure, place, ref, source, withdraw } from './dependents-kit'
import { findNaively } from './naive-origins'
import { anyCarriages, anyTies } from './origin-kit'

const all = { falls: [], leftWithOne: [] }

describe('findDependents, of a source', () => {
  it('drops the copies of a withdrawn one, the records that they alone carry, and what needs these', () => {
    const nodes = [
      source('a'),
      source('b', 'a'),
      figure('f', 'b'),
      figure('g', 'c'),
      source('c'),
      chart('h', 'figure/f', 'figure/g'),
    ]
    expect(withdraw(nodes, 'source/a')).toEqual({ falls: ['source/b', 'figure/f', 'chart/h'], leftWithOne: [] })
  })

  it('keeps an original when its copy is withdrawn', () => {
    expect(withdraw([source('a'), source('b', 'a'), figure('f', 'a b')], 'source/b')).toEqual(all)
  })

  it('leaves what is carried from elsewhere too with one origin', () => {
    const nodes = [source('a'), source('b', 'a'), source('c'), figure('f', 'a b c'), figure('g', 'a c d'), source('d')]
    expect(withdraw(nodes, 'source/a')).toEqual({ falls: ['source/b'], leftWithOne: ['figure/f'] })
  })

  it('leaves a copy of two standing, with the origin of the other', () => {
    const nodes = [source('a'), source('b'), source('c', 'a', 'b'), figure('f', 'c')]
    expect(withdraw(nodes, 'source/a')).toEqual({ falls: [], leftWithOne: ['figure/f'] })
  })

  it('takes a tie by way of a withdrawn copy away', () => {
    const nodes = [source('a'), source('b'), source('c', 'd', 'b'), source('d', 'a'), figure('f', 'c')]
    expect(withdraw(nodes, 'source/d')).toEqual({ falls: [], leftWithOne: ['figure/f'] })
  })

  it('does not say of what had one origin that it is left with one', () => {
    expect(withdraw([source('a'), source('b', 'a'), source('c', 'a'), figure('f', 'b c')], 'source/b')).toEqual(all)
  })

  it('drops a circle of two with either of them', () => {
    expect(withdraw([source('a', 'b'), source('b', 'a')], 'source/a').falls).toEqual(['source/b'])
  })

  it('keeps of a larger circle those that still take from each other', () => {
    const nodes = [
      source('a', 'b', 'c'),
      source('b', 'a', 'c'),
      source('c', 'a', 'b'),
      source('d', 'a'),
      figure('f', 'b e'),
      source('e'),
    ]
    expect(withdraw(nodes, 'source/a')).toEqual({ falls: ['source/d'], leftWithOne: [] })
    expect(withdraw(nodes, 'source/e')).toEqual({ falls: [], leftWithOne: ['figure/f'] })
  })

  it('does not let copies hold each other up', () => {
    const nodes = [source('a'), source('b', 'c', 'a'), source('c', 'b'), figure('f', 'c')]
    expect(withdraw(nodes, 'source/a').falls).toEqual(['source/b', 'source/c', 'figure/f'])
  })

  it('lets a circle stand by another way out', () => {
    const nodes = [source('a'), source('z'), source('b', 'c', 'a'), source('c', 'b', 'z'), figure('f', 'b')]
    expect(withdraw(nodes, 'source/a')).toEqual({ falls: [], leftWithOne: ['figure/f'] })
  })

  it('does not count through a withdrawn one of a circle', () => {
    const nodes = [
      source('y'),
      source('z'),
      source('a', 'b', 'c', 'y'),
      source('b', 'a', 'z'),
      source('c', 'a', 'z'),
      figure('f', 'b'),
    ]
    expect(withdraw(nodes, 'source/a')).toEqual({ falls: [], leftWithOne: ['figure/f'] })
  })

  it('drops a report whose body still stands', () => {
    expect(withdraw([source('a'), actor('x'), figure('f', 'a:x')], 'source/a').falls).toEqual(['figure/f'])
  })

  it('keeps what has carriages of unknown sources only', () => {
    expect(withdraw([source('a'), figure('f', 'gone')], 'source/a')).toEqual(all)
  })
})

describe('findDependents, of an actor', () => {
  it('drops what it makes, and what all reports have by way of it', () => {
    const nodes = [source('a'), actor('x'), figure('f', 'a:x'), figure('g', 'a', ['actor/x']), figure('h', 'a')]
    expect(withdraw(nodes, 'actor/x').falls).toEqual(['figure/f', 'figure/g'])
  })

  it('drops a report that has it anywhere on its way', () => {
    const nodes = [
      source('a'),
      source('b'),
      actor('x'),
      figure('f', 'a:x>y'),
      figure('g', 'a:y>x'),
      figure('h', 'a:x>y b:z>y'),
    ]
    expect(withdraw(nodes, 'actor/x')).toEqual({ falls: ['figure/f', 'figure/g'], leftWithOne: ['figure/h'] })
  })

  it('leaves what is reported without it with one origin', () => {
    const nodes = [source('a'), source('b'), actor('x'), figure('f', 'a:x b')]
    expect(withdraw(nodes, 'actor/x')).toEqual({ falls: [], leftWithOne: ['figure/f'] })
  })

  it('drops the copy of a report that had the record by way of it, for that record', () => {
    const nodes = [source('a'), source('b', 'a'), actor('x'), figure('f', 'a:x b'), figure('g', 'b')]
    expect(withdraw(nodes, 'actor/x').falls).toEqual(['figure/f'])
  })

  it('drops a report by way of a body that had the record from it in another', () => {
    const nodes = [source('a'), source('b'), actor('x'), figure('f', 'a:x>y b:y')]
    expect(withdraw(nodes, 'actor/x').falls).toEqual(['figure/f'])
  })

  it('drops a report that names it in one place and nobody in another', () => {
    expect(withdraw([source('a'), actor('x'), figure('f', 'a:x a')], 'actor/x').falls).toEqual(['figure/f'])
  })

  it('does not take a body for a source of the same id', () => {
    const nodes = [source('a'), actor('a'), figure('f', 'a'), figure('g', 'a:a')]
    expect(withdraw(nodes, 'actor/a').falls).toEqual(['figure/g'])
    const others = [source('a'), source('b'), actor('a'), figure('f', 'b:a')]
    expect(withdraw(others, 'source/a').falls).toEqual([])
  })
})

describe('findDependents, of a record', () => {
  it('drops what needs it, by however many steps', () => {
    const nodes = [chart('top', 'chart/middle'), chart('middle', 'figure/f'), source('a'), figure('f', 'a')]
    expect(withdraw(nodes, 'figure/f').falls).toEqual(['chart/top', 'chart/middle'])
  })

  it('drops a place when all that its position stands on has fallen', () => {
    const nodes = [
      source('a'),
      source('b', 'a'),
      source('c'),
      place('p', 'source/a', 'source/b'),
      place('q', 'source/a', 'source/c'),
    ]
    expect(withdraw(nodes, 'source/a').falls).toEqual(['source/b', 'place/p'])
  })

  it('takes a need told twice for one', () => {
    const nodes = [
      source('a'),
      source('b'),
      place('p', 'source/a', 'source/a', 'source/b'),
      chart('c', 'source/a', 'source/a'),
    ]
    expect(withdraw(nodes, 'source/a').falls).toEqual(['chart/c'])
  })

  it('does not say of what falls for another reason that it is left with one origin', () => {
    const nodes = [source('a'), source('b'), actor('x'), figure('f', 'a:x b', ['actor/x'])]
    expect(withdraw(nodes, 'actor/x')).toEqual({ falls: ['figure/f'], leftWithOne: [] })
  })

  it('looks only at what a withdrawal touches', () => {
    const chain = (id: string) => [
      source(id),
      source(`${id}2`, id),
      figure(`${id}f`, `${id} ${id}2`),
      chart(`${id}c`, `figure/${id}f`),
    ]
    const alone = findDependents(indexDependents(chain('a')), ref('source/a'))
    const among = findDependents(indexDependents([...chain('a'), ...chain('b'), ...chain('c')]), ref('source/a'))
    expect(among.falls.map(({ id }) => id)).toEqual(['a2', 'af', 'ac'])
    expect(among.visited).toBe(alone.visited)
    expect(among.visited).toBeGreaterThan(among.falls.length)
    expect(findDependents(indexDependents(chain('a')), ref('source/gone'))).toEqual({ ...all, visited: 0 })
  })

  it('looks at each thing that falls, and not at any many times', () => {
    const steps = Array.from({ length: 20 }, (_, at) => at)
    const nodes = [
      ...steps.map((at) => source(`s${at}`, `s${at - 1}`)),
      ...steps.map((at) => figure(`f${at}`, `s${at}`)),
      ...steps.map((at) => chart(`c${at}`, `figure/f${at}`)),
    ]
    const { falls, visited } = findDependents(indexDependents(nodes), ref('source/s0'))
    expect(falls).toHaveLength(59)
    expect(visited).toBeGreaterThan(59)
    expect(visited).toBeLessThan(120)
    expect(findDependents(indexDependents(nodes), ref('chart/c0')).visited).toBe(1)
  })

  it('ignores needs that are not there, and is asked in vain for what is not', () => {
    const nodes = [chart('c', 'figure/gone'), place('p', 'source/gone')]
    expect(withdraw(nodes, 'figure/gone')).toEqual(all)
    expect(findDependents(indexDependents(nodes), ref('chart/c'))).toMatchObject(all)
  })

  it('survives needs in a circle', () => {
    expect(withdraw([chart('a', 'chart/b'), chart('b', 'chart/a'), chart('c', 'chart/c')], 'chart/a').falls).toEqual([
      'chart/b',
    ])
  })
})

describe('findDependents, of anything', () => {
  it('finds what falls and what is left with one as it is worked out anew', () => {
    fc.assert(
      fc.property(anyNodes, fc.nat(), (nodes, first) => {
        const withdrawn = nodes[first % nodes.length]
        fc.pre(withdrawn !== undefined)
        const { falls, leftWithOne } = findDependents(indexDependents(nodes), withdrawn)
        expect({ falls, leftWithOne }).toEqual(findNaively(nodes, withdrawn))
      }),
      { numRuns: 300 },
    )
  })

  it('drops a record with its only origin', () => {
    fc.assert(
      fc.property(anyTies(6, 3), anyCarriages(6, 4), (sources, carriages) => {
        const origins = outlineOrigins(prepareTies(sources), carriages).filter(({ depth }) => depth === 0)
        const [only] = origins
        fc.pre(origins.length === 1 && only?.ids.length === 1)
        const record = { kind: 'figure' as const, id: 'f', carriages }
        const nodes = [...sources.map((each) => ({ kind: 'source' as const, ...each })), ...'axyz'].map((node) =>
          typeof node === 'string' ? actor(node) : node,
        )
        const { falls } = findDependents(indexDependents([...nodes, record]), {
          kind: only.kind,
          id: only.ids[0] ?? '',
        })
        expect(falls).toContainEqual({ kind: 'figure', id: 'f' })
      }),
      { numRuns: 1000 },
    )
  })

  it('finds origins that are many copies away', () => {
    const steps = Array.from({ length: 100 }, (_, at) => at + 1)
    const copies = (name: string) => steps.map((at) => source(`${name}${at}`, `${name}${at - 1}`))
    const nodes = [
      ...['a0', 'b0', 'c'].map((id) => source(id)),
      ...copies('a'),
      ...copies('b'),
      figure('f', 'a100 b100 c'),
      figure('g', 'a100 b100'),
    ]
    expect(withdraw(nodes, 'source/c')).toEqual(all)
    expect(withdraw(nodes, 'source/b0').leftWithOne).toEqual(['figure/g'])
  })
})

import { describe, expect, it } from 'vitest'
import { explainMissing, isUnread } from '@/lib/schema/missing-references'
import type { FilePosition } from '@/lib/schema/parse-records'
import type { SetAside } from '@/lib/schema/records'
import type { Reference, ReferredKind } from '@/lib/schema/references'
import { type LinkNode, resolveReferences } from '@/lib/schema/resolve-references'

const fileOf: Partial<Record<LinkNode['kind'], string>> = { scene: 'scenes.json', place: 'layers/quays.geojson' }

/** A record `kind/id` that names others, each at `about/<index>`. */
function node(name: string, ...named: string[]): LinkNode {
  const [kind, id] = split(name)
  const references = named.map((each, index): Reference => {
    const [of, other] = split(each)
    return { kind: of, id: other, path: ['about', index] }
  })
  const text = JSON.stringify({ id, about: named, inputs: [] })
  const slice = { text, offset: 0, line: 7, pointer: '/0' }
  return { kind, id, references, position: { file: fileOf[kind] ?? `${kind}s.json`, slice, base: [], id } }
}

function split(name: string): [ReferredKind, string] {
  const [kind = '', id = ''] = name.split('/')
  return [kind as ReferredKind, id]
}

function entry(file: string, more: Partial<SetAside> = {}): SetAside {
  return { file, pointer: '/0', line: 3, id: 'lost', rule: 'shape', reason: 'x', ...more }
}

/** Which of these stand, and what is told of the others. */
function resolve(nodes: readonly LinkNode[], before: readonly SetAside[] = []) {
  const setAside = [...before]
  const standing: ReadonlySet<FilePosition> = resolveReferences(nodes, setAside)
  return {
    standing: nodes.filter(({ position }) => standing.has(position)).map(({ kind, id }) => `${kind}/${id}`),
    told: setAside.slice(before.length),
  }
}

describe('records that name each other', () => {
  it('stand where all that they name is there, in a circle too', () => {
    const nodes = [node('source/a', 'source/b'), node('source/b', 'source/a'), node('scene/s', 'source/a')]
    expect(resolve(nodes)).toEqual({ standing: ['source/a', 'source/b', 'scene/s'], told: [] })
  })

  it('fall with what they name, to the end of the chain, and say what was the cause', () => {
    const { standing, told } = resolve([
      node('chart/c', 'figure/f'),
      node('figure/f', 'source/gone', 'actor/a'),
      node('actor/a'),
      node('event/f'),
    ])
    expect(standing).toEqual(['actor/a', 'event/f'])
    expect(told).toEqual([
      {
        file: 'figures.json',
        pointer: '/0/about/0',
        line: 7,
        id: 'f',
        rule: 'reference',
        reason: 'names source “gone”, which is not in this case',
      },
      expect.objectContaining({ file: 'charts.json', id: 'c', rule: 'reference' }),
    ])
  })

  it('tell of three that are not there, and how many more', () => {
    const { told } = resolve([node('event/e', 'place/p', 'place/q', 'place/r', 'place/s', 'place/t')])
    expect(told[0]?.reason).toBe(
      'names place “p”, which is not in this case; place “q”, which is not in this case; place “r”, which is not in this case; and 2 more',
    )
    expect(resolve([node('event/e', 'place/p', 'place/q', 'place/r')]).told[0]?.reason).not.toContain('more')
  })

  it('tell of what was itself set aside, with where, and point to it as the cause', () => {
    const lost = entry('sources.json', { pointer: '/4', line: 12 })
    const { told } = resolve([node('event/e', 'source/lost', 'source/lost')], [lost])
    expect(told).toMatchObject([
      {
        reason: 'names source “lost”, which was itself set aside (sources.json:12)',
        cause: { file: 'sources.json', pointer: '/4' },
      },
    ])
  })

  it('tell of what was never there before what was set aside, and are then the cause themselves', () => {
    const [told] = resolve([node('event/e', 'source/lost', 'place/p')], [entry('sources.json')]).told
    expect(told?.reason).toBe('names place “p”, which is not in this case')
    expect(told?.pointer).toBe('/0/about/1')
    expect(told).not.toHaveProperty('cause')
  })

  it('stand where they name records of a file that cannot be read', () => {
    const lost = entry('sources.json', { pointer: '', id: null, rule: 'unreadable' })
    expect(resolve([node('event/e', 'source/any')], [lost]).standing).toEqual(['event/e'])
    expect(resolve([node('event/e', 'actor/any')], [lost]).standing).toEqual([])
  })
})

describe('figures that are their own input', () => {
  it('fall, by way of others too, with what names them', () => {
    const { standing, told } = resolve([
      node('figure/a', 'figure/b'),
      node('figure/b', 'figure/c'),
      node('figure/c', 'figure/a', 'figure/one'),
      node('figure/self', 'figure/self'),
      node('figure/sum', 'figure/one', 'figure/two'),
      node('figure/one'),
      node('figure/two'),
      node('figure/after', 'figure/a'),
      node('chart/c', 'figure/a'),
    ])
    expect(standing).toEqual(['figure/sum', 'figure/one', 'figure/two'])
    expect(told.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'self', 'after', 'c'])
    const reason = 'its inputs go in a circle: a, b, c, self'
    expect(told[0]).toMatchObject({ pointer: '/0/inputs', rule: 'reference', reason })
  })

  it('are not figures that a circle of others lies before, nor events of a circle', () => {
    const nodes = [node('event/e', 'event/f'), node('event/f', 'event/e'), node('figure/g', 'event/e')]
    expect(resolve([...nodes, node('figure/f', 'event/f')]).told).toEqual([])
  })
})

describe('a name that leads nowhere', () => {
  const named = [
    { kind: 'actor', id: 'governor' },
    { kind: 'place', id: 'governer' },
  ]
  const reference = (name: string): Reference => {
    const [kind, id] = split(name)
    return { kind, id, path: [] }
  }

  it('is told with the nearest of its kind', () => {
    const { describe: tell } = explainMissing(named, [])
    expect(tell(reference('actor/govenor'))).toBe('which is not in this case; did you mean “governor”?')
    expect(tell(reference('actor/nobody'))).toBe('which is not in this case')
  })

  it('is looked for among 200,000 names and no more', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({ kind: 'place', id: `p${index}` }))
    const { describe: tell } = explainMissing([...many.slice(2), ...named], [])
    const answers = Array.from({ length: 3 }, () => tell(reference('actor/govenor')))
    expect(answers.map((words) => words.includes('governor'))).toEqual([true, true, false])
  })

  it.each<[string, Partial<SetAside> & { file: string }]>([
    ['actor/lost', { file: 'actors.json' }],
    ['place/lost', { file: 'layers/quays.geojson' }],
    ['layer/lost', { file: 'layers/quays.geojson' }],
    ['side/lost', { file: 'case.json', pointer: '/sides/0' }],
    ['question/lost', { file: 'case.json', pointer: '/questions/0' }],
    ['claim/lost', { file: 'case.json', pointer: '/claims/0' }],
    ['chart/lost', { file: 'case.json', pointer: '/charts/0' }],
    ['thread/lost', { file: 'case.json', pointer: '/threads/0' }],
  ])('as %s is told by where such records stand', (name, { file, ...more }) => {
    const lost = entry(file, more)
    const { findCause } = explainMissing([], [entry('other.json'), lost])
    expect(findCause(reference(name))).toBe(lost)
    expect(findCause(reference(name.replace('lost', 'other')))).toBeUndefined()
    expect(
      explainMissing([], [entry('other.json'), entry('case.json', { pointer: '/other/0' })]).findCause(reference(name)),
    ).toBeUndefined()
  })

  it('leads to the first that was set aside, and to no second record of one id', () => {
    const [first, second] = [entry('actors.json'), entry('actors.json', { line: 9 })]
    expect(explainMissing([], [first, second]).findCause(reference('actor/lost'))).toBe(first)
    const twice = entry('actors.json', { rule: 'duplicate-id' })
    expect(explainMissing([], [twice]).findCause(reference('actor/lost'))).toBeUndefined()
    const nameless = entry('actors.json', { id: null })
    expect(explainMissing([], [nameless]).findCause(reference('actor/null'))).toBeUndefined()
  })

  it('leads to what was set aside since', () => {
    const { add, findCause } = explainMissing([], [])
    const lost = entry('actors.json')
    add(lost)
    expect(findCause(reference('actor/lost'))).toBe(lost)
  })
})

describe('nothing can be said of records', () => {
  const whole = (file: string) => [entry(file, { pointer: '', rule: 'unreadable' })]

  it.each<[ReferredKind, string]>([
    ['source', 'sources.json'],
    ['actor', 'actors.json'],
    ['quotation', 'quotations.json'],
    ['figure', 'figures.json'],
    ['event', 'events.json'],
    ['statement', 'statements.json'],
    ['place', 'layers/quays.geojson'],
    ['layer', 'layers/quays.geojson'],
    ['chart', 'case.json'],
  ])('of a %s where %s cannot be read', (kind, file) => {
    expect(isUnread(kind, whole(file))).toBe(true)
    expect(isUnread(kind, whole('scenes.json'))).toBe(false)
    expect(isUnread(kind, [entry(file, { pointer: '' })])).toBe(false)
    expect(isUnread(kind, [entry(file, { rule: 'unreadable' })])).toBe(false)
  })
})

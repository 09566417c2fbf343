import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { listDependencies } from '@/lib/derive/origins/case-dependencies'
import { countOrigins } from '@/lib/derive/origins/count-origins'
import {
  type DependencyNode,
  type DependentsIndex,
  findDependents,
  indexDependents,
} from '@/lib/derive/origins/find-dependents'
import { type Carriage, prepareTies, type SourceTie } from '@/lib/derive/origins/origin-graph'
import { createCaseStore } from '@/lib/server/case-store'
import { alignColumns } from './align-columns'
import { median, percentile } from './statistics'
import { createRandom, SYNTHETIC_ID, writeSyntheticCase } from './synthetic-case'

/**
 * Times what rests on what, and how many origins each record has, in made-up cases of `count` records (the first argument, or
 * 10,000): a query of every single source, actor and record. Then the same of the case that the page is measured with, as the
 * server links it. `npx tsx tests/bench/dependents.ts 10000`
 */
const LIMIT_MS = 50
/** A node's time is the middle of so many: on a busy machine one alone says more of the others that are at work. */
const TURNS = 3
const recordKinds = ['figure', 'quotation', 'statement', 'event'] as const
const compositeKinds = ['place', 'chart', 'scene', 'claim'] as const
const [wanted = '10000'] = process.argv.slice(2)
const count = Number(wanted)
const random = createRandom()
const below = (limit: number) => Math.floor(random() * limit)
const list = <T>(length: number, make: (at: number) => T): T[] => Array.from({ length }, (_, at) => make(at))

/**
 * A fifth as many sources as records: most are copies, some of them of two and some in circles, and the first is the report that the
 * case is about, which carries all of it. A third of the reports name one or two bodies, most often the first. Half as many
 * places, charts, scenes and claims need what is before them.
 */
function makeCase(records: number): DependencyNode[] {
  const sourceCount = Math.ceil(records / 5)
  const actorCount = Math.ceil(records / 30)
  const sources = list(sourceCount, (at): SourceTie => {
    const kind = at < 20 ? 0 : random()
    const original = () => `s${1 + below(Math.max(1, at - 1))}`
    if (kind < 0.2) return { id: `s${at}`, takesFrom: [] }
    if (kind < 0.3) return { id: `s${at}`, takesFrom: [original(), original()] }
    if (kind < 0.35) return { id: `s${at}`, takesFrom: [original(), `s${1 + below(sourceCount)}`] }
    return { id: `s${at}`, takesFrom: [original()] }
  })
  const actor = () => `a${random() < 0.5 ? 0 : below(actorCount)}`
  const carriage = (source: string): Carriage => ({
    source,
    via: random() < 0.67 ? [] : list(1 + below(2), actor),
  })
  const figures = list(
    records,
    (at): DependencyNode => ({
      kind: recordKinds[at % recordKinds.length] ?? 'figure',
      id: `r${at}`,
      needs: [
        { kind: 'actor', id: actor() },
        ...(random() < 0.05 && at > 4 ? [{ kind: recordKinds[0], id: `r${4 * below(at / 4)}` }] : []),
      ],
      carriages: [carriage('s0'), ...list(below(7), () => carriage(`s${below(sourceCount)}`))],
    }),
  )
  const composites = list(
    Math.ceil(records / 2),
    (at): DependencyNode => ({
      kind: compositeKinds[at % compositeKinds.length] ?? 'place',
      id: `c${at}`,
      needs: list(1 + below(6), () => {
        const record = below(records)
        return { kind: recordKinds[record % recordKinds.length] ?? 'figure', id: `r${record}` }
      }),
      anyOf: at % 4 === 0 ? [list(1 + below(3), () => ({ kind: 'source', id: `s${below(sourceCount)}` }))] : [],
    }),
  )
  return [
    ...sources.map((source) => ({ kind: 'source' as const, ...source })),
    ...list(actorCount, (at) => ({ kind: 'actor' as const, id: `a${at}` })),
    ...figures,
    ...composites,
  ]
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const from = performance.now()
  const result = work()
  return { ms: performance.now() - from, result }
}

const nodes = makeCase(count)
const [report] = nodes
if (report === undefined) throw new RangeError('a case of no records cannot be measured')
const { ms: indexMs, result: index } = timed(() => indexDependents(nodes))
// The report that carries all of the case, before the engine has compiled what it asks for.
const { ms: firstMs } = timed(() => findDependents(index, report))
/** Every node withdrawn in turn: all times, and the worst of them. */
function withdrawEach(of: DependentsIndex, each: readonly DependencyNode[]) {
  const queries = each.map((node) => {
    const turns = list(TURNS, () => timed(() => findDependents(of, node)))
    return { node, ms: median(turns.map(({ ms }) => ms)), result: turns[0]?.result }
  })
  return {
    times: queries.map(({ ms }) => ms),
    worst: queries.reduce((most, query) => (query.ms > most.ms ? query : most)),
  }
}

/** Of one source: all of it rests on that one. */
async function linkSynthetic(records: number): Promise<LinkedCase> {
  const data = mkdtempSync(join(tmpdir(), 'caseboard-dependents-'))
  writeSyntheticCase(data, records)
  const loaded = await createCaseStore(data).loadCase(SYNTHETIC_ID)
  rmSync(data, { recursive: true })
  if (loaded === null) throw new Error('the synthetic case cannot be read')
  return loaded.linked
}

const { times, worst } = withdrawEach(index, nodes)
const linked = await linkSynthetic(count)
const { ms: listMs, result: listed } = timed(() => listDependencies(linked))
const { ms: linkedIndexMs, result: linkedIndex } = timed(() => indexDependents(listed))
const ofLinked = withdrawEach(linkedIndex, listed)
const { ms: tiesMs, result: ties } = timed(() => prepareTies(nodes.filter((node) => node.kind === 'source')))
const countTimes = nodes.flatMap((node) =>
  'carriages' in node ? timed(() => countOrigins(ties, node.carriages ?? [])).ms : [],
)
const ms = (value: number) => `${value.toFixed(value < 1 ? 3 : 1)} ms`
const limited = (value: number) => [ms(value), `≤ ${LIMIT_MS} ms`, value <= LIMIT_MS ? 'met' : 'MISSED']

console.log(
  alignColumns([
    ['records', String(count)],
    ['nodes, each withdrawn', `${nodes.length}, ${TURNS} times`],
    ['index of dependents', ms(indexMs)],
    ['first withdrawal of all', ...limited(firstMs)],
    ['worst withdrawal', ...limited(worst.ms)],
    ['— of', `${worst.node.kind} ${worst.node.id}`],
    ['— falls', String(worst.result?.falls.length)],
    ['— left with one origin', String(worst.result?.leftWithOne.length)],
    ['— nodes and ties looked at', String(worst.result?.visited)],
    ['withdrawal, p95', ms(percentile(times, 0.95))],
    ['withdrawal, median', ms(percentile(times, 0.5))],
    ['ties of the sources', ms(tiesMs)],
    ['origins of all records', ms(countTimes.reduce((sum, each) => sum + each, 0))],
    ['origins of one record, p95', ms(percentile(countTimes, 0.95))],
    ['linked case, nodes', String(listed.length)],
    ['— listed and indexed', `${ms(listMs)}, ${ms(linkedIndexMs)}`],
    ['— worst withdrawal', ...limited(ofLinked.worst.ms)],
    ['— of', `${ofLinked.worst.node.kind} ${ofLinked.worst.node.id}`],
    ['— falls', String(ofLinked.worst.result?.falls.length)],
  ]),
)

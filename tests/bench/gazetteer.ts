import { describePosition, findPlaces, readGazetteer } from '@/lib/server/gazetteer'

/** Run by hand: `npx tsx tests/bench/gazetteer.ts`. How long a question to the gazetteer takes; aimed at 20 ms. */
const LIMIT_MS = 20

const sorted = (times: readonly number[]) => times.toSorted((one, other) => one - other)
const share = (times: readonly number[], part: number) => sorted(times)[Math.floor(times.length * part)] ?? 0

async function measure(name: string, ask: readonly (() => Promise<unknown>)[]): Promise<boolean> {
  const times: number[] = []
  for (const each of ask) {
    const started = performance.now()
    await each()
    times.push(performance.now() - started)
  }
  const [middle, high] = [share(times, 0.5), share(times, 0.95)]
  console.log(`${name}: p50 ${middle.toFixed(1)} ms, p95 ${high.toFixed(1)} ms of ${times.length}`)
  return high <= LIMIT_MS
}

const begun = performance.now()
const gazetteer = await readGazetteer()
await describePosition([0, 0])
console.log(`read in ${(performance.now() - begun).toFixed(0)} ms: ${gazetteer.size} places`)

const names = [
  'Kharkov',
  'Харків',
  'Birmigham',
  'Springfield, Illinois',
  'a',
  'ne',
  'san',
  '北京',
  'Saint Petersbrg',
  'بيروت',
]
// The same points in every run: over the whole globe, and at coasts and borders where most is to be looked at.
const round = Array.from({ length: 150 }, (_, at): [number, number] => [
  ((at * 137.5) % 360) - 180,
  ((at * 59) % 160) - 80,
])
const near = names.flatMap((name) => gazetteer.search(name).map(({ place }) => place.at))

const isMet = [
  await measure(
    'by name',
    Array.from({ length: 20 }, () => names)
      .flat()
      .map((name) => () => findPlaces(name, [30, 50], 'en', 8)),
  ),
  await measure(
    'of a position',
    [...round, ...near].map((at) => () => describePosition(at)),
  ),
]
process.exitCode = isMet.every(Boolean) ? 0 : 1

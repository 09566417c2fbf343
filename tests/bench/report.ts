import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { alignColumns } from './align-columns'
import type { Visit } from './measure'
import { median, percentile, ratio } from './statistics'
import { mapDataKinds, sumOf, type TransferKind, transferKinds } from './transfers'

/** Everything that was measured of one subject. */
export interface Measured {
  visits: Visit[]
  /** Milliseconds of every click in the close view. */
  clicks: number[]
}

/** One line of the table: a figure of both pages, and what it should be. */
interface Row {
  what: string
  unit: 'ms' | 'kB' | 'MB' | ''
  bare: number
  app: number
  target?: { words: string; met: boolean }
}

const RESULTS = 'tests/bench/RESULTS.md'
const limits = {
  seen: 0.4,
  shift: 0.02,
  idle: 1.1,
  scriptKb: 170,
  htmlKb: 45,
  mapDataKb: 500,
  click: 2,
  slowClick: 2.5,
} as const

const kinds: Record<TransferKind, string> = {
  html: 'HTML',
  js: 'JavaScript',
  css: 'style sheets',
  fonts: 'fonts',
  tiles: 'basemap tiles',
  layers: 'case layers',
  relief: 'relief',
  api: 'case JSON',
  other: 'other',
}

function atMost(value: number, limit: number, words: string): NonNullable<Row['target']> {
  return { words, met: value <= limit }
}

/** The table's lines from the medians of all visits. Throws where nothing was measured. */
export function compare(bare: Measured, app: Measured): Row[] {
  const both = (of: (visit: Visit) => number) => ({
    bare: median(bare.visits.map(of)),
    app: median(app.visits.map(of)),
  })
  const clicks = (p: number) => ({ bare: percentile(bare.clicks, p), app: percentile(app.clicks, p) })
  const idle = both((visit) => visit.idleMs)
  const script = both((visit) => visit.transfers.js / 1000)
  const mapData = both((visit) => sumOf(visit.transfers, mapDataKinds) / 1000)
  const [middle, slow] = [clicks(0.5), clicks(0.95)]
  const timesBare = ({ bare, app }: { bare: number; app: number }, limit: number) =>
    atMost(ratio(app, bare), limit, `≤ ${limit.toFixed(limit < 2 ? 2 : 1)} × bare`)
  const html = both((visit) => visit.transfers.html / 1000)
  const seen = { bare: idle.bare, app: median(app.visits.map(({ mapSeenMs }) => mapSeenMs)) }
  const shifted = both((visit) => visit.shifted)
  return [
    {
      what: 'navigation → map first seen',
      unit: 'ms',
      ...seen,
      target: atMost(ratio(seen.app, seen.bare), limits.seen, `≤ ${limits.seen} × bare idle`),
    },
    {
      what: 'layout shift',
      unit: '',
      ...shifted,
      target: atMost(shifted.app, limits.shift, `≤ ${limits.shift}`),
    },
    {
      what: 'navigation → idle',
      unit: 'ms',
      ...idle,
      target: timesBare(idle, limits.idle),
    },
    {
      what: 'JavaScript before idle',
      unit: 'kB',
      ...script,
      target: atMost(script.app - script.bare, limits.scriptKb, `≤ bare + ${limits.scriptKb} kB`),
    },
    { what: 'HTML', unit: 'kB', ...html, target: atMost(html.app, limits.htmlKb, `≤ ${limits.htmlKb} kB`) },
    {
      what: 'map data before idle',
      unit: 'kB',
      ...mapData,
      target: atMost(mapData.app, limits.mapDataKb, `≤ ${limits.mapDataKb} kB`),
    },
    { what: 'click → panel painted, median', unit: 'ms', ...middle, target: timesBare(middle, limits.click) },
    { what: 'click → panel painted, p95', unit: 'ms', ...slow, target: timesBare(slow, limits.slowClick) },
    { what: 'first click of a fresh page', unit: 'ms', ...both((visit) => visit.firstClickMs) },
    { what: 'heap after collection', unit: 'MB', ...both((visit) => visit.heapBytes / 1e6) },
    { what: 'everything before idle', unit: 'kB', ...both((visit) => sumOf(visit.transfers, transferKinds) / 1000) },
    ...transferKinds
      .filter((kind) => kind !== 'js' && kind !== 'html')
      .map((kind): Row => ({ what: `— ${kinds[kind]}`, unit: 'kB', ...both((visit) => visit.transfers[kind] / 1000) })),
  ]
}

function number(value: number): string {
  if (value < 0.1 && value > 0) return value.toFixed(3)
  return value >= 100 ? value.toFixed(0) : value.toFixed(1)
}

function cells({ what, unit, bare, app, target }: Row): string[] {
  const times = bare > 0 ? `${ratio(app, bare).toFixed(2)} ×` : '–'
  const verdict = target === undefined ? '' : target.met ? 'met' : 'MISSED'
  return [what, `${number(bare)} ${unit}`, `${number(app)} ${unit}`, times, target?.words ?? '', verdict]
}

const headings = ['', 'bare map', 'Caseboard', 'ratio', 'target', '']

/** The table for a terminal. */
export function plainTable(rows: readonly Row[]): string {
  return alignColumns([headings, ...rows.map(cells)])
}

function markdownTable(rows: readonly Row[]): string {
  const line = (parts: readonly string[]) => `| ${parts.join(' | ')} |`
  return [
    line(headings),
    line(['---', '---:', '---:', '---:', '---', '---']),
    ...rows.map((row) => line(cells(row))),
  ].join('\n')
}

/** What a person found out about a missed target stays when the figures are written anew. */
function keptReasons(rows: readonly Row[]): string {
  const before = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : ''
  const at = before.indexOf('\n## Why')
  // Other sections follow, written by others.
  const [kept = '\n## Why\n', ...others] = at === -1 ? [] : before.slice(at).split(/(?=\n## )/)
  const missed = rows.filter(({ what, target }) => target?.met === false && !kept.includes(`### ${what}`))
  const reasons = [kept.trimEnd(), ...missed.map(({ what }) => `### ${what}\n\nMissed; not yet explained.`)]
  return [reasons.join('\n\n'), ...others.map((section) => section.trimEnd())].join('\n')
}

/** Writes the figures, the machine and the reasons to the results file. */
export function writeResults(rows: readonly Row[], about: { runs: number; clicks: number; chromium: string }): void {
  const [processor] = cpus()
  const memoryGb = Math.round(totalmem() / 1e9)
  const text = `# Benchmark

\`npm run bench\` wrote this on ${new Date().toISOString().slice(0, 10)}. Caseboard against a bare MapLibre page with the
same style, data, fonts and camera, through one server, alternating, medians of ${about.runs} visits each after one
that does not count; every visit with nothing cached; 1440 × 900; ${about.clicks} clicks each. kB are thousands of encoded bytes.

Machine: ${cpus().length} cores (${processor?.model ?? 'unknown processor'}), ${memoryGb} GB of memory, ${process.platform} ${process.arch},
Node ${process.versions.node}, Chromium ${about.chromium} headless, drawing in software (SwiftShader); the server, the browser and the
benchmark share the cores.

${markdownTable(rows)}

- *Map first seen*: the server's picture of the map painted, against the bare page's first idle. *Layout shift*: as the
  browser counts it, until after idle.
- *Idle*: the map's first \`idle\`, as the region's \`data-state\` says it. *Before idle*: requests sent until then, workers included.
- *Click → panel painted*: from the pointer event's time stamp to the animation frame after the one that has the panel.
  The bare page's panel is the place's name and its quotations as plain text; it highlights nothing.
- *First click of a fresh page*: on Kherson oblast in the opening view, where Caseboard's camera may move.
${keptReasons(rows)}
`
  writeFileSync(RESULTS, text)
}

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { chromiumArguments, findWholeChromium } from '../chromium'
import type { Finding } from '../soak/finding'
import type { Section } from '../soak/report'
import { median } from './statistics'

/** Asked for by its version when it is needed: it brings more packages than the whole project has. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const RUNS = 3
/** What all its categories but the first should come to, and the first at least: 0 to 1. */
const LEAST = { performance: 0.85, others: 1 } as const
const LARGEST_REPORT = 64_000_000

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const measures = {
  'first-contentful-paint': 'first contentful paint',
  'largest-contentful-paint': 'largest contentful paint',
  'total-blocking-time': 'total blocking time',
  'speed-index': 'speed index',
} as const

/** What of a report of Lighthouse's is read. */
interface Report {
  categories: Record<(typeof categories)[number], { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { title: string; score: number | null; numericValue?: number }>
}

async function audit(address: string): Promise<Report> {
  const flags = ['--output=json', '--quiet', '--preset=desktop', `--chrome-flags=${chromiumArguments.join(' ')}`]
  const path = findWholeChromium()
  const { stdout } = await promisify(execFile)('npx', ['--yes', LIGHTHOUSE, address, ...flags], {
    maxBuffer: LARGEST_REPORT,
    env: { ...process.env, ...(path !== undefined && { CHROME_PATH: path }) },
  })
  return JSON.parse(stdout)
}

/** What a report takes points off for, outside of how fast the page is. */
function failings({ categories: found, audits }: Report): string[] {
  return categories
    .slice(1)
    .flatMap((category) =>
      found[category].auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${category}: ${audits[id]?.title ?? id}`),
    )
}

/** Both pages as Lighthouse sees them on a desk, in turns: medians of three. */
export async function benchLighthouse(bare: string, app: string): Promise<Finding[]> {
  const reports: Record<'bare' | 'app', Report[]> = { bare: [], app: [] }
  for (let run = 1; run <= RUNS; run++) {
    reports.bare.push(await audit(bare))
    reports.app.push(await audit(app))
    console.log(`run ${run}: performance ${reports.app.at(-1)?.categories.performance.score}`)
  }
  for (const failing of new Set(reports.app.flatMap(failings))) console.log(failing)
  const own = (of: (report: Report) => number, write: (value: number) => string) =>
    `bare page ${write(median(reports.bare.map(of)))}`
  const scores = categories.map((category): Finding => {
    const scoreOf = ({ categories: found }: Report) => found[category].score ?? 0
    const score = median(reports.app.map(scoreOf))
    const least = category === 'performance' ? LEAST.performance : LEAST.others
    const value = `${score.toFixed(2)} (${own(scoreOf, (value) => value.toFixed(2))})`
    return { what: category.replace('-', ' '), value, target: { words: `≥ ${least.toFixed(2)}`, met: score >= least } }
  })
  const times = Object.entries(measures).map(([id, what]): Finding => {
    const timeOf = ({ audits }: Report) => audits[id]?.numericValue ?? 0
    const write = (value: number) => `${value.toFixed(0)} ms`
    return { what, value: `${write(median(reports.app.map(timeOf)))} (${own(timeOf, write)})` }
  })
  return [...scores, ...times]
}

export const lighthouseSection: Section = {
  heading: '## Lighthouse',
  introduction:
    '`npm run bench lighthouse` asks Lighthouse 12.8.2, with its settings for a desk, for both pages in turns, three times each; medians, on the machine named above, where the processor draws the map. Lighthouse comes with `npx` when it is asked for.',
}

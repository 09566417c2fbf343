import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { alignColumns } from '../bench/align-columns'
import type { Finding } from './finding'

const RESULTS = 'tests/bench/RESULTS.md'
const HEADING = '## The wall'
const INTRODUCTION = `\`npm run soak\` writes the tables below, each by itself (\`npm run soak -- heap streams\`), on the machine named above.`

function cells({ what, value, target }: Finding): string[] {
  return [what, value.trim(), target?.words.trim() ?? '', target === undefined ? '' : target.met ? 'met' : 'MISSED']
}

/** The table for a terminal. */
export function plainTable(findings: readonly Finding[]): string {
  return alignColumns(findings.map(cells))
}

function markdownBlock(title: string, findings: readonly Finding[]): string {
  const rows = [['', '', 'target', ''], ['---', '---:', '---', '---'], ...findings.map(cells)]
  return `### ${title}\n\nOn ${new Date().toISOString().slice(0, 10)}.\n\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`
}

/**
 * The results with the table of `title` in the section of the wall put in or replaced. What a person wrote below a table
 * stays, as does all else. Pure: text in, text out.
 */
export function withTable(text: string, title: string, findings: readonly Finding[]): string {
  const block = markdownBlock(title, findings)
  const section = text.includes(`\n${HEADING}\n`) ? text : `${text.trimEnd()}\n\n${HEADING}\n\n${INTRODUCTION}\n`
  const start = section.indexOf(`\n### ${title}\n`)
  if (start === -1) return `${section.trimEnd()}\n\n${block}\n`
  const table = section.indexOf('\n|', start)
  const end = section.slice(table + 1).search(/\n(?!\|)/)
  const after = end === -1 ? '\n' : section.slice(table + 1 + end)
  return `${section.slice(0, start + 1)}${block}${after}`
}

/** Writes a soak's table to the results file. */
export function writeTable(title: string, findings: readonly Finding[]): void {
  const before = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '# Benchmark\n'
  writeFileSync(RESULTS, withTable(before, title, findings))
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { alignColumns } from '../bench/align-columns'
import type { Finding } from './finding'

const RESULTS = 'tests/bench/RESULTS.md'

/** A part of the results file that tables are written into, one at a time. */
export interface Section {
  heading: string
  introduction: string
}

const wall: Section = {
  heading: '## The wall',
  introduction:
    '`npm run soak` writes the tables below, each by itself (`npm run soak -- heap streams`), on the machine named above.',
}

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
 * The results with the table of `title` in its section put in or replaced. What a person wrote below a table
 * stays, as does all else. Pure: text in, text out.
 */
export function withTable(
  text: string,
  title: string,
  findings: readonly Finding[],
  { heading, introduction }: Section = wall,
): string {
  const block = markdownBlock(title, findings)
  const section = text.includes(`\n${heading}\n`) ? text : `${text.trimEnd()}\n\n${heading}\n\n${introduction}\n`
  const start = section.indexOf(`\n### ${title}\n`)
  if (start === -1) return appendTo(section, heading, block)
  const table = section.indexOf('\n|', start)
  const end = section.slice(table + 1).search(/\n(?!\|)/)
  const after = end === -1 ? '\n' : section.slice(table + 1 + end)
  return `${section.slice(0, start + 1)}${block}${after}`
}

/** Puts a table at the end of its section: others may follow. */
function appendTo(text: string, heading: string, block: string): string {
  const from = text.indexOf(`\n${heading}\n`) + heading.length + 2
  const next = text.slice(from).search(/\n## /)
  const end = next === -1 ? text.length : from + next
  const after = next === -1 ? '' : `\n${text.slice(end).trimStart()}`
  return `${text.slice(0, end).trimEnd()}\n\n${block}\n${after}`
}

/** Writes a table to the results file. */
export function writeTable(title: string, findings: readonly Finding[], section = wall): void {
  const before = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '# Benchmark\n'
  writeFileSync(RESULTS, withTable(before, title, findings, section))
}

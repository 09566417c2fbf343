import path from 'node:path'
import { extentOf } from '@/lib/derive/arrays'
import { writeDay } from '@/lib/derive/calendar'
import { dataFolder } from '@/lib/server/case-folder'
import { newCaseRecords } from '../new-case-records'
import { kindOf, newCaseFolder, writeNewCase } from '../write-new-case'
import type { Verb } from './verb'

/** A line for each file: its name, and what it holds. */
function listFiles(files: Iterable<string>): string[] {
  const names = [...files]
  const [, width] = extentOf(names.map(({ length }) => length))
  return names.map((file) => `${file.padEnd(width)}   ${kindOf(file)?.holds ?? ''}`.trimEnd())
}

/** What stands beside a new case's files, for whoever opens the folder. */
function readme(id: string, files: readonly string[]): string {
  return [
    `# ${id}`,
    '',
    'A small case that works. Put your own records in place of these, file by file. Records name each other by id.',
    '',
    ...files.map((file) => `- \`${file}\`: ${kindOf(file)?.holds ?? ''}`),
    '',
    `Check it with \`npm run case -- check ${id}\`. This file is for you: nothing reads it.`,
    '',
  ].join('\n')
}

/** What to do next, in lines to print. */
function nextSteps(id: string): string[] {
  return [
    'Next:',
    `  1. npm run case -- check ${id}`,
    '     after each change: it names what is wrong, and where',
    `  2. npm run dev, and open http://localhost:3000/cases/${id}`,
    '     the open page follows what you save',
    `  3. npm run case -- locate ${id} --source the-report.txt --as the-report`,
    '     once you have the report’s text in a file: it finds where your quotations stand in it',
  ]
}

/**
 * Writes a small working case, all of it at once. Returns lines to print: what each file is, and what to do next. Throws an
 * Error where `id` is no id, or where something of that name is there already.
 *
 * @param date Today, as `2030-03-05`.
 */
export async function createCase(data: string, id: string, date: string): Promise<string[]> {
  const folder = newCaseFolder(data, id)
  const records = newCaseRecords(id, date)
  await writeNewCase(folder, records, new Map([['README.md', readme(id, [...records.keys()])]]))
  const where = path.relative(process.cwd(), folder)
  return [
    `${where} is a small case that works. Put your own records in place of these, file by file:`,
    ...listFiles(records.keys()).map((line) => `  ${line}`),
    '',
    ...nextSteps(id),
  ]
}

/** Writes a new case and says what it is made of. Returns the exit code. */
async function create(caseId: string): Promise<number> {
  const today = writeDay(Date.now())
  for (const line of await createCase(dataFolder(), caseId, today)) console.log(line)
  return 0
}

export const newVerb: Verb = {
  name: 'new',
  arguments: '<case-id>',
  summary: 'writes a small case that works, to put your own in its place',
  help: [
    'Writes the folder data/cases/<case-id> with one place, source, quotation, figure, event and scene, and what these',
    'need. It passes the check and can be looked at at once. The id is 1 to 64 lower-case letters, digits and hyphens, and',
    'stands in the case’s address. A folder that is already there is left as it is.',
    '',
    'Example: npm run case -- new 2030-03-harbour',
  ],
  options: {},
  run: ([caseId, ...rest]) => (caseId === undefined || rest.length > 0 ? null : create(caseId)),
}

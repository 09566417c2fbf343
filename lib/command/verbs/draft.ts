import { createHash } from 'node:crypto'
import path from 'node:path'
import { writeDay } from '@/lib/derive/calendar'
import type { FindPlaces } from '@/lib/draft/choose-places'
import { draftRecords } from '@/lib/draft/draft-records'
import { type Draft, draftReport } from '@/lib/draft/draft-report'
import { dataFolder } from '@/lib/server/case-folder'
import { readGazetteer } from '@/lib/server/gazetteer'
import { readReport } from '../read-report'
import { newCaseFolder, writeNewCase } from '../write-new-case'
import { type Options, optionText, type Verb } from './verb'

/** The report's text beside its draft: hidden, so that it is none of the case's files and is never served. */
const TEXT_FILE = '.the-report.txt'

/** Whose positions the places have. */
export const GAZETTEER = 'The point of the name on the map of this program, from Natural Earth and GeoNames'

function countOf(draft: Draft): string[] {
  const doubtful = [
    ...draft.quotations,
    ...draft.statements,
    ...draft.figures,
    ...draft.events,
    ...draft.places,
  ].filter(({ sure }) => sure === 'low').length
  return [
    `  ${draft.quotations.length} quotations, ${draft.statements.length} statements, ${draft.figures.length} figures, ${draft.events.length} events, ${draft.places.length} places`,
    `  ${doubtful} of them doubtful; every record’s note says how sure it is and why`,
  ]
}

/** Parts of countries that are called as any part of anything is. */
const generalNames =
  /^(?:(?:north|south|east|west)(?:ern|east|west)?|central|cent(?:er|re)|capital|federal district|union)$/iu
const SHORTEST_NAME = 3
const MOST_CANDIDATES = 6

export async function findPlacesByName(): Promise<FindPlaces> {
  const gazetteer = await readGazetteer()
  return (name, countries) => {
    if (name.length < SHORTEST_NAME || generalNames.test(name)) return []
    const codes = new Set([...countries].flatMap((country) => gazetteer.countryCode(country) ?? []))
    return gazetteer.named(name, { countries: codes }, MOST_CANDIDATES).map(({ place, score, renown }) => {
      const { name, kind, at, country, region } = place
      const within = kind === 'country' ? {} : { ...(country && { country }), ...(region && { region }) }
      return { name, kind, at: [at[0], at[1]], score, renown, ...within }
    })
  }
}

/** Drafts a case from a report. Returns the exit code. */
async function draft(file: string, id: string, options: Options): Promise<number> {
  const folder = newCaseFolder(dataFolder(), id)
  const read = await readReport(file)
  const reported = optionText(options, 'date') ?? read.published
  if (reported === undefined || !/^\d{4}-\d{2}-\d{2}$/u.test(reported)) {
    console.error(`${file} does not tell its day, from which “last Friday” is counted: give it, as --date 2022-10-02`)
    return 1
  }
  const title = optionText(options, 'title') ?? read.title ?? read.text.trimStart().split('\n')[0] ?? ''
  const drafted = draftReport(read.text, reported, await findPlacesByName())
  const records = draftRecords(drafted, id, {
    title: title.slice(0, 300).trim() || path.basename(file),
    publisher: optionText(options, 'publisher') ?? read.publisher ?? 'Publisher not told',
    reported,
    today: writeDay(Date.now()),
    sha256: createHash('sha256').update(read.text).digest('hex'),
    address: optionText(options, 'address'),
    gazetteer: GAZETTEER,
  })
  await writeNewCase(folder, records, new Map([[TEXT_FILE, read.text]]))
  const where = path.relative(process.cwd(), folder)
  for (const line of [
    `${where} is a draft of the report:`,
    ...(drafted.isEnglish
      ? []
      : [
          '  it is not in English, it seems, whose words the rules go by: who speaks is to be filled in, and figures are not looked for',
        ]),
    ...countOf(drafted),
    `  its text is in ${path.join(where, TEXT_FILE)}: it is no part of the case, and is not served`,
    '',
    `Next: npm run case -- check ${id} --source ${path.join(where, TEXT_FILE)}`,
  ])
    console.log(line)
  return 0
}

export const draftVerb: Verb = {
  name: 'draft',
  arguments: '<report file> --id <case-id> [--date <day>] [--title …] [--publisher …] [--address …]',
  summary: 'makes a case of a report: quotations, statements, figures, events and places, each to be checked',
  help: [
    'Reads a report in English (.txt, .md, .html, .docx, .pdf) and writes the folder data/cases/<case-id>: what is quoted',
    'in it with who says so, what is told of somebody’s words, numbers with unit and hedge, dates, and the places that it',
    'names. By rules, without a network; what is proposed is a draft. The note of each record says how sure it is and why:',
    'accept it by taking the note out, or mend it. Its text is kept beside the case as .the-report.txt.',
    '',
    '  --id <case-id>       1 to 64 lower-case letters, digits and hyphens; it stands in the case’s address',
    '  --date <day>         the report’s day, as 2022-10-02; an HTML page may tell it itself',
    '  --title, --publisher, --address',
    '                       what the source is called, who published it, and where; taken from the file where it says so',
    '',
    'Example: npm run case -- draft the-report.txt --id 2030-03-harbour --date 2030-03-05',
  ],
  options: {
    id: { type: 'string' },
    date: { type: 'string' },
    title: { type: 'string' },
    publisher: { type: 'string' },
    address: { type: 'string' },
  },
  run([file, ...rest], options) {
    const id = optionText(options, 'id')
    if (file === undefined || id === undefined || rest.length > 0) return null
    return draft(file, id, options)
  },
}

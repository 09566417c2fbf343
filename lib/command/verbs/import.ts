import { createReadStream } from 'node:fs'
import { lstat, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { writeDay } from '@/lib/derive/calendar'
import { openFile } from '@/lib/import/open-file'
import { chooseTable, openQuestions, type PreparedTable, prepareTable } from '@/lib/import/prepare-import'
import { ImportFault, type ImportInput, type ReadOptions, tellFault } from '@/lib/import/row'
import { tellChanges, tellProposals } from '@/lib/import/tell-outcome'
import { recordIdSchema } from '@/lib/schema/identifier'
import { inferName } from '@/lib/schema/infer-layer'
import { toId } from '@/lib/schema/plain-values'
import { dataFolder, readCaseFiles } from '@/lib/server/case-folder'
import { readGazetteer } from '@/lib/server/gazetteer'
import { type ImportedCase, importTable } from '../import-case'
import { applyOptions } from '../import-options'
import { findFolder, type Options, optionText, replaceCaseFile, type Verb } from './verb'

/** A file on this machine, read in pieces. Throws an Error where there is none. */
async function inputOf(file: string): Promise<ImportInput> {
  const about = await stat(file).catch(() => null)
  if (about?.isFile() !== true) throw new Error(`${file} is no file`)
  return {
    name: path.basename(file),
    size: about.size,
    pieces: () => createReadStream(file, { highWaterMark: 1 << 20 }),
  }
}

export function readOptions(options: Options): ReadOptions {
  const [encoding, separator, header] = ['encoding', 'separator', 'header'].map((name) => optionText(options, name))
  if (header !== undefined && !/^\d{1,6}$/.test(header))
    throw new Error('--header is the number of a row, or 0 for none')
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined ? {} : { separator: separator === 'tab' ? '\t' : separator }),
    ...(header === undefined ? {} : { header: Number(header) }),
  }
}

/** The first rows with what each column becomes, to be looked at before anything is written. */
function tellRows({ table, sample }: PreparedTable): string[] {
  const lines = sample.slice(0, 5).map(({ row, cells, geometry }) => {
    const held = [...cells].slice(0, 12).map(([column, cell]) => `${column}=${String(cell).slice(0, 40)}`)
    return `  row ${row}: ${[...held, ...(geometry ? [geometry.type] : [])].join(' · ')}`
  })
  return [`columns: ${table.columns.map((column) => `“${column}”`).join(', ')}`, ...lines]
}

async function writeCase(data: string, id: string, files: ReadonlyMap<string, string>): Promise<void> {
  const folder = path.join(data, 'cases', id)
  // A hidden folder is none of the cases, should the page look for them meanwhile.
  const draft = path.join(data, 'cases', `.${id}.new`)
  try {
    await mkdir(path.join(draft, 'layers'), { recursive: true })
    for (const [file, text] of files) await writeFile(path.join(draft, file), text)
    await rename(draft, folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Into a case that is there: what is named before what names it, so that no page finds a name that leads nowhere. */
async function writeInto(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const order = (file: string) => (file === 'layers.json' ? 2 : file === 'sources.json' ? 0 : 1)
  await mkdir(path.join(folder, 'layers'), { recursive: true })
  for (const [file, text] of [...files].toSorted(([one], [other]) => order(one) - order(other)))
    await replaceCaseFile(path.join(folder, file), text)
}

const MOST_TOLD = 50

function tellFaults({ collected, refused }: ImportedCase, isFull: boolean): string[] {
  const faults = [...collected.faults, ...refused]
  const count = collected.faultCount + refused.length
  const shown = isFull ? faults : faults.slice(0, MOST_TOLD)
  const more = count - shown.length
  return [
    ...shown.map(tellFault),
    ...(more > 0 ? [`and ${more} more faulty rows${isFull ? '' : '; --all lists them'}`] : []),
  ]
}

/** An id from an option or a name; throws an Error that says what one looks like. */
function idOf(given: string | undefined, name: string, option: string): string {
  const id = given ?? toId(name)
  if (recordIdSchema.safeParse(id).success) return id
  throw new Error(`--${option}: “${id}” is no id: use 1 to 64 lower-case letters, digits and hyphens`)
}

async function bring(file: string, options: Options): Promise<number> {
  const input = await inputOf(file)
  const source = await openFile(input, readOptions(options))
  const prepared = await prepareTable(source, chooseTable(source, optionText(options, 'sheet')))
  const mapping = applyOptions(prepared.mapping, prepared.table.columns, options)
  console.log(`${input.name}: ${source.format}`)
  for (const words of [...source.found, ...prepared.remarks, ...tellProposals(prepared)]) console.log(`  ${words}`)
  const others = source.tables.flatMap(({ sheet }) =>
    sheet === null || sheet === prepared.table.sheet ? [] : [`“${sheet}”`],
  )
  if (others.length > 0)
    console.log(`  of its sheets “${prepared.table.sheet}” is read; choose another with --sheet: ${others.join(', ')}`)
  // Whoever says that nothing has a position has answered where it is.
  const isNowhere = optionText(options, 'position') === 'none'
  const questions = openQuestions(prepared, mapping).filter(({ ask }) => ask !== 'position' || !isNowhere)
  for (const { ask, words } of questions)
    console.error(
      ask === 'order'
        ? `${words}: say it with --dates dmy or --dates mdy`
        : `${words}: name them with --lat and --lng, --position or --place, or say --position none`,
    )
  if (options.look === true || questions.length > 0) {
    for (const line of tellRows(prepared)) console.log(line)
    return questions.length > 0 ? 1 : 0
  }

  const into = optionText(options, 'into')
  const folder = into === undefined ? undefined : await findFolder(into)
  if (into !== undefined && folder === undefined) return 1
  const stem = input.name.replace(/\.[^.]*$/, '')
  const sheet = source.tables.length > 1 ? (prepared.table.sheet ?? stem) : stem
  const layerId = idOf(optionText(options, 'layer'), sheet, 'layer')
  const caseId = folder?.id ?? idOf(optionText(options, 'id'), stem, 'id')
  const data = dataFolder()
  const where = path.join(data, 'cases', caseId)
  if (folder === undefined && (await lstat(where).catch(() => null)) !== null)
    throw new Error(
      `${where} is already there: choose another id with --id, or bring the file into it with --into ${caseId}`,
    )

  const imported = await importTable(prepared, {
    caseId,
    files: folder === undefined ? null : await readCaseFiles(folder),
    layerId,
    name: optionText(options, 'name') ?? inferName(toId(sheet) || layerId),
    file: input.name,
    mapping,
    replace: options.replace === true,
    date: writeDay(Date.now()),
    publisher: optionText(options, 'publisher') ?? 'Not said',
    gazetteer: mapping.position?.kind === 'name' ? await readGazetteer() : null,
  })
  const brought = imported.layers.reduce((sum, { part }) => sum + part.features.length, 0)
  const faulty = imported.collected.faultCount + imported.refused.length
  for (const line of tellFaults(imported, options.all === true)) console.log(line)
  for (const line of tellChanges(imported.collected, prepared.profile)) console.log(`note: ${line}`)
  if (brought === 0) {
    console.error(
      `${input.name}: none of its ${imported.collected.rowCount} rows can be brought in; nothing is written`,
    )
    return 1
  }
  if (folder === undefined) await writeCase(data, caseId, imported.files)
  else await writeInto(folder.path, imported.files)
  const layers = imported.layers.map(({ design, part }) => `${design.id} (${part.features.length}, ${design.mark})`)
  console.log(
    `${caseId}: ${brought} of ${imported.collected.rowCount} rows brought in as ${layers.join(', ')}; ${faulty} faulty. Check it with: npm run case -- check ${caseId}`,
  )
  return faulty > 0 ? 1 : 0
}

export const importVerb: Verb = {
  name: 'import',
  arguments: '<file> [--into <case-id>] [--layer <layer-id>] [--look] …',
  summary: 'brings a table or shapes into a case, or makes a case of them',
  help: [
    'Reads CSV, TSV, Excel (.xlsx), OpenDocument (.ods), GeoJSON (whole or a feature a line), TopoJSON, KML, KMZ, GPX, zipped',
    'Shapefiles, RSS and Atom with GeoRSS, and CAP 1.2. ACLED, UCDP GED, Atlos, uMap, TimelineJS, StoryMapJS, USGS, GDACS, W3C',
    'Web Annotations and Linked Places need no options. How the file is written and what its columns are is found out and',
    'printed. Each row that cannot be read is named with sheet, row, column, value and what would be right; the others are',
    'brought in. Rows with the same place, day and words are pointed out. The exit code is 1 where a row is faulty.',
    '',
    '  --into <case-id>       a case that is there; without it a new one is made, called --id or as the file',
    '  --layer <layer-id>     the layer, if not called as the file; --name <words> is what a reader sees',
    '  --replace              replaces the places of a layer that is there; how it is drawn stays',
    '  --look                 writes nothing: prints what was found, what is proposed, and the first rows',
    '  --all                  lists every faulty row, up to 1,000',
    '  --sheet <name>         the sheet of a workbook, or the object of a TopoJSON, if not the first',
    '  --encoding <label> --separator <mark|tab> --header <row>   how it is written, where that is found out wrongly',
    '  --lat <column> --lng <column>   or --position <column> (a pair, MGRS, UTM, plus codes, WKT; “none”), or --place <column>',
    '  --date <column> --until <column> --dates dmy|mdy --zone <+02:00|Europe/Kyiv>   when',
    '  --title, --category, --count, --words, --source, --accuracy <column>   what else a column is; “none” for none of them',
    '  --decimal <.|,>        what decimals follow',
    '  --keep <a,b,c>         of all other columns only these',
    '  --publisher <words>    who published the file',
    '',
    'Example: npm run case -- import incidents.csv --into my-case --layer incidents --dates dmy --zone Europe/Kyiv',
  ],
  options: {
    ...Object.fromEntries(
      [
        ...[
          'into',
          'layer',
          'id',
          'name',
          'sheet',
          'encoding',
          'separator',
          'header',
          'lat',
          'lng',
          'position',
          'place',
        ],
        ...['date', 'until', 'dates', 'zone', 'title', 'category', 'count', 'words', 'source', 'accuracy', 'decimal'],
        ...['keep', 'publisher'],
      ].map((name) => [name, { type: 'string' as const }]),
    ),
    replace: { type: 'boolean' },
    look: { type: 'boolean' },
    all: { type: 'boolean' },
  },
  run([file, ...rest], options) {
    if (file === undefined || rest.length > 0) return null
    return bring(file, options).catch((error: unknown) => {
      if (error instanceof ImportFault) throw new Error(`${path.basename(file)} ${error.message}`)
      throw error
    })
  },
}

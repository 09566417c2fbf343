import path from 'node:path'
import { applyEdits, findNodeAtLocation, parseTree } from 'jsonc-parser'
import { inferMeasure } from '@/lib/derive/figure-words'
import { parseCase } from '@/lib/schema/parse-case'
import { isObject } from '@/lib/schema/plain-values'
import { type Upgrade, upgradeEvent, upgradeFigure, upgradeHead, upgradePlace } from '@/lib/schema/upgrade'
import { type CaseFolder, readCaseFiles } from '@/lib/server/case-folder'
import { findFolder, replaceCaseFile, type Verb } from './verb'

/** A file of a case that today's form has otherwise. */
export interface UpgradedFile {
  file: string
  text: string
  /** Records of it that changed. */
  records: number
}

/** A file's records by today's form; as they are where it is none of theirs. */
const recordUpgrades: ReadonlyMap<string, Upgrade> = new Map([
  ['figures.json', upgradeFigure],
  ['events.json', upgradeEvent],
])

const LAYER_FILE = /^layers\/.+\.geojson$/

/** What a text says, or `undefined` where it is no JSON: such a file is left as it is, and `check` tells of it. */
function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}

function write(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** A file's records, which are its root or stand in it as `records`. */
function listOf(value: unknown): unknown {
  return isObject(value) ? value.records : value
}

function upgradeList(file: string, value: unknown, upgrade: Upgrade): UpgradedFile[] {
  const list = listOf(value)
  if (!Array.isArray(list)) return []
  const before: unknown[] = list
  const upgraded = before.map((record) => (isObject(record) ? upgrade(record) : record))
  const records = before.filter((record, index) => differs(record, upgraded[index])).length
  const whole = isObject(value) ? { ...value, records: upgraded } : upgraded
  return records === 0 ? [] : [{ file, text: write(whole), records }]
}

/** The unit of the first figure of each question, which tells what an older case's question measures. */
function unitsByQuestion(figures: unknown): Map<string, string> {
  const units = new Map<string, string>()
  const list = listOf(figures)
  for (const figure of Array.isArray(list) ? list : []) {
    if (!isObject(figure)) continue
    const { question, unit } = figure
    if (typeof question === 'string' && typeof unit === 'string' && !units.has(question)) units.set(question, unit)
  }
  return units
}

function upgradeCaseFile(file: string, value: unknown, figures: unknown): UpgradedFile[] {
  if (!isObject(value)) return []
  const units = unitsByQuestion(figures)
  const head = upgradeHead(value)
  const measured = (question: unknown): unknown => {
    if (!isObject(question) || 'measures' in question || typeof question.id !== 'string') return question
    const unit = units.get(question.id)
    return unit === undefined ? question : { ...question, measures: inferMeasure(unit) }
  }
  const { questions } = head
  const upgraded = Array.isArray(questions) ? { ...head, questions: questions.map(measured) } : head
  return differs(value, upgraded) ? [{ file, text: write(upgraded), records: 1 }] : []
}

/** Changes only what is sized by one figure: the geometry stays in the lines that it stood in. */
function upgradeLayer(file: string, text: string): UpgradedFile[] {
  const root = parse(text)
  const features: unknown[] = isObject(root) && Array.isArray(root.features) ? root.features : []
  const sized = features.flatMap((feature, index) => {
    const properties = isObject(feature) ? feature.properties : undefined
    if (!isObject(properties)) return []
    const { sizedBy } = upgradePlace(properties)
    return differs(sizedBy, properties.sizedBy) ? [{ index, sizedBy }] : []
  })
  const tree = sized.length === 0 ? undefined : parseTree(text)
  const edits = sized.flatMap(({ index, sizedBy }) => {
    const node = tree && findNodeAtLocation(tree, ['features', index, 'properties', 'sizedBy'])
    return node === undefined ? [] : [{ offset: node.offset, length: node.length, content: JSON.stringify(sizedBy) }]
  })
  return edits.length === 0 ? [] : [{ file, text: applyEdits(text, edits), records: edits.length }]
}

/** The table of layers that an older case does not have, as its places let them be drawn. */
function writeLayers(files: ReadonlyMap<string, string>): UpgradedFile[] {
  if (files.has('layers.json')) return []
  const layers = parseCase(files).records?.layers.map(({ places: _, glyph: __, ...design }) => design) ?? []
  return layers.length === 0 ? [] : [{ file: 'layers.json', text: write(layers), records: layers.length }]
}

/** The files of a case that are not in today's form yet, in that form; one that is no JSON is none of them. Never throws. */
export function upgradeFiles(files: ReadonlyMap<string, string>): UpgradedFile[] {
  const upgraded = [...files].flatMap(([file, text]) => {
    const records = recordUpgrades.get(file)
    if (records !== undefined) return upgradeList(file, parse(text), records)
    if (file === 'case.json') return upgradeCaseFile(file, parse(text), parse(files.get('figures.json')))
    return LAYER_FILE.test(file) ? upgradeLayer(file, text) : []
  })
  return [...upgraded, ...writeLayers(files)]
}

/** Rewrites the files of a case in today's form, each at once or not at all. Returns a line for each that it changed. */
export async function upgradeCase(folder: CaseFolder): Promise<string[]> {
  const files = await readCaseFiles(folder)
  const texts = new Map([...files].flatMap(([file, text]) => (typeof text === 'string' ? [[file, text]] : [])))
  const lines: string[] = []
  for (const { file, text, records } of upgradeFiles(texts)) {
    const full = path.join(folder.path, file)
    await replaceCaseFile(full, text)
    lines.push(`${folder.id}: ${file}: ${records} ${records === 1 ? 'record' : 'records'} in today’s form`)
  }
  return lines
}

/** Brings one case's files to today's form and prints what it changed. Returns the exit code. */
async function upgrade(caseId: string): Promise<number> {
  const folder = await findFolder(caseId)
  if (folder === undefined) return 1
  const lines = await upgradeCase(folder)
  for (const line of lines.length > 0 ? lines : [`${caseId}: is in today’s form`]) console.log(line)
  return 0
}

export const upgradeVerb: Verb = {
  name: 'upgrade',
  arguments: '<case-id>',
  summary: 'writes an older case’s files in today’s form',
  help: [
    'Rewrites the files of a case that was made for an earlier version, and says which records changed. A case loads',
    'without it too; a second time it changes nothing. A file that is no JSON is left as it is.',
    '',
    'Example: npm run case -- upgrade my-case',
  ],
  options: {},
  run: ([caseId, ...rest]) => (caseId === undefined || rest.length > 0 ? null : upgrade(caseId)),
}

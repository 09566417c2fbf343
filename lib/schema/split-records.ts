import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { limits } from '@/lib/limits'
import type { Rule } from './records'
import { type JsonToken, scanJson } from './scan-json'

/** What a file holds: an array of records, bare or as `records` of an object, a GeoJSON FeatureCollection, or one object. */
export type FileForm = 'array' | 'features' | 'object'

/** A record as it stands in its file. */
export interface RecordSlice {
  text: string
  /** Characters from the start of the file. */
  offset: number
  /** From 1, of its first character. */
  line: number
  /** JSON pointer (RFC 6901) from the file's root; empty for the file itself. */
  pointer: string
}

/** Why a record cannot be read, and the line (from 1) of the place. */
interface SliceFault {
  rule: Extract<Rule, 'unreadable' | 'too-deep' | 'forbidden-key' | 'shape'>
  reason: string
  line: number
}

interface GoodSlice extends RecordSlice {
  value: unknown
}

interface BadSlice extends RecordSlice {
  /** The id that the record gives itself, if that can be made out. */
  id: string | null
  fault: SliceFault
}

/** A file's records in its order, those that read as JSON and those that do not; `fault` is the whole file's. */
export interface SplitFile {
  good: GoodSlice[]
  bad: BadSlice[]
  fault: SliceFault | null
}

/** Keys that reach an object's prototype in code that copies properties carelessly. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Writes a path as a JSON pointer: `~` and `/` are escaped (RFC 6901 §3). */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
}

interface Stretch {
  tokens: JsonToken[]
  pointer: string
  /** Stands where the stretch is empty, as between two commas. */
  after: JsonToken
  /** How many more stretches after this one are empty too: they are told with it. */
  alike: number
}

/** The stretches between the commas of the bracket that `tokens` begins and ends with. */
function splitAtCommas(tokens: JsonToken[]): (Omit<Stretch, 'pointer'> & { index: number })[] {
  const first = tokens[0]
  if (first === undefined || tokens.length === 2) return []
  const stretches: (Omit<Stretch, 'pointer'> & { index: number })[] = []
  let start = 1
  let count = 0
  for (const [index, token] of tokens.entries()) {
    const ends = index === tokens.length - 1 || (token.kind === ',' && token.depth === first.depth)
    if (!ends) continue
    const last = stretches.at(-1)
    if (index === start && last?.tokens.length === 0) last.alike++
    else
      stretches.push({ tokens: tokens.slice(start, index), after: tokens[start - 1] ?? first, alike: 0, index: count })
    start = index + 1
    count++
  }
  return stretches
}

function findForbiddenKey(tokens: JsonToken[]): JsonToken | undefined {
  return tokens.find((token, index) => tokens[index + 1]?.kind === ':' && forbiddenKeys.has(token.value))
}

/** The id among a record's own keys, read from its tokens, as the record itself cannot be. */
function findId(tokens: JsonToken[]): string | null {
  const key = tokens.findIndex(
    ({ kind, value, depth }, index) =>
      kind === 'string' && value === 'id' && depth === tokens[0]?.depth && tokens[index + 1]?.kind === ':',
  )
  const value = key === -1 ? '' : (tokens[key + 2]?.value ?? '')
  return value !== '' && value.length <= 64 ? value : null
}

/** The line, from 1, of the character at `offset` in a text whose first line is `firstLine`. */
export function lineAt(text: string, offset: number, firstLine: number): number {
  let line = firstLine
  for (let index = text.indexOf('\n'); index !== -1 && index < offset; index = text.indexOf('\n', index + 1)) line++
  return line
}

/** Why native JSON.parse refused: the first error that the tolerant parser sees, and where. */
function explainParseError(text: string, line: number): SliceFault {
  const errors: ParseError[] = []
  parseTree(text, errors, { disallowComments: true })
  const error = errors[0]
  if (error === undefined) return { rule: 'unreadable', reason: 'is not JSON', line }
  const what = printParseErrorCode(error.error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
  const near = text.slice(error.offset, error.offset + Math.min(Math.max(error.length, 1), 40))
  return { rule: 'unreadable', reason: `is not JSON: ${what} at “${near}”`, line: lineAt(text, error.offset, line) }
}

function judge(text: string, { tokens, pointer, after, alike }: Stretch): GoodSlice | BadSlice {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (first === undefined || last === undefined) {
    const more = alike === 0 ? '' : `, nor between the ${alike} after`
    const fault: SliceFault = {
      rule: 'unreadable',
      reason: `there is nothing between two commas${more}`,
      line: after.line,
    }
    return { text: '', offset: after.end, line: after.line, pointer, id: null, fault }
  }
  const slice = { text: text.slice(first.offset, last.end), offset: first.offset, line: first.line, pointer }
  const bad = (fault: SliceFault): BadSlice => ({ ...slice, id: findId(tokens), fault })
  const opensAt = first.kind === '{' || first.kind === '[' ? 1 : 0
  const deep = tokens.find((token) => token.depth - first.depth + opensAt > limits.case.depth)
  if (deep !== undefined)
    return bad({ rule: 'too-deep', reason: `is nested deeper than ${limits.case.depth}`, line: deep.line })
  const halved = tokens.find(({ value }) => /\p{Surrogate}/u.test(value))
  if (halved !== undefined) {
    const reason = 'holds half of a character, as “\\ud83d” without its other half: write it whole'
    return bad({ rule: 'unreadable', reason, line: halved.line })
  }
  const forbidden = findForbiddenKey(tokens)
  if (forbidden !== undefined) {
    const reason = `has a forbidden key, “${forbidden.value}”`
    return bad({ rule: 'forbidden-key', reason, line: forbidden.line })
  }
  try {
    const value: unknown = JSON.parse(slice.text)
    return { ...slice, value }
  } catch {
    return bad(explainParseError(slice.text, slice.line))
  }
}

/** The records of a list that stands at `path`; a string where there are too many. */
function judgeList(text: string, tokens: JsonToken[], path: readonly string[]): (GoodSlice | BadSlice)[] | string {
  const stretches = splitAtCommas(tokens)
  const most = limits.case.records
  if (stretches.length > most) return `has more than ${most / 1000} thousand records: split it`
  return stretches.map(({ index, ...stretch }) => judge(text, { ...stretch, pointer: toPointer([...path, index]) }))
}

/** What an object that holds records may have beside them: the schema that an editor's program checks it by. */
const besideRecords = ['$schema']

/**
 * The entries of the list `key` of an object, and its other members where those cannot be read; a string is the file's
 * fault. A FeatureCollection may have any other members (RFC 7946 §6.1), an object of records none but `$schema`.
 */
function readCollection(
  text: string,
  tokens: JsonToken[],
  key: 'features' | 'records',
): (GoodSlice | BadSlice)[] | string {
  let list: JsonToken[] | null = null
  let type: unknown
  const others: BadSlice[] = []
  for (const { tokens: member, after, alike } of splitAtCommas(tokens)) {
    const [name, colon, ...value] = member
    if (name?.kind !== 'string' || colon?.kind !== ':') return 'is not a JSON object'
    if (name.value === key) {
      if (list !== null) return `has two members “${key}”`
      if (value[0]?.kind !== '[') return `its “${key}” is not an array`
      if (value.findIndex((token) => token.depth === value[0]?.depth && token.kind === ']') !== value.length - 1)
        return `something stands between “${key}” and the next comma`
      list = value
      continue
    }
    const judged = judge(text, { tokens: value, pointer: toPointer([name.value]), after, alike })
    const bad = (rule: SliceFault['rule'], reason: string) =>
      others.push({ ...judged, id: null, fault: { rule, reason, line: name.line } })
    if (findForbiddenKey([name, colon]) !== undefined) bad('forbidden-key', `has a forbidden key, “${name.value}”`)
    else if ('fault' in judged) others.push(judged)
    else if (key === 'records' && !besideRecords.includes(name.value))
      bad('shape', `unknown key “${name.value}”; known here: ${[key, ...besideRecords].join(', ')}`)
    else if (name.value === 'type') type = judged.value
  }
  if (key === 'features' && (type !== 'FeatureCollection' || list === null))
    return 'is not a GeoJSON FeatureCollection, as { "type": "FeatureCollection", "features": [ ] }'
  if (list === null) return 'is not a JSON array, nor an object with one: { "records": [ ] }'
  const judged = judgeList(text, list, [key])
  return typeof judged === 'string' ? judged : [...others, ...judged]
}

function readSlices(text: string, form: FileForm, tokens: JsonToken[]): (GoodSlice | BadSlice)[] | string {
  const first = tokens[0]
  if (first === undefined) return 'is empty'
  if (form === 'array' && first.kind === '{') return readCollection(text, tokens, 'records')
  if (first.kind !== (form === 'array' ? '[' : '{'))
    return form === 'array' ? 'is not a JSON array' : 'is not a JSON object'
  if (form === 'object') return [judge(text, { tokens, pointer: '', after: first, alike: 0 })]
  if (form === 'features') return readCollection(text, tokens, 'features')
  return judgeList(text, tokens, [])
}

/**
 * Splits a file's text into its records and reads each by itself, so that one that is broken costs only itself as long
 * as the file's brackets pair up. Nothing recurses on the file's own depth: records deeper than `limits.case.depth`
 * are told by counting. Form `array` gives the root's elements or those of `/records`, `features` those of `/features`,
 * `object` the root itself.
 * Never throws.
 */
export function splitRecords(text: string, form: FileForm): SplitFile {
  const tokens = scanJson(text)
  if (!Array.isArray(tokens)) return { good: [], bad: [], fault: { rule: 'unreadable', ...tokens } }
  const slices = readSlices(text, form, tokens)
  if (typeof slices === 'string')
    return { good: [], bad: [], fault: { rule: 'unreadable', reason: slices, line: tokens[0]?.line ?? 1 } }
  const good: GoodSlice[] = []
  const bad: BadSlice[] = []
  for (const slice of slices) {
    if ('fault' in slice) bad.push(slice)
    else good.push(slice)
  }
  return { good, bad, fault: null }
}

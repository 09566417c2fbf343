import { z } from 'zod'
import { formOf, keysOf, oneOf } from './forms'
import { didYouMean } from './nearest'
import { isObject } from './plain-values'

/** Issues named in one reason, beside all that is missing; more would hide the first. */
const MAX_ISSUES = 3
/** Missing keys of one form that are named: all that one record has, but not all that a list of hundreds lacks. */
const MAX_KEYS = 20
/** Characters of a value that are told: enough to find it again. */
const MAX_VALUE_LENGTH = 60

/** Whether a list or an object is worth writing out to see if it is short: a coastline is not. */
function isShort(value: object): boolean {
  return (
    Object.values(value).length <= 8 && Object.values(value).every((each) => typeof each !== 'object' || each === null)
  )
}

/** A value as it is told: what it is and, if it is short, all of it. */
function describeValue(value: unknown): string {
  if (typeof value === 'string') {
    const start = value.slice(0, MAX_VALUE_LENGTH)
    return `“${start}${start.length < value.length ? '…' : ''}”`
  }
  if (!Array.isArray(value) && !isObject(value)) return String(value)
  const whole = isShort(value) ? JSON.stringify(value) : ''
  if (whole !== '' && whole.length <= MAX_VALUE_LENGTH) return whole
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object'
}

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
  set: ['entry', 'entries'],
}

function describeLimit(origin: string, bound: 'least' | 'most', limit: number | bigint): string {
  const unit = units[origin]
  if (unit === undefined) return `must be at ${bound} ${limit}`
  return `must have at ${bound} ${limit} ${unit[Number(limit) === 1 ? 0 : 1]}`
}

/**
 * What is right where a schema found something wrong, for whoever edits the file: the form with an example, the words that
 * an enumeration has, the keys that an object has, and the nearest of them. A schema's own message goes before these.
 */
export const describeForm: z.core.$ZodErrorMap = (issue) => {
  const { input, inst } = issue
  switch (issue.code) {
    case 'invalid_type': {
      const form = formOf(issue.schema ?? inst)
      return form === null ? undefined : `must be ${form}`
    }
    case 'invalid_value': {
      const words = issue.values.filter((value) => typeof value === 'string')
      return `must be ${oneOf(issue.values)}${typeof input === 'string' ? didYouMean(input, words) : ''}`
    }
    case 'invalid_union': {
      if (!(inst instanceof z.core.$ZodDiscriminatedUnion)) return undefined
      const words = inst._zod.def.options.flatMap((option) => [
        ...(option._zod.propValues?.[inst._zod.def.discriminator] ?? []),
      ])
      return `must be ${oneOf(words)}`
    }
    case 'unrecognized_keys': {
      const known = keysOf(inst)
      const named = issue.keys.map((key) => `“${key}”${didYouMean(key, known)}`).join(', ')
      const all = named.includes('did you mean') ? '' : `; known here: ${known.join(', ')}`
      return `unknown ${issue.keys.length === 1 ? 'key' : 'keys'} ${named}${all}`
    }
    case 'too_small':
    case 'too_big': {
      if (inst instanceof z.core.$ZodTuple) return `must be ${formOf(inst)}`
      return issue.code === 'too_small'
        ? describeLimit(issue.origin, 'least', issue.minimum)
        : describeLimit(issue.origin, 'most', issue.maximum)
    }
    case 'invalid_format': {
      const form = formOf(issue.schema ?? inst)
      return form === null ? undefined : `must be ${form}`
    }
    default:
      return undefined
  }
}

/** What stands at a path in a value; `undefined` where nothing does. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return at[Number(step)]
    return isObject(at) && Object.hasOwn(at, step) ? at[String(step)] : undefined
  }, value)
}

const missingCodes: readonly string[] = ['invalid_type', 'invalid_value', 'invalid_union']

/** Whether an issue is that a key is not there at all. */
function isMissing({ code, path }: z.core.$ZodIssue, value: unknown): boolean {
  return path.length > 0 && missingCodes.includes(code) && valueAt(value, path) === undefined
}

function describeIssue({ code, path, message }: z.core.$ZodIssue, value: unknown): string {
  const found = valueAt(value, path)
  const isTold =
    code === 'unrecognized_keys' ||
    found === undefined ||
    (code === 'custom' && typeof found === 'object' && !isShort(Object(found)))
  const words = isTold ? message : `${message.replace(/(?=; did you mean|$)/, `; found ${describeValue(found)}`)}`
  return path.length === 0 ? words : `${path.map(String).join('.')}: ${words}`
}

/**
 * All that is wrong with a value, in one line: every key that is missing with what belongs there, then what else is wrong,
 * each with what was found and what is right. The messages are those of {@link describeForm} or a schema's own.
 */
export function describeIssues(issues: readonly z.core.$ZodIssue[], value: unknown): string {
  const missing = new Set(issues.filter((issue) => isMissing(issue, value)))
  const others = issues.filter((issue) => !missing.has(issue))
  const named = others.slice(0, MAX_ISSUES).map((issue) => describeIssue(issue, value))
  const absent = new Map<string, string[]>()
  for (const { path, message } of missing) {
    const form = message.replace(/^must be /, '')
    absent.set(form, [...(absent.get(form) ?? []), path.map(String).join('.')])
  }
  const keys = [...absent].map(([form, paths]) => {
    const more = paths.length > MAX_KEYS ? ` and ${paths.length - MAX_KEYS} more` : ''
    return `${paths.slice(0, MAX_KEYS).join(', ')}${more} (${form})`
  })
  return [
    ...(keys.length > 0 ? [`missing: ${keys.join('; ')}`] : []),
    ...named,
    ...(others.length > named.length ? [`and ${others.length - named.length} more`] : []),
  ].join('; ')
}

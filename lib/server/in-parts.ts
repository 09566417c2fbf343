import { isObject } from '@/lib/schema/plain-values'

/** A list longer than this goes in slices, and what is shorter with what it stands in. */
const LONG_LIST = 1000
const SLICE = 500

type Path = readonly (string | number)[]

/**
 * One of the messages that a large value is sent in from one thread to another: what comes with one message is made anew
 * there in one go, and a case of a hundred thousand places would keep every request waiting for seconds.
 */
export type ValuePart =
  | { kind: 'frame'; value: unknown }
  | { kind: 'items'; path: Path; items: readonly unknown[] }
  | { kind: 'bytes'; path: Path; bytes: Uint8Array }

type Heavy = Exclude<ValuePart, { kind: 'frame' }>

/** `value` without its long lists and its bytes, which go to `heavy`. */
function lighten(value: unknown, path: Path, heavy: Heavy[]): unknown {
  if (value instanceof Uint8Array) {
    heavy.push({ kind: 'bytes', path, bytes: value })
    return null
  }
  if (Array.isArray(value)) {
    if (value.length <= LONG_LIST) return value.map((item, index) => lighten(item, [...path, index], heavy))
    heavy.push({ kind: 'items', path, items: value })
    return []
  }
  // A map is copied whole.
  if (!isObject(value) || value instanceof Map) return value
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, lighten(own, [...path, key], heavy)]))
}

/** A plain value, with maps and bytes, as the messages that it is sent in; the first has all but what the others bring. */
export function* inParts(value: unknown): Generator<ValuePart> {
  const heavy: Heavy[] = []
  yield { kind: 'frame', value: lighten(value, [], heavy) }
  for (const part of heavy) {
    if (part.kind === 'bytes') yield part
    else
      for (let from = 0; from < part.items.length; from += SLICE)
        yield { ...part, items: part.items.slice(from, from + SLICE) }
  }
}

function follow(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((own, key) => {
    if (Array.isArray(own)) return own[Number(key)]
    return isObject(own) ? own[String(key)] : undefined
  }, value)
}

/** Puts a part where it belongs in what came before it, and answers the whole as far as it has come. */
export function joinPart(whole: unknown, part: ValuePart): unknown {
  if (part.kind === 'frame') return part.value
  if (part.kind === 'items') {
    const list = follow(whole, part.path)
    if (Array.isArray(list)) for (const item of part.items) list.push(item)
    return whole
  }
  const owner = follow(whole, part.path.slice(0, -1))
  const key = part.path.at(-1)
  const { buffer, byteOffset, byteLength } = part.bytes
  const bytes = Buffer.from(buffer, byteOffset, byteLength)
  if (isObject(owner) && key !== undefined) owner[key] = bytes
  return whole
}

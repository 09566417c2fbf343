import { getNodeValue, type Node } from 'jsonc-parser'
import { sameValue } from '@/lib/edit/record-edit'
import { isObject } from '@/lib/schema/plain-values'

/** Which keys a value may have, in the order in which they are written: a part of a JSON Schema. */
export interface KeyOrder {
  properties?: Readonly<Record<string, KeyOrder>> | undefined
  items?: KeyOrder | undefined
}

/** A value as it stood in its file. */
interface Written {
  text: string
  node: Node
}

interface Place {
  /** What stands before the line that the value begins in. */
  indent: string
  order: KeyOrder | undefined
  /** Whether it is written in one line, however long. */
  inline: boolean
}

const textOf = ({ text, node }: Written) => text.slice(node.offset, node.offset + node.length)

function memberOf(written: Written | null, key: string): Written | null {
  const member = written?.node.children?.find(({ children }) => children?.[0]?.value === key)
  const node = member?.children?.[1]
  return written === null || node === undefined ? null : { text: written.text, node }
}

function itemOf(written: Written | null, index: number, item: unknown): Written | null {
  if (written?.node.type !== 'array') return null
  const items = written.node.children ?? []
  const node = items.find((each) => sameValue(getNodeValue(each), item)) ?? items[index]
  return node === undefined ? null : { text: written.text, node }
}

/** Keys that stand there already keep their order; a new one comes behind those that its schema has before it. */
function orderKeys(value: Record<string, unknown>, written: Written | null, order: KeyOrder | undefined): string[] {
  const isThere = (key: string) => value[key] !== undefined
  const wished = Object.keys(order?.properties ?? {})
  const known = [...wished, ...Object.keys(value).filter((key) => !wished.includes(key))].filter(isThere)
  if (written?.node.type !== 'object') return known
  const keys = (written.node.children ?? []).map(({ children }) => String(children?.[0]?.value)).filter(isThere)
  for (const [index, key] of known.entries()) {
    if (keys.includes(key)) continue
    const before = known.slice(0, index).findLast((each) => keys.includes(each))
    keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key)
  }
  return keys
}

/** What stands before the first child's line, where it has a line of its own. */
function childIndent(written: Written | null, indent: string): string {
  const first = written?.node.children?.[0]
  const before = first === undefined ? '' : (written?.text.slice(0, first.offset) ?? '')
  return /\n([ \t]*)$/.exec(before)?.[1] ?? `${indent}  `
}

/**
 * A value as text. What says the same as before stands as it stood, to the letter, so that a change of one field changes
 * its lines and no others; all else is written as `JSON.stringify` would with two spaces, and a geometry in one line.
 */
export function writeValue(value: unknown, written: Written | null, { indent, order, inline }: Place): string {
  if (written !== null && sameValue(value, getNodeValue(written.node))) return textOf(written)
  const wasInline = written?.node.type !== 'string' && written?.node.children?.length && !textOf(written).includes('\n')
  if (inline || wasInline) return JSON.stringify(value)
  const child = childIndent(written, indent)
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    const items = value.map((item, index) =>
      writeValue(item, itemOf(written, index, item), { indent: child, order: order?.items, inline: false }),
    )
    return `[\n${items.map((item) => child + item).join(',\n')}\n${indent}]`
  }
  if (!isObject(value)) return JSON.stringify(value)
  const keys = orderKeys(value, written, order)
  if (keys.length === 0) return '{}'
  const members = keys.map((key) => {
    const place = { indent: child, order: order?.properties?.[key], inline: key === 'geometry' }
    return `${child}${JSON.stringify(key)}: ${writeValue(value[key], memberOf(written, key), place)}`
  })
  return `{\n${members.join(',\n')}\n${indent}}`
}

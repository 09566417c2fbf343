import { applyEdits, type Edit, type Node } from 'jsonc-parser'

const keyOf = (property: Node): unknown => property.children?.[0]?.value
const endOf = ({ offset, length }: Node) => offset + length

/** What stands between an object's members, with the comma: as between its first two, or as before its only one. */
function separatorOf(text: string, object: Node): string {
  const [first, second] = object.children ?? []
  if (first === undefined) return ''
  if (second !== undefined) return text.slice(endOf(first), second.offset)
  return `,${text.slice(object.offset + 1, first.offset) || ' '}`
}

/** What stands between a key and its value. */
function colonOf(text: string, object: Node): string {
  const [key, value] = object.children?.[0]?.children ?? []
  return key === undefined || value === undefined ? ': ' : text.slice(endOf(key), value.offset)
}

/**
 * Gives members of an object their values and leaves all else in the text as it is written: one that is there gets the new
 * value in its place, others are put after the member `after`, or at the end, in the order and the manner of the object.
 * `object` is the object's node in `text`; it has a member.
 */
export function setMembers(
  text: string,
  object: Node,
  members: readonly (readonly [key: string, value: string | number])[],
  after?: string,
): string {
  const properties = object.children ?? []
  let last = properties.find((property) => keyOf(property) === after) ?? properties.at(-1)
  const [separator, colon] = [separatorOf(text, object), colonOf(text, object)]
  const edits: Edit[] = []
  const added = new Map<number, string>()
  for (const [key, value] of members) {
    const property = properties.find((each) => keyOf(each) === key)
    const content = JSON.stringify(value)
    const node = property?.children?.[1]
    if (property !== undefined && node !== undefined) {
      edits.push({ offset: node.offset, length: node.length, content })
      last = property
      continue
    }
    const at = last === undefined ? object.offset + 1 : endOf(last)
    added.set(at, `${added.get(at) ?? ''}${separator}${JSON.stringify(key)}${colon}${content}`)
  }
  for (const [offset, content] of added) edits.push({ offset, length: 0, content })
  return applyEdits(text, edits)
}

/** Room that a name takes, px of the frame: its height, and its width for each letter. */
const NAME_HEIGHT = 44
const LETTER_WIDTH = 19

interface NamedMark {
  name: string
  x: number
  y: number
}

/** The names that can be written right of their marks without touching one written before. */
export function chooseNames<T extends NamedMark>(marks: readonly T[]): T[] {
  const written: T[] = []
  for (const mark of marks) if (!written.some((other) => touch(mark, other))) written.push(mark)
  return written
}

function touch(one: NamedMark, other: NamedMark): boolean {
  if (Math.abs(one.y - other.y) >= NAME_HEIGHT) return false
  const [left, right] = one.x < other.x ? [one, other] : [other, one]
  return right.x - left.x < left.name.length * LETTER_WIDTH
}

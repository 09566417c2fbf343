/** A closed line of a glyph: where it begins, and the rest of it as path data relative to that, without the closing. */
interface Contour {
  start: readonly [x: number, y: number]
  steps: string
}

export type Glyph = readonly Contour[]

/** Numbers one after another in as few characters as path data allows. */
function write(numbers: readonly number[]): string {
  return numbers.map((number, index) => (index === 0 || number < 0 ? `${number}` : ` ${number}`)).join('')
}

/**
 * A glyph as a font draws it (`M`, `L`, `Q`, `C` and `Z` with absolute numbers, y upwards) in whole units of `scale`, y
 * downwards, each step relative to the one before.
 */
export function glyphOutline(path: string, scale: number): Glyph {
  const contours: { start: [number, number]; steps: string }[] = []
  let [penX, penY] = [0, 0]
  let lastCommand = ''
  for (const [, command = '', written = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = written.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? []
    const points = numbers.map((number, index) => Math.round(index % 2 === 0 ? number * scale : -number * scale))
    const [endX = penX, endY = penY] = points.slice(-2)
    const current = contours.at(-1)
    if (command === 'M') contours.push({ start: [endX, endY], steps: '' })
    else if (command !== 'Z' && current !== undefined) {
      const steps = write(points.map((point, index) => point - (index % 2 === 0 ? penX : penY)))
      const isSame = command === lastCommand
      current.steps += isSame ? (steps.startsWith('-') ? steps : ` ${steps}`) : `${command.toLowerCase()}${steps}`
    }
    lastCommand = command
    ;[penX, penY] = [endX, endY]
  }
  return contours
}

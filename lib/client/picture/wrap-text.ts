/** The longest start of `text` that fits with an ellipsis. */
function cut(text: string, room: number, measure: (text: string) => number): string {
  const letters = Array.from(text)
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`) > room) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** A word that is wider than a line, as an address may be, in pieces that are not. */
function breakWord(word: string, room: number, measure: (text: string) => number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter) > room) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

/**
 * A text in lines no wider than `room`, broken between words, and inside of a word only where it is wider than a line;
 * what does not fit into `most` lines ends in an ellipsis.
 */
export function wrapText(text: string, room: number, measure: (text: string) => number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((part) => part !== '')) {
    for (const [index, piece] of breakWord(word, room, measure).entries()) {
      const longer = line === '' || index > 0 ? `${index > 0 ? '' : line}${piece}` : `${line} ${piece}`
      if (index === 0 && measure(longer) <= room) {
        line = longer
        continue
      }
      if (line !== '') lines.push(line)
      line = piece
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  return [...kept.slice(0, -1), cut(`${kept.at(-1)} ${lines[most]}`, room, measure)]
}

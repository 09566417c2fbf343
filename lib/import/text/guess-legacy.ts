import { createDecoder } from './text-decoder'

/** Encodings before UTF-8 that tables are still met in; of two that fit as well the first is taken. */
const labels = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'windows-1253',
  'windows-1256',
  'windows-1255',
  'macintosh',
  'koi8-u',
  'shift_jis',
  'ibm866',
  'x-mac-cyrillic',
  // Before Chinese, whose letters lie on both sides of those of Korean.
  'euc-kr',
  'gb18030',
  'big5',
  'euc-jp',
] as const

const MOST_BYTES = 32_000

const scripts = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]/u],
] as const

/** Marks that texts have between their words. */
const marks = new Set('«»“”„‘’‚–—…·•°º§№€£©®™±×  、。「」・（）：')
/** Letters of Latin scripts that most texts with accents have; the others are met less. */
const common = new Set('àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÛÜŒąćęłńśźżŁŚŻčďěňřšťůžČŘŠŽőűğşıİ')
/** In tables of East Asia the letters that are met most: of the national lists their first levels. */
const firstLevels: Readonly<Record<string, (lead: number, trail: number) => boolean>> = {
  shift_jis: (lead) => (lead >= 0x81 && lead <= 0x83) || (lead >= 0x88 && lead <= 0x97),
  gb18030: (lead, trail) => lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1,
  big5: (lead) => lead >= 0xa4 && lead <= 0xc6,
  'euc-kr': (lead, trail) => lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1,
  'euc-jp': (lead, trail) => ((lead >= 0xb0 && lead <= 0xcf) || lead === 0xa4 || lead === 0xa5) && trail >= 0xa1,
}

const scriptOf = (letter: string | undefined) =>
  letter === undefined ? undefined : scripts.find(([, pattern]) => pattern.test(letter))?.[0]

const isUpper = (letter: string) => letter !== letter.toLowerCase()

/** How well a letter that is not ASCII stands where it does. */
function judgeLetter(letter: string, before: string | undefined, after: string | undefined): number {
  const script = scriptOf(letter)
  if (script === undefined) return marks.has(letter) ? 0.6 : -2
  // Half-width kana are what bytes of other encodings become.
  if (/[\uff61-\uff9f\ue000-\uf8ff]/.test(letter)) return -1
  const beside = [before, after].flatMap((each) => scriptOf(each) ?? [])
  if (beside.some((each) => each !== script)) return -2
  const isMisplaced =
    (before !== undefined && scriptOf(before) !== undefined && !isUpper(before) && isUpper(letter)) ||
    (before !== undefined && isUpper(before) && isUpper(letter) && after !== undefined && /\p{Ll}/u.test(after))
  if (isMisplaced) return -1.5
  // Letters with accents stand among letters that have none.
  if (script === 'Latin' && [before, after].every((each) => each !== undefined && each >= '\u0080')) return -1
  return script === 'Latin' && !common.has(letter) ? 0.3 : 1
}

/** How well bytes read as one of the encodings, for each of the bytes that are not ASCII; null where they cannot be it. */
function judge(bytes: Uint8Array, label: string): number | null {
  let text: string
  try {
    text = createDecoder(label, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
  const letters = Array.from(text)
  const isFirst = firstLevels[label]
  let [sum, at] = [0, 0]
  let [high, count] = [0, 0]
  for (const [index, letter] of letters.entries()) {
    const isAscii = letter < '\u0080'
    const size = isAscii || isFirst === undefined || (bytes[at] ?? 0) < 0x80 || /[\uff61-\uff9f]/.test(letter) ? 1 : 2
    const [lead, trail] = [bytes[at] ?? 0, bytes[at + 1] ?? 0]
    at += size
    if (isAscii) continue
    high += size
    count++
    const found = judgeLetter(letter, letters[index - 1], letters[index + 1])
    const worth = isFirst === undefined || found <= 0 ? 1 : size * (isFirst(lead, trail) ? 1 : 0.2)
    sum += found * worth
  }
  // One letter of a large script may be any two bytes.
  if (isFirst !== undefined && count < 2) return null
  return high === 0 ? 0 : sum / high
}

/** Which encoding bytes that are not UTF-8 are in, as far as their letters stand as those of words do. Never throws. */
export function guessLegacy(bytes: Uint8Array): string {
  // From the beginning of the line that has the first of them, so that no letter is cut.
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const from = bytes.lastIndexOf(0x0a, first) + 1
  const sample = bytes.subarray(from, from + MOST_BYTES)
  let best: { label: string; score: number } = { label: labels[0], score: Number.NEGATIVE_INFINITY }
  for (const label of labels) {
    const score = judge(sample, label)
    if (score !== null && score > best.score + 0.05) best = { label, score }
  }
  return best.label
}

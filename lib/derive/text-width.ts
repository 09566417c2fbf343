/** Advance widths of Source Sans 3, in hundredths of an em: a width, and the characters that have it. */
const regular = {
  20: ' ',
  25: "',.:;ijl|",
  26: 'I',
  29: '!f',
  30: '()[]{}',
  31: '-',
  35: '/\\rt',
  42: '*?sz"',
  46: 'xc',
  48: 'vyJY',
  49: 'FLk',
  50: '#$+0123456789<=>^_aeg~',
  53: 'ESVX',
  55: 'ATZ`houbdnpq',
  58: 'CPRK',
  61: 'B&DG',
  66: 'UHNOQ',
  73: 'wM',
  85: 'W%m@',
} as const
const semibold = {
  20: ' ',
  27: "'|,.:;lij",
  28: 'I',
  32: '!()-[]f{}',
  37: '/\\rt',
  44: '*?zs',
  48: '"xc',
  50: 'JvyLY_',
  52: '#$+0123456789<=>F^e~agk',
  55: 'ESVXZT`o',
  58: 'AbdhnpquCPR',
  63: 'BKDG',
  67: '&UHNOQ',
  75: 'wM',
  87: 'W%m@',
} as const

function widthsOf(table: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(table).flatMap(([width, characters]) => [...characters].map((c) => [c, Number(width)])))
}

const tables = { regular: widthsOf(regular), semibold: widthsOf(semibold) }

/** Marks that the tables leave out. */
const signs: Readonly<Record<string, number>> = { '“': 43, '”': 43, '‘': 27, '’': 27, '–': 50, '—': 83, '…': 90 }

/** What no table has is about as wide as a letter; from here on, scripts whose characters fill a square. */
const UNKNOWN = 58
const FIRST_WIDE = 0x2e80

/** Sets how wide a text is: the layout of the timeline is pure, and the same in tests, where nothing is drawn. */
export type MeasureText = (text: string, strong: boolean) => number

/**
 * How wide a text is in the sans, px: of a table of its widths rather than of a canvas, whose answer would be another
 * one before the font has come. Accents add nothing. Within some per cent, and rather too wide than too narrow.
 */
export function textWidth(text: string, sizePx: number, strong = false): number {
  const table = strong ? tables.semibold : tables.regular
  let hundredths = 0
  for (const character of text.normalize('NFD')) {
    if (/\p{M}/u.test(character)) continue
    const wide = (character.codePointAt(0) ?? 0) >= FIRST_WIDE
    hundredths += table.get(character) ?? signs[character] ?? (wide ? 100 : UNKNOWN)
  }
  return (hundredths * sizePx) / 100
}

/** A text shortened to `room` px with an ellipsis; empty where not even three characters fit. */
export function fitText(text: string, room: number, sizePx: number, strong = false): string {
  if (textWidth(text, sizePx, strong) <= room) return text
  const characters = [...text]
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, sizePx, strong) > room) characters.pop()
  const short = characters.join('').trimEnd()
  return short.length < 3 ? '' : `${short}…`
}

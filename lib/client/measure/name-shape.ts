import type { CaseShape } from '@/lib/derive/case-shapes'

/** The words that name a shape. */
export interface ShapeWords {
  claim(names: string): string
  ring(size: string, name: string): string
  sized(size: string, name: string): string
}

/** What a shape is called. */
export function nameShape({ kind, places, caption = '' }: CaseShape, locale: string, words: ShapeWords): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const names = list.format(places.map(({ name }) => name))
  if (kind === 'claim') return words.claim(names)
  if (kind === 'ring') return words.ring(caption, names)
  return kind === 'line' && caption !== '' ? words.sized(caption, names) : names
}

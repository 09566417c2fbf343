import type { LinkedPlace } from '@/lib/derive/linked-case'
import { spellings } from '@/lib/derive/spellings'

type NamedPlace = Pick<LinkedPlace, 'name' | 'localName' | 'otherNames' | 'kind'>

/** 0 where a name is so, 1 where one begins so, 2 where a word in it does, 3 where it stands within, 4 by its kind alone. */
function rank({ name, localName, otherNames, kind }: NamedPlace, sought: readonly string[]): number | null {
  const names = [name, localName?.text ?? '', ...(otherNames ?? []).map(({ text }) => text)].flatMap(spellings)
  const any = (texts: readonly string[], holds: (text: string, part: string) => boolean) =>
    texts.some((text) => sought.some((part) => holds(text, part)))
  const begins = (text: string, part: string) => text.startsWith(part)
  const has = (text: string, part: string) => text.includes(part)
  if (any(names, (text, part) => text === part)) return 0
  if (any(names, begins)) return 1
  if (
    any(
      names.flatMap((text) => text.split(/[\s\-–/(]+/u)),
      begins,
    )
  )
    return 2
  if (any(names, has)) return 3
  return any(spellings(kind), has) ? 4 : null
}

/** Places that `typed` may mean by any of their names, best first and else in their own order; all for an empty field. */
export function findPlaces<T extends NamedPlace>(places: readonly T[], typed: string): T[] {
  const sought = spellings(typed.trim())
  if (sought.includes('')) return [...places]
  return places
    .flatMap((place) => {
      const found = rank(place, sought)
      return found === null ? [] : [{ place, found }]
    })
    .sort((one, other) => one.found - other.found)
    .map(({ place }) => place)
}

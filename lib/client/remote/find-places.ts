import type { LinkedPlace } from '@/lib/derive/linked-case'

type NamedPlace = Pick<LinkedPlace, 'name' | 'localName' | 'kind'>

/** Without case and accents, so that "Kyiv", "КИЇВ" and "kyiv" are found as they are typed. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

/** 0 where a name begins so, 1 where a word in it does, 2 where it stands within, 3 where only the kind says so. */
function rank({ name, localName, kind }: NamedPlace, sought: string): number | null {
  const names = [name, localName?.text ?? ''].map(fold)
  if (names.some((text) => text.startsWith(sought))) return 0
  if (names.some((text) => text.split(/[\s\-–/(]+/u).some((word) => word.startsWith(sought)))) return 1
  if (names.some((text) => text.includes(sought))) return 2
  return fold(kind).includes(sought) ? 3 : null
}

/** Places that `typed` may mean, best first and else in their own order; all of them for an empty field. */
export function findPlaces<T extends NamedPlace>(places: readonly T[], typed: string): T[] {
  const sought = fold(typed.trim())
  if (sought === '') return [...places]
  return places
    .flatMap((place) => {
      const found = rank(place, sought)
      return found === null ? [] : [{ place, found }]
    })
    .sort((one, other) => one.found - other.found)
    .map(({ place }) => place)
}

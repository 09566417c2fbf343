import type { PlaceProperties } from '@/lib/schema/place'

type PlaceName = NonNullable<PlaceProperties['localName']>

/**
 * The names that stand beside a place's English one: of its local and other names the first in each of `languages`, in
 * their order; where the case names no languages, its local name alone.
 */
export function namesBeside(
  { localName, otherNames = [] }: Pick<PlaceProperties, 'localName' | 'otherNames'>,
  languages: readonly string[] | undefined,
): readonly PlaceName[] {
  const local = localName === undefined ? [] : [localName]
  if (languages === undefined) return local
  const names = [...local, ...otherNames]
  return languages.flatMap((each) => names.find(({ language }) => language === each) ?? [])
}

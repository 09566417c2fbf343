import type { SourceFile, SourceTable } from '../row'
import { acled, atlos, ucdp } from './conflict-profiles'
import { cap, gdacs, usgs } from './event-profiles'
import type { Profile } from './profile'
import { linkedPlaces, storymapjs, timelinejs, timelineTable, umap, webAnnotation } from './story-profiles'

const profiles: readonly Profile[] = [
  acled,
  ucdp,
  atlos,
  umap,
  timelinejs,
  timelineTable,
  storymapjs,
  usgs,
  gdacs,
  cap,
  webAnnotation,
  linkedPlaces,
]

/** A profile by its id. */
function profileOf(id: string | null): Profile | undefined {
  return profiles.find((profile) => profile.id === id)
}

/** Whether nearly all columns that tell a profile are there: releases of its data differ. */
function fits({ signs }: Profile, columns: ReadonlySet<string>): boolean {
  const found = signs.filter((sign) => columns.has(sign)).length
  return signs.length > 0 && found >= Math.ceil(signs.length * 0.75)
}

/** The profile of a table, by what its reader says or by its columns; undefined for none. */
export function findProfile(file: Pick<SourceFile, 'profile'>, table: SourceTable): Profile | undefined {
  if (file.profile !== undefined) return profileOf(file.profile)
  const columns = new Set(table.columns)
  return profiles.find((profile) => fits(profile, columns))
}

import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import { ask } from './connection'

/** A set of points of the database, as a layer of a case names it. */
export interface SetAddress {
  caseId: string
  layerId: string
  version: string
}

const keepSet = keepLatest<number>(limits.tile.openArchives)

/** The number of a layer's set of points. Throws an Error where it has not been loaded, and a DatabaseAway. */
export function pointSet({ caseId, layerId, version }: SetAddress): Promise<number> {
  return keepSet(`${caseId}/${layerId}/${version}`, async () => {
    const [found] = await ask<{ id: number }>(
      'SELECT id FROM caseboard_sets WHERE case_id = $1 AND layer_id = $2 AND version = $3',
      [caseId, layerId, version],
    )
    if (found === undefined)
      throw new Error(
        `the points ${version} of ${caseId}/${layerId} are not in the database: “npm run case -- load” puts them there`,
      )
    return found.id
  })
}

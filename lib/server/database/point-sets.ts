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

const missing = ({ caseId, layerId, version }: SetAddress) =>
  new Error(
    `the points ${version} of ${caseId}/${layerId} are not in the database: “npm run case -- load” puts them there`,
  )

/**
 * Throws an Error where a set has been dropped since its number was found out: of it there is nothing, which is not the
 * same as that nothing is there.
 */
export async function checkSet(address: SetAddress, set: number): Promise<void> {
  const found = await ask('SELECT FROM caseboard_sets WHERE id = $1', [set])
  if (found.length === 0) throw missing(address)
}

/** The number of a layer's set of points. Throws an Error where it has not been loaded, and a DatabaseAway. */
export function pointSet(address: SetAddress): Promise<number> {
  const { caseId, layerId, version } = address
  return keepSet(`${caseId}/${layerId}/${version}`, async () => {
    const [found] = await ask<{ id: number }>(
      'SELECT id FROM caseboard_sets WHERE case_id = $1 AND layer_id = $2 AND version = $3',
      [caseId, layerId, version],
    )
    if (found === undefined) throw missing(address)
    return found.id
  })
}

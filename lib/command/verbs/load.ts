import { DATABASE } from '@/lib/schema/tiles'
import { databaseSetting } from '@/lib/server/database/connection'
import { intoDatabase } from '../load/load-points'
import { bringLayer } from '../tile/bring-layer'
import { bringHelp, bringOptions, namingFile } from './tile'
import type { Verb } from './verb'

export const loadVerb: Verb = {
  name: 'load',
  arguments: '<case-id> <layer-id> [<file>] …',
  summary: 'puts a layer of up to 10 million points, lines or areas into the database',
  help: [
    'Reads what “tile” reads, and copies its rows into the database that CASEBOARD_DATABASE_URL names, PostgreSQL with',
    'PostGIS (postgres://user:password@host:5432/name): as a whole or not at all, beside what is there, which pages go on',
    'showing until they have the case anew. Into the case’s folder it writes only tiles/<layer-id>.json, which says how many',
    'there are, and a layer whose source is “database”. Its tables are made at first: caseboard_sets, caseboard_points and',
    'caseboard_tiles. Of a layer’s loads the last two are kept. Tiles, lists and exports are those that “tile” makes.',
    '',
    ...bringHelp,
    '',
    'Example: CASEBOARD_DATABASE_URL=postgres:///caseboard npm run case -- load my-case incidents incidents.csv',
  ],
  options: bringOptions,
  run([caseId, layerId, file, ...rest], given) {
    if (caseId === undefined || layerId === undefined || rest.length > 0) return null
    if (databaseSetting() === null) throw new Error('CASEBOARD_DATABASE_URL names no database')
    const destination = { source: DATABASE, write: () => intoDatabase(caseId, layerId) }
    return namingFile(file ?? layerId, bringLayer([caseId, layerId, file], given, destination))
  },
}

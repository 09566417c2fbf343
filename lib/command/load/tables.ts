import type { Client } from 'pg'

/** So that two who load at the same time do not both make the tables. */
const LOCK = 726_201

/**
 * What layers in the database are kept in. `caseboard_points` has a part for each set, which is loaded by itself and then
 * attached, or dropped as a whole; `caseboard_tiles` those tiles of it that have too many points to be made when asked for, and all
 * tiles of lines and areas, whose middles the points are.
 */
const tables = [
  'CREATE EXTENSION IF NOT EXISTS postgis',
  `CREATE TABLE IF NOT EXISTS caseboard_sets (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id text NOT NULL,
    layer_id text NOT NULL,
    version text NOT NULL,
    loaded timestamptz NOT NULL DEFAULT now(),
    UNIQUE (case_id, layer_id, version)
  )`,
  `CREATE TABLE IF NOT EXISTS caseboard_points (
    set_id int NOT NULL,
    row int NOT NULL,
    key bigint NOT NULL,
    x int NOT NULL,
    y int NOT NULL,
    category smallint NOT NULL,
    first_bin smallint NOT NULL,
    last_bin smallint NOT NULL,
    lng float8 NOT NULL,
    lat float8 NOT NULL,
    about text NOT NULL,
    words text NOT NULL,
    place geometry(Point, 4326) GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lng, lat), 4326)) STORED
  ) PARTITION BY LIST (set_id)`,
  `CREATE TABLE IF NOT EXISTS caseboard_tiles (
    set_id int NOT NULL,
    zoom smallint NOT NULL,
    number bigint NOT NULL,
    tile bytea NOT NULL,
    PRIMARY KEY (set_id, zoom, number)
  )`,
]

export async function makeTables(client: Client): Promise<void> {
  await client.query('BEGIN')
  await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
  for (const table of tables) await client.query(table)
  await client.query('COMMIT')
}

/** The columns that are copied, in this order. */
export const copied = 'set_id, row, key, x, y, category, first_bin, last_bin, lng, lat, about, words'

/** The part of a set. The number is the database's own, and the only thing that is ever written into a statement. */
export function partName(set: number): string {
  if (!Number.isInteger(set)) throw new RangeError('a set has a whole number')
  return `caseboard_points_${set}`
}

/** Indexes by row, by place along the curve (tiles), by place (bounds) and by time, made once the rows are there. */
export async function finishPart(client: Client, set: number): Promise<void> {
  const part = partName(set)
  for (const statement of [
    `ALTER TABLE ${part} ADD PRIMARY KEY (set_id, row)`,
    `CREATE INDEX ON ${part} (key)`,
    `CREATE INDEX ON ${part} USING gist (place)`,
    `CREATE INDEX ON ${part} (first_bin, last_bin)`,
    `ANALYZE ${part}`,
    // Spares the look at all rows that attaching takes otherwise.
    `ALTER TABLE ${part} ADD CONSTRAINT ${part}_set CHECK (set_id = ${set})`,
    `ALTER TABLE caseboard_points ATTACH PARTITION ${part} FOR VALUES IN (${set})`,
  ])
    await client.query(statement)
}

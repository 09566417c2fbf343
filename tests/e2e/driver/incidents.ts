import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A data folder with the fixtures' cases and all that the map of the world needs but its tiles. */
export function copyFixtures(): string {
  const data = mkdtempSync(join(tmpdir(), 'caseboard-tiles-'))
  cpSync('tests/fixtures/cases', join(data, 'cases'), { recursive: true })
  cpSync('data/basemap', join(data, 'basemap'), { recursive: true, filter: (file) => !/pmtiles$|sources/.test(file) })
  return data
}

/** Gives the case `valid` a layer of two areas on tiles: one of March, one of January, each with its kind, and one of lines. */
export function addShapes(data: string): void {
  const feature = (geometry: object, properties: object) => JSON.stringify({ type: 'Feature', geometry, properties })
  const square = (west: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [west, 49],
        [west + 2, 49],
        [west + 2, 51],
        [west, 51],
        [west, 49],
      ],
    ],
  })
  const road = {
    type: 'LineString',
    coordinates: [
      [19, 51.5],
      [27, 51.5],
    ],
  }
  const layers = {
    floods: [
      feature(square(19), { title: 'The eastern meadow', date: '2030-03-05', kind: 'Flood', depth: 3 }),
      feature(square(23), { title: 'The western meadow', date: '2030-01-05', kind: 'Drought', depth: 0 }),
      feature(square(33), { title: 'Far away', date: '2030-01-06', kind: 'Drought', depth: 0 }),
      feature(square(36), { title: 'Farther away', date: '2030-01-07', kind: 'Flood', depth: 1 }),
    ],
    roads: [feature(road, { title: 'The long road', date: '2030-02-05', kind: 'Road' })],
  }
  for (const [id, features] of Object.entries(layers)) {
    const file = join(data, `${id}.geojsonl`)
    writeFileSync(file, features.join('\n'))
    execFileSync(process.execPath, ['--import', 'tsx', 'lib/command/case.ts', 'tile', 'valid', id, file], {
      env: { ...process.env, CASEBOARD_DATA: data },
      stdio: 'ignore',
    })
  }
}

/**
 * Gives the case `valid` a layer of many: one point by itself, and three hundred together with dates of their own; on tiles
 * in its folder, or in the database that `environment` names.
 */
export function addIncidents(
  data: string,
  verb: 'tile' | 'load',
  environment: Readonly<Record<string, string>> = {},
): void {
  const together = Array.from({ length: 300 }, (_, at) => `No ${at},2030-0${1 + (at % 3)}-05,50,${24 + at / 1000},Fire`)
  const table = join(data, 'incidents.csv')
  writeFileSync(table, ['title,date,lat,lng,kind', 'By itself,2030-03-05,50,20,Flood', ...together].join('\n'))
  execFileSync(process.execPath, ['--import', 'tsx', 'lib/command/case.ts', verb, 'valid', 'incidents', table], {
    env: { ...process.env, CASEBOARD_DATA: data, ...environment },
    stdio: 'ignore',
  })
}

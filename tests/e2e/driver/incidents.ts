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

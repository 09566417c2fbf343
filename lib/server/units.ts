import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip, gunzipSync } from 'node:zlib'
import type { Topology } from 'topojson-specification'
import type { UnitSource } from '@/lib/derive/assign-units'
import { once } from '@/lib/derive/once'
import { Areas } from '@/lib/gazetteer/areas'
import { outlineUnits, type Unit } from '@/lib/gazetteer/unit-outlines'
import { limits } from '@/lib/limits'
import { basemapPath } from './basemap-files'
import { readCountryNames } from './country-at'

const unpack = promisify(gunzip)

const packedPath = basemapPath('sources/admin1.topojson.gz')
const readPacked = () => readFile(packedPath)

async function readTopology(): Promise<Topology> {
  return JSON.parse((await unpack(await readPacked())).toString('utf8'))
}

/** The parts of the world's countries, read once; throws where the file is missing or is another. */
export const readAreas = once(async () => new Areas(await readTopology()))

/** Changes when the outlines do, or how they are simplified. */
export const unitsVersion = once(async () => {
  const hash = createHash('sha256').update(await readPacked())
  return hash.update(JSON.stringify(limits.unit)).digest('hex').slice(0, 12)
})

let keptNow: Topology | undefined

/** The same at once, for the thread that builds: only a case with a choropleth needs it there. */
function topologyNow(): Topology {
  if (keptNow !== undefined) return keptNow
  const topology: Topology = JSON.parse(gunzipSync(readFileSync(packedPath)).toString('utf8'))
  keptNow = topology
  return topology
}

/** The countries and their parts; null where their file cannot be read, and nobody knows what lies where. */
export const readUnits = once(async (): Promise<UnitSource | null> => {
  try {
    const [areas, names, version] = await Promise.all([readAreas(), readCountryNames(), unitsVersion()])
    return {
      version,
      codesAt: (point) => areas.codesAt(point),
      outlinesOf: (codes) => outlineUnits(topologyNow(), codes, limits.unit.layerPositions),
      nameOf: (code) => names.get(code) ?? areas.nameOf(code),
    }
  } catch (error) {
    console.warn(
      `The outlines of countries cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : ''}`,
    )
    return null
  }
})

const keptTopology = once(readTopology)

/** A unit with its outline, simplified where it has very many corners; null for a code that there is not. */
export async function readUnit(code: string): Promise<Unit | null> {
  const [topology, names] = await Promise.all([keptTopology(), readCountryNames()])
  const [drawn] = outlineUnits(topology, [code], limits.unit.positions)
  if (drawn === undefined) return null
  const { country, name, areaKm2, outline } = drawn
  const isPart = country !== code
  return {
    code,
    name: names.get(code) ?? name ?? code,
    ...(isPart ? { country: names.get(country) ?? country } : {}),
    areaKm2,
    outline,
  }
}

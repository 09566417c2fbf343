import { createHash } from 'node:crypto'
import type { Header } from 'pmtiles'
import { z } from 'zod'
import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import { type StreetLayers, streetLayers } from '@/lib/map/street-style'
import type { Theme } from '@/lib/map/theme'
import { themedLayers } from '@/lib/map/themed-style'
import { ownValue } from '@/lib/schema/plain-values'
import { openVectorArchive, placeSource, type StreetTiles } from './street-sources'
import { openStyle } from './street-style-file'

/**
 * The map down to the street: a PMTiles archive in the Protomaps schema or a MapLibre style, a file or an http(s) address that
 * `CASEBOARD_BASEMAP` names. This server alone reads it, so that no reader's browser asks anybody else; where it cannot be
 * had, the map of the world is shown as far as it goes.
 */
export interface StreetArchive {
  /** Goes into the tiles' addresses. */
  version: string
  /** Of each source of tiles, the first of which is the archive's. */
  tiles: readonly StreetTiles[]
  /** Whose data it is, in plain words. */
  attribution: string
  /** What cannot be used of a style, in plain words. */
  unused: readonly string[]
  /** Its layers in a theme and a language. */
  draw: (theme: Theme, language: string) => StreetLayers
}

/** What the archive is, if one is named. */
export function streetSetting(): string | null {
  const named = process.env.CASEBOARD_BASEMAP?.trim() ?? ''
  return named === '' ? null : named
}

const metadataSchema = z.object({
  attribution: z.string().optional(),
  vector_layers: z.array(z.object({ id: z.string() })),
})

/** Layers by which the schema is known. */
const needed = ['earth', 'roads', 'water']

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  copy: '©',
  '#169': '©',
  '#39': "'",
}

/** An attribution as it is written on the map: the words of what may be HTML. */
export function plainAttribution(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => ownValue(entities, name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
}

function versionOf(header: Header, metadata: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([header, metadata]))
    .digest('hex')
    .slice(0, 12)
}

/** Whatever is in the schemas that are known is made from OpenStreetMap, whose licence asks for its name. */
function attributionOf(told: readonly string[]): string {
  const plain = [...new Set(told.map(plainAttribution))].filter((each) => each !== '')
  const own = plain.some((each) => each.includes('OpenStreetMap'))
  return (own ? plain : ['© OpenStreetMap contributors', ...plain]).join(' · ')
}

async function openProtomaps(named: string): Promise<StreetArchive> {
  const { tiles, header, metadata: told } = await openVectorArchive(await placeSource(named, { named }))
  const metadata = metadataSchema.safeParse(told)
  const layers = new Set(metadata.data?.vector_layers.map(({ id }) => id))
  const missing = needed.filter((id) => !layers.has(id))
  if (missing.length > 0) throw new Error(`it is not in the Protomaps schema: it has no layer ${missing.join(', ')}`)
  return {
    version: versionOf(header, metadata.data),
    tiles: [tiles],
    attribution: attributionOf([metadata.data?.attribution ?? '']),
    unused: [],
    draw: streetLayers,
  }
}

/** Whether what is named is a style, rather than an archive. */
const isStyle = (named: string) => /\.json(?:$|[?#])/i.test(named)

async function openForeign(named: string): Promise<StreetArchive> {
  const { version, tiles, attributions, layers, landSource, unused } = await openStyle(named)
  return {
    ...{ version, tiles, attribution: attributionOf(attributions), unused },
    draw: (theme, language) => themedLayers(layers, landSource, theme, language),
  }
}

/** Opens what is named, as it is now. Throws an Error where it cannot be had. */
export function openStreet(named: string): Promise<StreetArchive> {
  return isStyle(named) ? openForeign(named) : openProtomaps(named)
}

/** As above, and says in the log what cannot be used of it. */
async function openAndTell(named: string): Promise<StreetArchive> {
  const opened = await openStreet(named)
  const { unused } = opened
  if (unused.length > 0)
    console.warn(`Of the style ${named} is not used:\n${unused.map((each) => `  ${each}`).join('\n')}`)
  return opened
}

const keepArchive = keepLatest<StreetArchive>(1)
let failed: { named: string; at: number; error: unknown } | null = null

/** Opens the archive that is named, once; throws where it cannot be had, and is tried again after a while. */
export async function readStreet(named: string, now = performance.now()): Promise<StreetArchive> {
  // Nobody waits again for what has just not answered.
  if (failed?.named === named && now - failed.at < limits.street.retryMs) throw failed.error
  try {
    const archive = await keepArchive(named, () => openAndTell(named))
    failed = null
    return archive
  } catch (error) {
    failed = { named, at: now, error }
    console.warn(`The street map ${named} cannot be had: ${error instanceof Error ? error.message.slice(0, 200) : ''}`)
    throw error
  }
}

const keepTile = keepLatest<Buffer | null>(
  limits.street.keptTiles,
  (tile) => tile?.length ?? 0,
  limits.street.keptBytes,
)

/** A tile of one of its sources, gzipped; null where it has none. Throws where it cannot be had. */
export async function streetTile(
  named: string,
  [z, x, y]: readonly [z: number, x: number, y: number],
  source = 0,
): Promise<Buffer | null> {
  const { version, tiles } = await readStreet(named)
  const from = tiles[source]
  const last = 2 ** z - 1
  if (from === undefined || !(z >= from.minZoom && z <= from.maxZoom && x >= 0 && x <= last && y >= 0 && y <= last))
    return null
  return keepTile(`${version}/${source}/${z}/${x}/${y}`, () => from.read(z, x, y))
}

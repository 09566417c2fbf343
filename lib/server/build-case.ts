import { createHash } from 'node:crypto'
import type { Feature, LineString, MultiLineString } from 'geojson'
import { assignUnits, type UnitSource } from '@/lib/derive/assign-units'
import { listRecords } from '@/lib/derive/case-records'
import { drawLayer } from '@/lib/derive/draw-layer'
import { drawUnits } from '@/lib/derive/draw-units'
import type { DrawnLayer } from '@/lib/derive/drawn-feature'
import type { PlaceShapes } from '@/lib/derive/export-features'
import { linkCase } from '@/lib/derive/link-case'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { once } from '@/lib/derive/once'
import { trimCase } from '@/lib/derive/trim-case'
import type { LayerId } from '@/lib/schema/layer'
import type { CaseRecords, SetAside } from '@/lib/schema/records'
import { planTour } from '@/lib/wall/plan-tour'
import { readBasemapNames } from './basemap-names'
import { buildWithout } from './build-without'
import { type CaseFolder, readCaseFiles } from './case-folder'
import { withFeedFiles } from './feeds/feed-files'
import { type FeedStore, noFeeds } from './feeds/feed-store'
import { parseWithLastValid, type ValidTexts } from './last-valid-store'
import { parseFiles } from './parse-files'
import { readBorders } from './read-borders'
import { readUnits } from './units'

/** A layer as served: GeoJSON of its drawn features, and a short hash of exactly that. */
export interface LoadedLayer {
  body: Buffer
  version: string
}

/** The drawn features of a layer, read again from what is served: few ask for them, and twice in memory is much. */
export function readDrawn(layer: Pick<LoadedLayer, 'body'> | undefined): DrawnLayer['features'] {
  if (layer === undefined) return []
  const { features }: DrawnLayer = JSON.parse(layer.body.toString())
  return features
}

/** A case as served. `body` is `linked` as JSON; `version` is a short hash of everything in it. */
export interface LoadedCase {
  linked: LinkedCase
  layers: ReadonlyMap<LayerId, LoadedLayer>
  /** The case trimmed to what a map alone shows, as JSON. */
  mapBody: Buffer
  /** Every place's own geometry as GeoJSON, and a short hash of exactly that. */
  shapes: { body: Buffer; version: string }
  /** The texts that all of this was made from. */
  files: ValidTexts
  body: Buffer
  version: string
}

const VERSION_LENGTH = 12

function hash(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex').slice(0, VERSION_LENGTH)
}

function collectShapes({ layers }: CaseRecords): LoadedCase['shapes'] {
  const features: PlaceShapes['features'] = layers.flatMap(({ id: layer, places }) =>
    places.flatMap(({ id, geometry }): PlaceShapes['features'] =>
      geometry === null ? [] : [{ type: 'Feature', id, geometry, properties: { layer } }],
    ),
  )
  const body = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features } satisfies PlaceShapes))
  return { body, version: hash(body) }
}

/** Draws, links and serialises a case once, so that a request only sends what is there. */
export function buildCase(
  records: CaseRecords,
  setAside: readonly SetAside[],
  borders: readonly Feature<LineString | MultiLineString>[],
  files: ValidTexts,
  basemapNames: ReadonlySet<string> | null = null,
  units: UnitSource | null = null,
): LoadedCase {
  const { figures, actors, head } = records
  const context = { figures, actors, claims: head.claims, borders, basemapNames }
  const drawn = records.layers.map((layer) => {
    const alone = drawLayer(layer, context)
    const features = units === null ? alone : drawUnits(layer, alone, units)
    const body = Buffer.from(JSON.stringify(features))
    return { id: layer.id, layer: features, served: { body, version: layer.tiles?.version ?? hash(body) } }
  })
  const layerVersions = new Map(drawn.map(({ id, served }) => [id, served.version]))
  const alone = linkCase(
    records,
    setAside,
    drawn.map(({ layer }) => layer),
    { case: '', layers: layerVersions },
  )
  const unversioned = units === null ? alone : assignUnits(alone, units)
  const version = hash(JSON.stringify(unversioned))
  const linked = { ...unversioned, version }
  return {
    linked,
    layers: new Map(drawn.map(({ id, served }) => [id, served])),
    mapBody: Buffer.from(JSON.stringify(trimCase(linked))),
    shapes: collectShapes(records),
    files,
    body: Buffer.from(JSON.stringify(linked)),
    version,
  }
}

/** The same with all that is made of every case when it is first asked for: what fails of a record fails here. */
function buildWhole(...[records, setAside, borders, files, names, units]: Parameters<typeof buildCase>): LoadedCase {
  const loaded = buildCase(records, setAside, borders, files, names, units)
  listRecords(loaded.linked)
  planTour(loaded.linked)
  return loaded
}

/** A folder as read now; `loaded` is null where its `case.json` has never been usable. */
export interface BuiltFolder {
  loaded: LoadedCase | null
  /** What to fall back on at the next reading. */
  good: ValidTexts
}

/** Reads and builds the case of a folder, with the texts that could last be read in place of what is broken; `signal` gives it up. */
export type BuildFolder = (folder: CaseFolder, before: ValidTexts, signal?: AbortSignal) => Promise<BuiltFolder>

/** Builds the cases below a data folder in this thread, with what their feeds have given. */
export function createFolderBuilder(data: string, feeds: Pick<FeedStore, 'readText'> = noFeeds): BuildFolder {
  const borders = once(() => readBorders(data))
  return async (folder, before) => {
    const [lines, names, units] = await Promise.all([borders(), readBasemapNames(), readUnits()])
    const files = await withFeedFiles(folder.id, await readCaseFiles(folder), feeds)
    const { parsed, built } = buildWithout(
      (failed) => parseWithLastValid(files, before, (texts) => parseFiles(folder.id, texts, failed)),
      ({ records, setAside, good }) =>
        records === null ? null : buildWhole(records, setAside, lines, good, names, units),
    )
    return { loaded: built, good: parsed.good }
  }
}

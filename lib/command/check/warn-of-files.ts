import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { readEvidenceName } from '@/lib/schema/evidence'
import { didYouMean } from '@/lib/schema/nearest'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { isObject, toId } from '@/lib/schema/plain-values'
import { scanJson } from '@/lib/schema/scan-json'
import { recordFiles } from '@/lib/schema/set-aside-order'
import { type CaseFolder, listCaseFolders } from '@/lib/server/case-folder'
import { ORDER_FILE, readCaseOrder } from '@/lib/server/case-order'
import { listFeedLayers } from '@/lib/server/feeds/feed-layers'

/** Something that is likely to be a mistake and costs no record: it does not fail the check. */
export interface Warning {
  /** Relative to the case's folder. */
  file: string
  /** From 1; absent where it is about the file itself. */
  line?: number
  rule: 'unknown-file' | 'unknown-member' | 'crs' | 'swapped' | 'undrawn' | 'alike' | 'fed'
  words: string
}

const LAYERS = 'layers'
/** What `npm run case -- tile` makes. */
const TILES = 'tiles'
const EVIDENCE = 'evidence'

/** What lies beside a case without harm: notes, an archive's README.txt, hidden files, the copies that a text editor leaves. */
const isNote = (name: string) =>
  name.startsWith('.') || name.endsWith('~') || name.endsWith('.md') || name === 'README.txt'

/** What a name was probably meant to be: an ending too many, a layer in the wrong place, a slip of the hand. */
function meant(name: string, known: readonly string[]): string {
  if (name.endsWith('.geojson')) return `; a layer’s file lies in ${LAYERS}/`
  const bare = name.replace(/\.txt$/i, '')
  if (known.includes(bare)) return `; did you mean “${bare}”?`
  return didYouMean(bare, known) || `; a case is made of ${known.join(', ')}`
}

/** Tells of what lies in a case's folder and is none of its files: it is not read, and may be a file whose name is wrong. */
export async function warnOfFiles(folder: CaseFolder): Promise<Warning[]> {
  const known = [...recordFiles, LAYERS, TILES, EVIDENCE]
  const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => [])
  return entries
    .filter(({ name }) => !known.includes(name) && !isNote(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry): Warning => {
      const isFolder = entry.isDirectory()
      return {
        file: entry.name,
        rule: 'unknown-file',
        words: `is no ${isFolder ? 'folder' : 'file'} of a case and is not read${meant(entry.name, known)}`,
      }
    })
}

/** Tells of what lies among a case's evidence and is none, or none that a record names: it is not published. */
export async function warnOfEvidence(folder: CaseFolder, files: CaseFiles): Promise<Warning[]> {
  const records = files.get(`${EVIDENCE}.json`)
  const names = await readdir(path.join(folder.path, EVIDENCE)).catch(() => [])
  return names
    .filter((name) => !isNote(name))
    .sort()
    .flatMap((name): Warning[] => {
      const file = `${EVIDENCE}/${name}`
      const hash = readEvidenceName(file)?.sha256
      if (hash !== undefined && typeof records === 'string' && records.includes(hash)) return []
      const why =
        hash === undefined
          ? 'is not read: a file of evidence is called by its sha-256 and ends in jpg, png, webp, mp4, webm or pdf'
          : `is named by no record of ${EVIDENCE}.json and is not published`
      return [{ file, rule: 'unknown-file', words: why }]
    })
}

/** Tells of what is wrong beside the cases: folders that are none, as their name is no id or they lead out of the data, and their order. */
export async function warnOfFolders(data: string): Promise<string[]> {
  const root = path.join(data, 'cases')
  const shown = (name: string) => path.relative(process.cwd(), path.join(root, name))
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  const cases = new Set((await listCaseFolders(data))?.map(({ id }) => id))
  const { fault } = await readCaseOrder(data, [...cases])
  const folders = entries
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !cases.has(entry.name) && !isNote(entry.name))
    .map(({ name }) => {
      const id = toId(name)
      const why =
        id === name
          ? 'it leads out of the data folder, or to no folder: copy the case’s files here instead'
          : `its name is no id (1 to 64 lower-case letters, digits and hyphens)${id === '' ? '' : `: rename it to “${id}”`}`
      return `${shown(name)} [folder] is ignored: ${why}`
    })
  return fault === null ? folders : [...folders, `${shown(ORDER_FILE)} [order] is not followed: ${fault}`]
}

/** What a `crs` member calls its system: `urn:ogc:def:crs:EPSG::3857`. */
function nameOf(text: string): string | null {
  try {
    const root: unknown = JSON.parse(text)
    const crs = isObject(root) ? root.crs : undefined
    const properties = isObject(crs) ? crs.properties : undefined
    return isObject(properties) && typeof properties.name === 'string' ? properties.name.slice(0, 80) : null
  } catch {
    return null
  }
}

/** Tells of layers that name a coordinate reference system: RFC 7946 has none, and theirs is not looked at. Never throws. */
export function warnOfCrs(files: CaseFiles): Warning[] {
  return [...files].flatMap(([file, text]): Warning[] => {
    if (typeof text !== 'string' || !file.endsWith('.geojson')) return []
    const tokens = scanJson(text)
    if (!Array.isArray(tokens)) return []
    const at = tokens.findIndex(
      ({ kind, value, depth }, index) =>
        kind === 'string' && value === 'crs' && depth === 1 && tokens[index + 1]?.kind === ':',
    )
    const token = tokens[at]
    if (token === undefined) return []
    const name = nameOf(text)
    const isWgs84 = name !== null && /CRS:?84|:4326$/i.test(name)
    const words = isWgs84
      ? 'may be left out: GeoJSON is always in WGS 84, [longitude, latitude] in degrees'
      : 'is not read: every position is taken for WGS 84, [longitude, latitude] in degrees, as [32.6, 46.6]. Convert the file to it and leave this out'
    return [
      { file, line: token.line, rule: 'crs', words: `the member “crs”${name === null ? '' : ` (${name})`} ${words}` },
    ]
  })
}

/** Tells of files of layers whose places are fetched: an exported case has them, and whoever changes one sees nothing of it. Never throws. */
export function warnOfFed(files: CaseFiles): Warning[] {
  return listFeedLayers(files).flatMap(({ id, feed }): Warning[] => {
    const file = `layers/${id}.geojson`
    if (feed === undefined || !files.has(file)) return []
    const words = `stands in only until ${feed.address.slice(0, 200)}, which layers.json names as this layer’s feed, has given something: leave out one of the two`
    return [{ file, rule: 'fed', words }]
  })
}

/** What a FeatureCollection may hold, and what programs write beside it that says nothing of its places. */
const members = ['type', 'features', 'name', 'bbox', 'crs', '$schema']

/** Tells of what a layer's collection holds beside its features, as what belongs to a place would be lost there. Never throws. */
export function warnOfMembers(files: CaseFiles): Warning[] {
  return [...files].flatMap(([file, text]): Warning[] => {
    if (typeof text !== 'string' || !file.endsWith('.geojson')) return []
    const tokens = scanJson(text)
    if (!Array.isArray(tokens)) return []
    return tokens.flatMap((token, index): Warning[] => {
      const { kind, value, depth, line } = token
      if (kind !== 'string' || depth !== 1 || tokens[index + 1]?.kind !== ':' || members.includes(String(value)))
        return []
      const words = `the member “${String(value).slice(0, 80)}” of the collection is not read${didYouMean(String(value), members)}: what is to be said of a place stands in its feature’s “properties”`
      return [{ file, line, rule: 'unknown-member', words }]
    })
  })
}

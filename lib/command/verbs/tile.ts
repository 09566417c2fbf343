import path from 'node:path'
import { ImportFault } from '@/lib/import/row'
import { bringLayer } from '../tile/bring-layer'
import { intoArchive } from '../tile/tile-layer'
import { importVerb } from './import'
import type { Verb } from './verb'

const { into: _into, id: _id, layer: _layer, replace: _replace, look: _look, ...options } = importVerb.options ?? {}

/** What is said of a table whose points become a layer. */
export const bringOptions = options

/** What the options mean, for both verbs that make such a layer. */
export const bringHelp = [
  '  --name <words>         what a reader sees',
  '  --all                  lists every row that is set aside, up to 1,000',
  '  --sheet, --encoding, --separator, --header, --lat, --lng, --position, --place, --date, --until, --dates, --zone,',
  '  --title, --category, --count, --words, --source, --accuracy, --decimal, --keep, --publisher   as for “import”',
]

/** Names the file in what is wrong with it. */
export async function namingFile<T>(file: string, run: Promise<T>): Promise<T> {
  return run.catch((error: unknown) => {
    if (error instanceof ImportFault) throw new Error(`${path.basename(file)} ${error.message}`)
    throw error
  })
}

export const tileVerb: Verb = {
  name: 'tile',
  arguments: '<case-id> <layer-id> [<file>] …',
  summary: 'makes tiles of a layer of up to 10 million points, lines or areas',
  help: [
    'Reads GeoJSON (whole, or a feature a line) and CSV of any size, and whatever else “import” reads, and writes into the',
    'case’s folder: tiles/<layer-id>.pmtiles, which the map draws; <layer-id>.rows, from which lists, find and exports are',
    'read; and <layer-id>.json, which says how many there are. Without <file> it takes the layer’s own, layers/<layer-id>.geojson.',
    'A layer that layers.json does not have is added to it; of one that is there its mark (“cluster”, “density”, “line” or',
    '“area”) and its categories stay. Far tiles have circles with their number by category and by bin of time (the finest of day, week,',
    'month, quarter, year and decade that makes at most 100), near ones single points. Rows that cannot be on a tile are named',
    'and set aside; the exit code is then 1.',
    '',
    'Tiles are made of points, of lines or of areas: of a new layer of what the first row with a position is, else of what its',
    'mark draws (“line”, “area”). Lines and areas are simplified by the zoom; what is smaller than a pixel is a dot. A tile has',
    'at most 5,000 of them, the largest; how many tiles have not all is told.',
    '',
    'It takes at most 1.5 GB of memory, however large the file is, and on disk about twice the file. Stopped while it reads,',
    'it goes on from where it was when it is started again with the same file and options.',
    '',
    ...bringHelp,
    '',
    'tippecanoe is not used, where it is there: it adds up one number of an attribute, not one for each category and bin.',
    '',
    'Example: npm run case -- tile my-case incidents incidents.csv --category event_type',
  ],
  options,
  run([caseId, layerId, file, ...rest], given) {
    if (caseId === undefined || layerId === undefined || rest.length > 0) return null
    const destination = {
      source: `tiles/${layerId}.pmtiles`,
      write: (name: string) => intoArchive(layerId, name),
    }
    return namingFile(file ?? layerId, bringLayer([caseId, layerId, file], given, destination))
  },
}

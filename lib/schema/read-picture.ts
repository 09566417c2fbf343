import type { LayerDesign } from './layer'
import { type CaseFiles, type Entry, parseOne, readValues, setAsideAt, setAsideFile } from './parse-records'
import { type Picture, type PictureFile, pictureFileSchema, whyImpossible } from './picture'
import { type Place, placeSchema } from './place'
import { type Corners, DATE, pictureCorners } from './plain-values'
import type { ReadPlaces } from './read-places'
import type { SetAside } from './records'

/** A layer that is a picture: what its file is, and the one place that it has, which is what the picture covers. */
export interface ReadPicture {
  /** Absent where the picture cannot be shown; the layer is there all the same, for scenes name it. */
  pictureFile?: PictureFile
  places: ReadPlaces
}

/** What stands for a picture in a case's files, in which there are only texts. Undefined for what is no such text. */
function parseFile(text: string): PictureFile | undefined {
  try {
    return pictureFileSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** What the picture covers, as a place: it is found, listed, cited and dated like every other. */
function placeOf({ id, name, key, all }: LayerDesign, { date }: Picture, corners: Corners): unknown {
  const [upperLeft, upperRight, lowerRight, lowerLeft] = corners
  const { kind, basis, accuracyKm = null, sources } = all ?? {}
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Polygon', coordinates: [[upperLeft, lowerLeft, lowerRight, upperRight, upperLeft]] },
    properties: {
      ...{ name, kind, basis, accuracyKm, sources },
      ...(key === undefined ? {} : { note: key }),
      ...(date === undefined ? {} : { fields: { [DATE]: date } }),
    },
  }
}

/** Reads a layer that is a picture. One whose file is not there, or no picture that may be shown, is set aside. */
export function readPicture(
  files: CaseFiles,
  { record: design, position }: Entry<LayerDesign>,
  picture: Picture,
  setAside: SetAside[],
): ReadPicture {
  const none: ReadPlaces = { entries: [], made: new Set() }
  const own = `layers/${design.id}.geojson`
  if (files.has(own) && readValues(own, files.get(own), 'features').values.length > 0)
    setAside.push(
      setAsideFile(own, 'unknown-layer', 'its layer is a picture, which has no places: give them another layer'),
    )
  const text = files.get(picture.file)
  const pictureFile = typeof text === 'string' ? parseFile(text) : undefined
  const corners = pictureFile && pictureCorners(picture, pictureFile)
  const impossible = corners && whyImpossible(corners)
  if (pictureFile === undefined || corners === undefined || impossible != null) {
    const unread = typeof text === 'string' ? 'is no picture' : (text?.reason ?? 'the file is missing')
    const why = impossible == null ? unread : `its tiles ${impossible}: give “bounds” of what is to be shown`
    const reason = `picture: ${picture.file}: ${why}. The layer has nothing to show`
    setAside.push(setAsideAt(position, ['picture', 'file'], text === undefined ? 'reference' : 'shape', reason))
    return { places: none }
  }
  // A position of its own: places are told apart by theirs.
  const place: Entry<Place> | SetAside = parseOne(placeSchema, placeOf(design, picture, corners), { ...position })
  if ('record' in place) return { pictureFile, places: { entries: [place], made: new Set([place]) } }
  setAside.push(place)
  return { places: none }
}

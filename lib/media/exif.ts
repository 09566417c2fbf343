import { textAt } from './media-type'

/** What a picture's metadata tells, as an editor is told of it. */
export interface FoundMetadata {
  /** Maker and model. */
  camera?: string
  /** As the camera wrote it, `2022:09:27 10:11:12`: in whose time, it seldom says. */
  taken?: string
  /** [lng, lat] in degrees, WGS 84. */
  position?: [lng: number, lat: number]
  author?: string
  software?: string
}

/** What Exif holds: what is told, and how the picture is to be turned, 1 to 8. */
interface Exif {
  found: FoundMetadata
  orientation: number
}

const UPRIGHT = 1
/** Tags of Exif 3.0 §4.6. */
const TAG = {
  maker: 0x010f,
  model: 0x0110,
  orientation: 0x0112,
  software: 0x0131,
  changed: 0x0132,
  artist: 0x013b,
  exif: 0x8769,
  gps: 0x8825,
  taken: 0x9003,
  latitudeRef: 1,
  latitude: 2,
  longitudeRef: 3,
  longitude: 4,
} as const
const ASCII = 2
const SHORT = 3
const MOST_ENTRIES = 500
const MOST_TEXT = 200

/** One directory of a TIFF block: what its tags hold. Whatever does not lie within the block is not there. */
function readDirectory(block: Uint8Array, view: DataView, little: boolean, at: number) {
  const count = at + 2 <= block.length ? view.getUint16(at, little) : 0
  const entries = new Map<number, number>()
  for (let index = 0; index < Math.min(count, MOST_ENTRIES); index++) {
    const entry = at + 2 + index * 12
    if (entry + 12 <= block.length) entries.set(view.getUint16(entry, little), entry)
  }
  const text = (tag: number): string | undefined => {
    const entry = entries.get(tag)
    if (entry === undefined || view.getUint16(entry + 2, little) !== ASCII) return undefined
    const length = view.getUint32(entry + 4, little)
    const from = length <= 4 ? entry + 8 : view.getUint32(entry + 8, little)
    const [words = ''] = new TextDecoder().decode(block.subarray(from, from + Math.min(length, MOST_TEXT))).split('\0')
    return words.trim() === '' ? undefined : words.trim()
  }
  const short = (tag: number): number | undefined => {
    const entry = entries.get(tag)
    return entry !== undefined && view.getUint16(entry + 2, little) === SHORT
      ? view.getUint16(entry + 8, little)
      : undefined
  }
  const pointer = (tag: number): number | undefined => {
    const entry = entries.get(tag)
    return entry === undefined ? undefined : view.getUint32(entry + 8, little)
  }
  /** Degrees, minutes and seconds, each a fraction. */
  const degrees = (tag: number): number | undefined => {
    const from = pointer(tag)
    if (from === undefined || from + 24 > block.length) return undefined
    const part = (index: number) =>
      view.getUint32(from + index * 8, little) / view.getUint32(from + index * 8 + 4, little)
    const sum = part(0) + part(1) / 60 + (Number.isNaN(part(2)) ? 0 : part(2) / 3600)
    return Number.isFinite(sum) ? sum : undefined
  }
  return { text, short, pointer, degrees }
}

type Directory = ReturnType<typeof readDirectory>

function positionIn(gps: Directory): Pick<FoundMetadata, 'position'> {
  const [lng, lat] = [gps.degrees(TAG.longitude), gps.degrees(TAG.latitude)]
  if (lng === undefined || lat === undefined) return {}
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  const [west, south] = [gps.text(TAG.longitudeRef) === 'W', gps.text(TAG.latitudeRef) === 'S']
  return { position: [round(west ? -lng : lng), round(south ? -lat : lat)] }
}

const told = <K extends keyof FoundMetadata>(key: K, value: FoundMetadata[K] | undefined) =>
  value === undefined ? {} : { [key]: value }

/** Reads a TIFF block, as JPEG, PNG and WebP hold Exif in. What cannot be read is not there. Never throws. */
export function readExif(block: Uint8Array): Exif {
  const order = textAt(block, 0, 4)
  const little = order === 'II*\0'
  if (block.length < 8 || (!little && order !== 'MM\0*')) return { found: {}, orientation: UPRIGHT }
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
  const directory = (at: number | undefined) => readDirectory(block, view, little, at ?? block.length)
  const first = directory(view.getUint32(4, little))
  const orientation = first.short(TAG.orientation) ?? UPRIGHT
  const camera = [first.text(TAG.maker), first.text(TAG.model)].filter((part) => part !== undefined).join(' ')
  return {
    found: {
      ...told('camera', camera === '' ? undefined : camera),
      ...told('taken', directory(first.pointer(TAG.exif)).text(TAG.taken) ?? first.text(TAG.changed)),
      ...positionIn(directory(first.pointer(TAG.gps))),
      ...told('author', first.text(TAG.artist)),
      ...told('software', first.text(TAG.software)),
    },
    orientation: orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT,
  }
}

/** A TIFF block that holds how the picture is to be turned, and nothing else; null for one that stands upright. */
export function writeOrientation(orientation: number): Uint8Array | null {
  if (orientation === UPRIGHT) return null
  const block = new Uint8Array(26)
  const view = new DataView(block.buffer)
  block.set([0x4d, 0x4d, 0, 0x2a])
  // The first directory follows, of one entry; none comes after it.
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, TAG.orientation)
  view.setUint16(12, SHORT)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return block
}

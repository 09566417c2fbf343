import { scanXml, type XmlElement } from '../xml/scan-xml'

/** What of a placemark, way-point, route or track its converter does not tell. */
export interface MarkNote {
  /** The folders that a placemark lies in, from the outermost. */
  folder: string
  /** What stands where a position should; null where all of them can be read. */
  unread: string | null
}

const isPosition = (text: string) =>
  /^[+-]?(?:\d+(?:\.\d*)?|\.\d+),[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:,[^,]*)?$/.test(text.replace(/e[+-]?\d+/gi, ''))

/** Coordinates of KML without the spaces that people leave around commas, where a position would end at them. Linear. */
export function closeCommas(text: string): string {
  const close = (each: string) =>
    each
      .split(',')
      .map((part) => part.trim())
      .join(',')
  return text.replace(/<coordinates>[^<]*/g, close)
}

/** The placemarks of a KML text, in their order. Throws an ImportFault for what is no XML. */
export function listPlacemarks(text: string): MarkNote[] {
  const marks: MarkNote[] = []
  const path: string[] = []
  const folders: string[] = []
  let written = ''
  let isInMark = false
  let [read, empty] = [0, 0]
  scanXml(text, {
    open({ local }) {
      path.push(local)
      written = ''
      if (local === 'Folder') folders.push('')
      if (local !== 'Placemark') return
      isInMark = true
      ;[read, empty] = [0, 0]
      marks.push({ folder: folders.filter((each) => each !== '').join(' / '), unread: null })
    },
    text(piece) {
      const local = path.at(-1)
      if (local === 'name' || local === 'coordinates') written += piece
    },
    close(local) {
      path.pop()
      if (local === 'name' && path.at(-1) === 'Folder') folders[folders.length - 1] = written.trim()
      if (local === 'Folder') folders.pop()
      const mark = marks.at(-1)
      if (!isInMark || mark === undefined) return
      if (local === 'Placemark') {
        isInMark = false
        // Of several shapes an empty one is none, and the others are what is there.
        if (empty > 0 && read === 0) mark.unread ??= ''
      }
      if (local !== 'coordinates') return
      const positions = written.split(/\s+/).filter((each) => each !== '')
      if (positions.length === 0) empty++
      else read++
      const wrong = positions.find((each) => !isPosition(each))
      if (wrong !== undefined) mark.unread ??= wrong
    },
  })
  return marks
}

function isPoint({ attribute }: XmlElement): boolean {
  return ['lat', 'lon'].every((name) => Number.isFinite(Number.parseFloat(attribute(name) ?? '')))
}

const describe = ({ local, attribute }: XmlElement) =>
  `${local} lat="${attribute('lat') ?? ''}" lon="${attribute('lon') ?? ''}"`

/** The tracks, routes and way-points of a GPX text, in the order in which they are converted. Throws an ImportFault. */
export function listGpxMarks(text: string): { marks: MarkNote[]; lostPoints: number } {
  const byKind = new Map<string, MarkNote[]>(['trk', 'rte', 'wpt'].map((kind) => [kind, []]))
  let [mark, points, most, lostPoints]: [MarkNote | undefined, number, number, number] = [undefined, 0, 0, 0]
  scanXml(text, {
    open(element) {
      const { local } = element
      const list = byKind.get(local)
      if (list !== undefined) {
        mark = { folder: '', unread: local === 'wpt' && !isPoint(element) ? describe(element) : null }
        list.push(mark)
        ;[points, most] = [0, 0]
      }
      if (local === 'trkseg') points = 0
      if (local !== 'trkpt' && local !== 'rtept') return
      if (isPoint(element)) points++
      else lostPoints++
      most = Math.max(most, points)
    },
    close(local) {
      if ((local === 'trk' || local === 'rte') && mark !== undefined && most < 2)
        mark.unread = `a ${local === 'trk' ? 'track' : 'route'} of ${most === 0 ? 'no points' : 'one point'}`
    },
  })
  return { marks: [...byKind.values()].flat(), lostPoints }
}

import { type Cell, ImportFault, type RowFault, type SourceFile, type SourceRow } from '../row'
import { checkGeometry } from '../shapes/check-geometry'
import { tableOf } from '../shapes/feature-rows'
import { textOfHtml } from '../shapes/read-kml'
import { allBelow, childrenOf, textOf, type XmlNode } from '../xml/xml-tree'
import { feedGeometry, readCircle, readPairs, together } from './feed-geometry'

/** A row with a shape that is yet to be checked. */
export function placedRow(
  at: { file: string; row: number },
  geometry: unknown,
  cells: ReadonlyMap<string, Cell>,
): SourceRow | RowFault {
  const { file, row } = at
  if (geometry === null) return { row, cells, geometry: null }
  const checked = checkGeometry(geometry)
  if ('reason' in checked)
    return { file, sheet: null, row, column: 'position', value: checked.value, reason: checked.reason }
  return { row, cells, geometry: checked.geometry }
}

const placed = /georss|geo\/wgs84_pos/

/** The link of an entry: its text in RSS, its address in Atom, that of the page before others. */
function linkOf(entry: XmlNode): string | undefined {
  const links = childrenOf(entry, 'link')
  const page = links.find((each) => (each.attributes('rel') ?? 'alternate') === 'alternate') ?? links[0]
  return page?.attributes('href') ?? textOf(entry, 'link')
}

const dates = ['pubDate', 'published', 'issued', 'date', 'updated', 'modified']

function entryCells(entry: XmlNode): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  const set = (name: string, text: string | undefined) => {
    if (text !== undefined && text !== '' && !cells.has(name)) cells.set(name, textOfHtml(text))
  }
  set('title', textOf(entry, 'title'))
  for (const name of dates) set('date', textOf(entry, name))
  set('description', textOf(entry, 'description') ?? textOf(entry, 'summary') ?? textOf(entry, 'content'))
  set('category', textOf(entry, 'category') ?? childrenOf(entry, 'category')[0]?.attributes('term'))
  set('link', linkOf(entry))
  set('author', textOf(entry, 'author', 'name') ?? textOf(entry, 'author') ?? textOf(entry, 'creator'))
  const told = new Set([
    ...dates,
    'title',
    'description',
    'summary',
    'content',
    'category',
    'link',
    'author',
    'creator',
  ])
  for (const child of entry.children) {
    if (told.has(child.local) || placed.test(child.uri)) continue
    set(child.local, child.text.trim())
    const value = child.attributes('value')
    if (value !== undefined) set(`${child.local} value`, value)
  }
  return cells
}

/** Reads a feed: RSS of any version, or Atom, with positions by GeoRSS. */
export function readFeed(name: string, root: XmlNode): SourceFile {
  const entries = [...allBelow(root, 'item'), ...allBelow(root, 'entry')]
  const rows = entries.map((entry, index) =>
    placedRow({ file: name, row: index + 1 }, feedGeometry(entry), entryCells(entry)),
  )
  const isGdacs = entries.some(({ children }) => children.some(({ uri }) => /gdacs/.test(uri)))
  return { name, format: 'rss', found: [], tables: [tableOf(null, rows)], ...(isGdacs ? { profile: 'gdacs' } : {}) }
}

const alertKeys = ['identifier', 'sender', 'sent', 'status', 'msgType']
const infoKeys = [
  'category',
  'event',
  'urgency',
  'severity',
  'certainty',
  'effective',
  'onset',
  'expires',
  'senderName',
]
const wordKeys = ['headline', 'description', 'instruction', 'web']

function capGeometry(area: XmlNode | undefined): unknown {
  if (area === undefined) return null
  const polygons = childrenOf(area, 'polygon').map(({ text }) => ({
    type: 'Polygon',
    coordinates: [readPairs(text) ?? []],
  }))
  return together([...polygons, ...childrenOf(area, 'circle').map(({ text }) => readCircle(text))])
}

/** Reads warnings of the Common Alerting Protocol 1.2: a row for each area of each of their languages. */
export function readCap(name: string, root: XmlNode): SourceFile {
  const alerts = root.local === 'alert' ? [root] : allBelow(root, 'alert')
  const rows: (SourceRow | RowFault)[] = []
  for (const alert of alerts) {
    for (const info of childrenOf(alert, 'info')) {
      const areas = childrenOf(info, 'area')
      for (const area of areas.length === 0 ? [undefined] : areas) {
        const cells = new Map<string, Cell>()
        const set = (key: string, text: string | undefined) => text !== undefined && cells.set(key, text)
        for (const key of [...wordKeys.slice(0, 1), ...infoKeys]) set(key, textOf(info, key))
        set('areaDesc', textOf(area, 'areaDesc'))
        for (const key of wordKeys.slice(1)) set(key, textOf(info, key))
        for (const key of alertKeys) set(key, textOf(alert, key))
        set('language', textOf(info, 'language'))
        rows.push(placedRow({ file: name, row: rows.length + 1 }, capGeometry(area), cells))
      }
    }
  }
  if (rows.length === 0) throw new ImportFault('is a warning of CAP without an info in it')
  return { name, format: 'cap', found: [], tables: [tableOf(null, rows)], profile: 'cap' }
}

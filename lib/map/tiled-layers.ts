import type { ExpressionSpecification, FilterSpecification, VectorSourceSpecification } from 'maplibre-gl'
import { everyTile, type TileQuery } from '@/lib/derive/time-bins'
import type { Tiles } from '@/lib/schema/tiles'
import { addressBelow } from '@/lib/url/base-path'
import { type CaseLayerStyle, layerName, type MapLayer } from './case-layer'
import { marks } from './marks'
import { clusterRadii } from './marks/cluster'
import { symbolMarks } from './marks/symbol'
import { type Theme, themes } from './theme'
import { drawShapes, hasShapes, shapeFilters } from './tiled-shapes'

/** Name of the layer within each tile, as `npm run case -- tile` writes it. */
export const TILED_POINTS = 'points'

/** A layer whose places are on tiles. */
export type TiledLayer = MapLayer & { tiles: Tiles }

export function isTiled<T extends MapLayer>(layer: T): layer is T & { tiles: Tiles } {
  return layer.tiles !== undefined
}

/** Where the map gets a layer's tiles: from our server, wherever they lie. */
export function tiledSource(origin: string, caseId: string, { id, tiles }: TiledLayer): VectorSourceSpecification {
  const address = addressBelow(`/api/cases/${caseId}/layers/${id}/{z}/{x}/{y}?v=${tiles.version}`)
  const [west, south, east, north] = tiles.bounds
  return {
    type: 'vector',
    tiles: [origin + address],
    minzoom: 0,
    maxzoom: tiles.maxZoom,
    // A little more: MapLibre asks for no tile that only touches them.
    bounds: [west - 0.001, south - 0.001, east + 0.001, north + 0.001],
  }
}

const isCircle: FilterSpecification = ['has', 'n']
const nothing = ['literal', false] as unknown as FilterSpecification
const isAlone: FilterSpecification = ['!', ['has', 'n']]

/** The number of a bin in a text of numbers `w` digits wide: how many of a category had begun, or ended, by then. */
function cut(texts: ExpressionSpecification, bin: number): ExpressionSpecification {
  return ['to-number', ['slice', texts, ['*', bin, ['get', 'w']], ['*', bin + 1, ['get', 'w']]]]
}

/** How many points of a circle pass: what had begun by the last bin, less what had ended before the first. */
function countOf({ counts }: Tiles, { bins, categories }: TileQuery): ExpressionSpecification | number {
  if (bins === null && categories === null) return ['get', 'n']
  const terms = (categories ?? counts.map((_, index) => index)).map((category): ExpressionSpecification => {
    if (bins === null) return ['coalesce', ['get', `n${category}`], 0]
    const [begun, ended] = [`s${category}`, `e${category}`]
    const over: ExpressionSpecification | number =
      bins.from === 0 ? 0 : cut(['coalesce', ['get', ended], ['get', begun]], bins.from - 1)
    return ['case', ['has', begun], ['-', cut(['get', begun], bins.to), over], 0]
  })
  return terms.length === 0 ? 0 : (['+', 0, ...terms] as unknown as ExpressionSpecification)
}

/** Whether a single point passes. */
function alonePasses({ bins, categories }: TileQuery): FilterSpecification[] {
  return [
    ...(bins === null
      ? []
      : ([
          ['>=', ['get', 'end'], bins.from],
          ['<=', ['get', 'start'], bins.to],
        ] as const)),
    ...(categories === null ? [] : ([['in', ['get', 'category'], ['literal', categories.map(String)]]] as const)),
  ] as unknown as FilterSpecification[]
}

/** As readers write large numbers: in full up to five digits, then in thousands and millions. */
function writeCount(count: ExpressionSpecification | number): ExpressionSpecification {
  const inUnits = (unit: number, parts: number, sign: string): ExpressionSpecification => [
    'concat',
    ['to-string', ['/', ['round', ['/', count, unit / parts]], parts]],
    sign,
  ]
  return [
    'case',
    ['>=', count, 1_000_000],
    inUnits(1_000_000, 10, 'M'),
    ['>=', count, 10_000],
    inUnits(1000, 1, 'k'),
    ['number-format', count, { 'max-fraction-digits': 0 }],
  ]
}

/** What of a style layer changes with what is asked for. */
export interface TiledChange {
  id: string
  filter: FilterSpecification
  layout?: Record<string, ExpressionSpecification>
  paint?: Record<string, ExpressionSpecification | number>
}

/**
 * What changes of a layer's drawing when something else is asked of it: what the map works out of the tiles that it has,
 * whose number and size do not grow with the layer. `scale` as in the style.
 */
export function tiledChanges(layer: TiledLayer, query: TileQuery, scale: number): TiledChange[] {
  const { id, tiles, mark } = layer
  // Which theme it is makes no difference to what is drawn.
  if (hasShapes(layer)) return shapeFilters(layer, themes.light, query.none === true ? [nothing] : alonePasses(query))
  const count = countOf(tiles, query)
  // What counts nothing is no expression, and the style would take the comparison for one of its old filters.
  const isNone = query.none === true || count === 0
  const passes = isNone ? nothing : (['>', count, 0] as FilterSpecification)
  const alone = ['all', isAlone, ...(isNone ? [nothing] : alonePasses(query))] as unknown
  const points: TiledChange = { id: layerName(id, 'mark'), filter: alone as FilterSpecification }
  const circles = ['all', isCircle, passes] as unknown as FilterSpecification
  if (mark === 'density') {
    const all = ['any', circles, alone] as unknown as FilterSpecification
    const weight: ExpressionSpecification = ['case', isCircle as ExpressionSpecification, ['sqrt', count], 1]
    return [{ id: layerName(id, 'density'), filter: all, paint: { 'heatmap-weight': weight } }, points]
  }
  const [[, smallest], ...larger] = clusterRadii
  const radius: ExpressionSpecification = ['*', scale, ['step', count, smallest, ...larger.flat()]]
  return [
    points,
    { id: layerName(id, 'together'), filter: circles, paint: { 'circle-radius': radius } },
    { id: layerName(id, 'count'), filter: circles, layout: { 'text-field': writeCount(count) } },
  ]
}

/** A layer of tiles as its mark draws it, before anything is asked of it: circles with their numbers and single points, or lines and areas. */
export function drawTiled(layer: TiledLayer, theme: Theme): CaseLayerStyle {
  if (hasShapes(layer)) return drawShapes(layer, theme)
  const { ground, marks: drawn } =
    layer.mark === 'density'
      ? marks.density.style(layer, theme, { schematic: '' })
      : marks.cluster.style(layer, theme, { schematic: '' })
  const [point] = symbolMarks(layer, theme, { filter: isAlone }).marks
  const changes = new Map(tiledChanges(layer, everyTile, 1).map((change) => [change.id, change]))
  const onTiles = (own: CaseLayerStyle['marks']) =>
    own.flatMap((given) => {
      const each = given.id === point?.id ? point : given
      const change = changes.get(each.id)
      // What a tile does not carry, as a name and how sure a place is, is not drawn.
      if (change === undefined) return []
      const layout = { ...each.layout, ...change.layout }
      const paint = { ...each.paint, ...change.paint }
      return [Object.assign({}, each, { 'source-layer': TILED_POINTS, filter: change.filter, layout, paint })]
    })
  return { ground: onTiles(ground), marks: onTiles(drawn) }
}

import type { Mark } from '@/lib/schema/plain-marks'
import type { MarkModule } from '../mark-module'
import { area } from './area'
import { choropleth } from './choropleth'
import { circle } from './circle'
import { cluster } from './cluster'
import { density } from './density'
import { flow } from './flow'
import { hexagon } from './hexagon'
import { line } from './line'
import { name } from './name'
import { picture } from './picture'
import { rings } from './rings'
import { symbol } from './symbol'

/**
 * Every mark by its name in `layers.json`: the one table that live map, still map and legends draw by. A new mark is its
 * module, its test and its name in the schema's list.
 */
export const marks: Readonly<Record<Mark, MarkModule>> = {
  area,
  line,
  flow,
  circle,
  rings,
  symbol,
  density,
  cluster,
  hexagon,
  choropleth,
  picture,
  name,
}

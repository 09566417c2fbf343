import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { ConvertContext } from '@/lib/import/convert/convert-row'
import type { RowFault, SourceTable } from '@/lib/import/row'
import { limits } from '@/lib/limits'
import type { TileKind } from '@/lib/schema/tiles'
import { replaceCaseFile } from '../verbs/verb'
import { NEAREST } from './choose-zoom'
import { readPoints } from './read-points'
import { Run } from './runs'
import { countShape, noShapes } from './tile-shape'

/** Values that are counted to find the categories; those that come later are among the others. */
const MOST_VALUES = 250
const OTHER_VALUE = 255

const faultSchema = z.strictObject({
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.number(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
})

/** How far the reading has come: written with each run, so that a later start goes on from there. */
const progressSchema = z.strictObject({
  /** Changes with the file and with how it is read. */
  of: z.string(),
  runs: z.number().int(),
  /** Rows of the file that are done with, faulty ones too. */
  rows: z.number().int(),
  points: z.number().int(),
  faultCount: z.number().int(),
  faults: z.array(faultSchema),
  beyond: z.number().int(),
  values: z.array(z.tuple([z.string(), z.number().int()])),
  /** What the last zoom of lines and areas is chosen by. */
  shapes: z.strictObject({ touched: z.array(z.number().int()), needed: z.array(z.number().int()) }),
  /** First and last moment, ms since 1970. */
  span: z.tuple([z.number(), z.number()]).nullable(),
  done: z.boolean(),
})

export type ReadProgress = z.infer<typeof progressSchema>

const PROGRESS = 'progress.json'

function begin(of: string): ReadProgress {
  return {
    of,
    runs: 0,
    rows: 0,
    points: 0,
    faultCount: 0,
    faults: [],
    beyond: 0,
    values: [],
    shapes: noShapes(NEAREST),
    span: null,
    done: false,
  }
}

async function readProgress(folder: string, of: string): Promise<ReadProgress> {
  const text = await readFile(path.join(folder, PROGRESS), 'utf8').catch(() => null)
  if (text !== null) {
    try {
      const known = progressSchema.safeParse(JSON.parse(text))
      if (known.success && known.data.of === of) return known.data
    } catch {
      // What was being written when the machine stopped is begun anew.
    }
  }
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return begin(of)
}

export interface ReadPlan {
  /** Where the runs are. */
  folder: string
  /** Changes with the file and with how it is read: what was begun of another is not gone on with. */
  of: string
  table: SourceTable
  context: ConvertContext
  /** The property whose values are the categories. */
  property: string | null
  /** What the tiles are made of. */
  kind: TileKind
  tell(rows: number, points: number): void
}

/** Reads a table to its end into sorted runs on disk, from where an earlier start left off. */
export async function readIntoRuns({
  folder,
  of,
  table,
  context,
  property,
  kind,
  tell,
}: ReadPlan): Promise<ReadProgress> {
  const progress = await readProgress(folder, of)
  if (progress.done) return progress
  const values = new Map(progress.values.map(([value, count], index) => [value, { index, count }]))
  const run = new Run()
  const categoryOf = (value: string | null): number => {
    if (value === null) return OTHER_VALUE
    const known = values.get(value)
    if (known !== undefined) {
      known.count += 1
      return known.index
    }
    if (values.size >= MOST_VALUES) return OTHER_VALUE
    values.set(value, { index: values.size, count: 1 })
    return values.size - 1
  }
  const save = async (done: boolean) => {
    if (run.count > 0) {
      await run.write(folder, progress.runs)
      progress.runs += 1
    }
    progress.done = done
    progress.values = [...values].map(([value, { count }]) => [value, count])
    await replaceCaseFile(path.join(folder, PROGRESS), JSON.stringify(progress))
  }
  const addFault = (fault: RowFault) => {
    progress.faultCount += 1
    if (progress.faults.length < limits.import.toldFaults) progress.faults.push(fault)
  }
  for await (const batch of readPoints(table, context, property, kind, progress.rows)) {
    for (const point of batch) {
      progress.rows += 1
      if ('reason' in point) addFault(point)
      else if (progress.points >= limits.tile.features) progress.beyond += 1
      else {
        run.add(point, categoryOf(point.category))
        progress.points += 1
        const { time, geometry } = point
        if (geometry !== null) progress.shapes = countShape(progress.shapes, geometry)
        if (time !== null) {
          const [first, last] = progress.span ?? [time.start, time.end - 1]
          progress.span = [Math.min(first, time.start), Math.max(last, time.end - 1)]
        }
        if (run.isFull) await save(false)
      }
    }
    tell(progress.rows, progress.points)
  }
  await save(true)
  return progress
}

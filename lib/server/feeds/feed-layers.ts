import { z } from 'zod'
import { feedSchema } from '@/lib/schema/feed'
import { type LayerDesign, layerSchema } from '@/lib/schema/layer'
import { type CaseFiles, readValues } from '@/lib/schema/parse-records'

const LAYERS = 'layers.json'

/** Enough of a layer to know that it is fetched; what else is wrong with it is told elsewhere. */
const fetchedSchema = z.object({ id: z.string(), feed: feedSchema })

/** The layers of a case whose places are fetched, and which may be: a layer that is set aside gets none. Never throws. */
export function listFeedLayers(files: CaseFiles): LayerDesign[] {
  const text = files.get(LAYERS)
  // Nearly every case has none, and is spared the reading.
  if (typeof text !== 'string' || !text.includes('"feed"')) return []
  const seen = new Set<string>()
  return readValues(LAYERS, text, 'array').values.flatMap(({ value }) => {
    if (!fetchedSchema.safeParse(value).success) return []
    const { data } = layerSchema.safeParse(value)
    if (data?.feed === undefined || seen.has(data.id)) return []
    seen.add(data.id)
    return [data]
  })
}

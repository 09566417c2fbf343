import type { LayerId } from '@/lib/schema/layer'
import { createValueStore } from './value-store'

/** Layers on tiles of which some cannot be had now; the map asks again, and says so here. */
export const failedLayers = createValueStore<readonly LayerId[]>([])

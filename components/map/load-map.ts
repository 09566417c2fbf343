import { once } from '@/lib/derive/once'
import { loadLibrary } from './load-library'
import type * as AdapterModule from './map-adapter'

/** The map's code, with what it draws and writes with; rejects where it cannot be fetched. */
export const loadMap = once(async (): Promise<typeof AdapterModule> => {
  const [module] = await Promise.all([import('./map-adapter'), loadLibrary()])
  return module
})

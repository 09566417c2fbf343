import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { once } from '@/lib/derive/once'

/** Below this no script can have MapLibre in it, bytes. */
const LEAST_BYTES = 300_000
/** What of MapLibre no minifier renames: a class name of its own style sheet. */
const MAPLIBRE = 'maplibregl-canvas-container'

/**
 * Address of the script that has MapLibre in it, so that the page's head can ask for it: otherwise the browser learns of
 * it once the page's other scripts have run. Next tells this for `next/dynamic` alone, and with Turbopack names files
 * that are not there. Null where there is no such build, as with `next dev`.
 */
export const mapScript = once(async (): Promise<`/${string}` | null> => {
  const folder = path.join(process.cwd(), '.next', 'static', 'chunks')
  try {
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.js')) continue
      const script = await readFile(path.join(folder, name), 'utf8')
      if (script.length > LEAST_BYTES && script.includes(MAPLIBRE)) return `/_next/static/chunks/${name}`
    }
  } catch {}
  return null
})

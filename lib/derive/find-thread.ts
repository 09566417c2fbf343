import type { Thread } from '@/lib/schema/case'
import type { LinkedCase, LinkedLayer } from './linked-case'

/** What of a record tells which thread it belongs to. */
interface Threaded {
  /** The thread that it names itself, as an event or a scene does. */
  thread?: string | undefined
  /** The event that it is about. */
  event?: string | undefined
  /** Ids of the places that it is about. */
  about?: readonly string[] | undefined
}

/** The case with its records by id, as far as a thread is found by them. */
interface Records {
  linked: Pick<LinkedCase, 'threads'>
  layer(id: string): Pick<LinkedLayer, 'thread' | 'context'> | undefined
  place(id: string): { layer: string } | undefined
  event(id: string): { thread?: string | undefined } | undefined
}

/**
 * The id of the thread that a record belongs to: the one it names, else its event's, else the only one that the layers of
 * its places are in. Undefined where they are in several or none; a layer that only locates does not count.
 */
function threadId({ layer, place, event }: Records, { thread, event: eventId, about = [] }: Threaded) {
  const own = thread ?? (eventId === undefined ? undefined : event(eventId)?.thread)
  if (own !== undefined) return own
  const layers = about.map((id) => layer(place(id)?.layer ?? '')).filter((found) => found?.context !== true)
  const ids = new Set(layers.map((found) => found?.thread))
  return ids.size === 1 ? [...ids][0] : undefined
}

/** The thread that a record belongs to, see `threadId`. */
export function findThread(records: Records, record: Threaded): Thread | undefined {
  const { threads = [] } = records.linked
  if (threads.length === 0) return undefined
  const id = threadId(records, record)
  return threads.find((thread) => thread.id === id)
}

interface ThreadLayers<Layer> {
  /** Null for the layers that are in no thread. */
  thread: Thread | null
  layers: readonly Layer[]
}

/**
 * Layers under their threads, in the case's order of both, last those that are in none. A thread may have events alone
 * and no layer.
 */
export function groupByThread<Layer extends { thread?: string | undefined }>(
  threads: readonly Thread[] | undefined,
  layers: readonly Layer[],
): ThreadLayers<Layer>[] {
  const known = new Set(threads?.map(({ id }) => id))
  const groups = (threads ?? []).map((thread): ThreadLayers<Layer> => {
    return { thread, layers: layers.filter((layer) => layer.thread === thread.id) }
  })
  const others = layers.filter(({ thread }) => thread === undefined || !known.has(thread))
  return others.length === 0 ? groups : [...groups, { thread: null, layers: others }]
}

/** Ids of the layers that stand back for a thread to stand out; a layer that belongs to none is of all of them. */
export function fadedLayers(
  layers: readonly { id: string; thread?: string | undefined }[],
  thread: string | null,
): string[] {
  if (thread === null) return []
  return layers.filter((layer) => layer.thread !== undefined && layer.thread !== thread).map(({ id }) => id)
}

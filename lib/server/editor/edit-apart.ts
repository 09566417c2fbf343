import { Worker } from 'node:worker_threads'
import { limits } from '@/lib/limits'
import type { LayerId } from '@/lib/schema/layer'
import { dataFolder } from '../case-folder'
import { Refusal } from '../control/refusal'
import { noteError } from '../health'
import { freshBytes } from '../http'
import { BrokenOff, createKeptThreads, type KeptThreads, OverBudget } from '../kept-threads'
import { stateFolder } from '../state-folder'
import { ownsState } from '../state-lock'
import { createTurns, createTurnsByKey } from '../turns'
import type { EditAnswer, EditOrder } from './edit-order'
import type { CarriedOut, SentOrder } from './edit-worker'

/** What editors ask of this server. */
export interface EditDesk {
  /** Answers an order, unless nobody waits for it any more when its turn comes. Rejects with a Refusal. */
  ask(order: EditOrder, signal?: AbortSignal): Promise<Response>
  /** A layer of a case as it would be, GeoJSON; null where the preview is kept no more. */
  previewedLayer(preview: string, layer: LayerId): Uint8Array | null
}

const tooMany = new Refusal(503, 'Too much at once', 'The server is busy with what other editors ask. Try again soon.')
const calledOff = new Refusal(503, 'Called off', 'Whoever asked for it has gone.')

/**
 * Has orders carried out: of one case one after the other, and of all so many at once as may be; one preview at a time, so
 * that whoever saves need not wait for two.
 */
export function createEditDesk(carryOut: (order: EditOrder) => Promise<EditAnswer>): EditDesk {
  const ofCase = createTurnsByKey()
  const preview = createTurns(1)
  const atOnce = createTurns(limits.editor.atOnce)
  const previews = new Map<string, ReadonlyMap<LayerId, Uint8Array>>()
  let asked = 0

  function keep({ id, layers }: NonNullable<EditAnswer['preview']>): void {
    previews.delete(id)
    previews.set(id, new Map(layers))
    const [oldest] = previews.keys()
    if (previews.size > limits.editor.previews && oldest !== undefined) previews.delete(oldest)
  }

  return {
    async ask(order, signal) {
      if (asked >= limits.editor.orders) throw tooMany
      asked++
      const whileWanted = async () => {
        if (signal?.aborted === true) throw calledOff
        return carryOut(order)
      }
      const carried = () => ofCase(order.caseId, () => atOnce(whileWanted))
      const answer = await (order.does === 'preview' ? preview(carried) : carried()).finally(() => {
        asked--
      })
      if (answer.preview !== undefined) keep(answer.preview)
      if (answer.fault !== undefined)
        noteError(`The preview of ${order.caseId} cannot be built`, new Error(answer.fault))
      return freshBytes(answer.body, 'application/json', answer.status)
    },
    previewedLayer: (id, layer) => previews.get(id)?.get(layer) ?? null,
  }
}

/** Words for an order that took more than it may. */
function overBudget({ does }: EditOrder, { message }: OverBudget): Refusal {
  if (does === 'preview')
    return new Refusal(413, 'Too large to be shown as you go', 'What you change is checked when you save it.')
  if (does === 'save' || does === 'sign' || does === 'restore')
    return new Refusal(
      422,
      'Too much to save',
      `Nothing was saved, as ${message}; what you have is still in your browser. Save fewer changes at once.`,
    )
  return new Refusal(422, 'Too large to be edited here', `Nothing was done, as ${message}.`)
}

const brokenOff = new Refusal(
  500,
  'It broke off while it was saved',
  'It is saved whole or not at all. Reload the page: it shows which, and what you have is still in your browser.',
)

/** Carries orders out in threads of their own. */
export function editOn(
  threads: KeptThreads<SentOrder, CarriedOut>,
  { ms, previewMs }: { ms: number; previewMs: number } = limits.editor,
): (order: EditOrder) => Promise<EditAnswer> {
  return async (order) => {
    const mostMs = order.does === 'preview' ? previewMs : ms
    const bytes = 'body' in order ? [order.body] : []
    const carried = await threads.ask({ order, ownsState: ownsState() }, { mostMs, bytes }).catch((error: unknown) => {
      if (error instanceof OverBudget) throw overBudget(order, error)
      throw error instanceof BrokenOff ? brokenOff : error
    })
    if (carried.kind === 'refused') throw new Refusal(carried.status, carried.title, carried.detail)
    return carried.answer
  }
}

/** A thread that has nothing to do holds the outlines of countries, and what the last case took. */
const IDLE_MS = 60_000

function startThread(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: limits.editor.megabytes }
  const workerData = { data: dataFolder(), state: stateFolder() }
  return new Worker(new URL('./edit-worker.ts', import.meta.url), { workerData, resourceLimits })
}

declare global {
  // Route handlers are bundled apart, and what they ask of one case goes through one line.
  var caseboardEditDesk: EditDesk | undefined
}

/** That of this server. */
export function editDesk(): EditDesk {
  globalThis.caseboardEditDesk ??= createEditDesk(editOn(createKeptThreads(startThread, limits.editor.ms, IDLE_MS)))
  return globalThis.caseboardEditDesk
}

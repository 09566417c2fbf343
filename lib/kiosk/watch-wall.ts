import { z } from 'zod'
import type { DevtoolsPipe, PipeMessage } from './devtools-pipe'

/** How long the page may leave a question unanswered: a slow machine's heaviest scene takes a tenth of it. */
const ANSWER_MS = 30_000
const ASK_EVERY_MS = 2_000

const attachedSchema = z.object({
  sessionId: z.string(),
  targetInfo: z.object({ targetId: z.string(), type: z.string() }),
})
const targetSchema = z.object({ targetId: z.string() })
const placeSchema = z.object({ result: z.object({ value: z.string() }) })

/** The one page of the kiosk. */
export interface KioskTab {
  sessionId: string
  targetId: string
}

/** The page that an event tells of having been attached, or null. */
export function readAttached({ method, params }: PipeMessage): KioskTab | null {
  if (method !== 'Target.attachedToTarget') return null
  const attached = attachedSchema.safeParse(params).data
  if (attached?.targetInfo.type !== 'page') return null
  return { sessionId: attached.sessionId, targetId: attached.targetInfo.targetId }
}

/** What an event says is wrong with the page, in words; null for all other events. */
export function judgeEvent(event: PipeMessage, tab: KioskTab): string | null {
  if (event.method === 'Inspector.targetCrashed' && event.sessionId === tab.sessionId) return 'the page crashed'
  if (targetSchema.safeParse(event.params).data?.targetId !== tab.targetId) return null
  if (event.method === 'Target.targetCrashed') return 'the page crashed'
  return event.method === 'Target.targetDestroyed' ? 'the page was closed' : null
}

/** What the page's answer to where it is says is wrong, in words; null where it is at `origin`. */
export function judgePlace(answer: PipeMessage | null, origin: string): string | null {
  if (answer === null) return `the page has not answered for ${ANSWER_MS / 1000} s`
  const place = placeSchema.safeParse(answer.result).data?.result.value
  // Between two pages, as at a reload, there is for a moment nobody to ask.
  if (place === undefined) return null
  if (place.startsWith('chrome-error:')) return 'the page could not be loaded'
  return URL.canParse(place) && new URL(place).origin === origin ? null : `the browser has left the wall for ${place}`
}

/** Answers with the kiosk's page once the browser has one. */
export async function findTab(pipe: DevtoolsPipe): Promise<KioskTab> {
  const found = new Promise<KioskTab>((resolve) => {
    pipe.onEvent = (event) => {
      const tab = readAttached(event)
      if (tab !== null) resolve(tab)
    }
  })
  const follow = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }
  await pipe.ask('Target.setDiscoverTargets', { discover: true }, ANSWER_MS)
  await pipe.ask('Target.setAutoAttach', follow, ANSWER_MS)
  return found
}

/** Opens `address` and answers, once something is wrong with the page, with what it is. */
export async function watchWall(pipe: DevtoolsPipe, tab: KioskTab, address: string): Promise<string> {
  const told = new Promise<string>((resolve) => {
    pipe.onEvent = (event) => {
      const fault = judgeEvent(event, tab)
      if (fault !== null) resolve(fault)
    }
  })
  const { origin } = new URL(address)
  const asked = async (): Promise<string> => {
    await pipe.ask('Inspector.enable', {}, ANSWER_MS, tab.sessionId)
    await pipe.ask('Page.navigate', { url: address }, ANSWER_MS, tab.sessionId)
    for (;;) {
      const where = { expression: 'location.href', returnByValue: true }
      const fault = judgePlace(await pipe.ask('Runtime.evaluate', where, ANSWER_MS, tab.sessionId), origin)
      if (fault !== null) return fault
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
    }
  }
  return Promise.race([told, asked()])
}

import { z } from 'zod'
import type { ControlBackend } from './backend'
import type { LiveWall } from './live-wall'
import { keepWall, readWall, revise, wallKey } from './wall-document'
import { PRESENCE_MS, recordPresence } from './wall-members'

/** Displays and remotes that are connected. */
export interface Connections {
  screens: number
  remotes: number
}

const KEY = 'processes'
const countsSchema = z.record(
  z.string(),
  z.strictObject({ screens: z.number(), remotes: z.number(), until: z.number() }),
)
type Counts = z.infer<typeof countsSchema>

function parse(text: string | null): Counts {
  if (text === null) return {}
  try {
    return countsSchema.parse(JSON.parse(text))
  } catch {
    return {}
  }
}

/** Counts what is connected to all processes; each publishes its own. */
export function createConnectionCount(backend: ControlBackend, self: string, counts: () => Connections) {
  let published = { screens: 0, remotes: 0, at: 0 }

  function alive(text: string | null, now: number): Counts {
    const others = Object.entries(parse(text)).filter(([id, { until }]) => id !== self && until > now)
    return Object.fromEntries(others)
  }

  async function publishNow(): Promise<void> {
    const { screens, remotes } = counts()
    const same = screens === published.screens && remotes === published.remotes
    if (same && (screens + remotes === 0 || backend.now() - published.at < PRESENCE_MS / 2)) return
    published = { screens, remotes, at: backend.now() }
    await backend.update(KEY, (text, now) => {
      const all = { ...alive(text, now), [self]: { screens, remotes, until: now + PRESENCE_MS } }
      return { text: JSON.stringify(all), keepMs: PRESENCE_MS }
    })
  }

  return {
    /** Publishes this process’s counts where they are new. Never rejects. */
    async publish(): Promise<void> {
      await publishNow().catch(() => {
        published = { ...published, at: 0 }
      })
    },
    /** All processes' connections; while the backend is away, this one's. Never rejects. */
    async read(): Promise<Connections> {
      const others = await backend
        .read(KEY)
        .then(({ text, now }) => Object.values(alive(text, now)))
        .catch(() => [])
      return others.reduce<Connections>(
        (sum, { screens, remotes }) => ({ screens: sum.screens + screens, remotes: sum.remotes + remotes }),
        counts(),
      )
    },
  }
}

/** Keeps who is connected to this process in a wall’s document. */
export interface Presence {
  isPublished(): boolean
  /** Publishes until there is nothing new; false where that is under way already. Rejects while the backend is away. */
  publish(): Promise<boolean>
  /** What was published may be lost. */
  forget(): void
}

/** Publishes the clients of `live` in the name of the process `self`. */
export function createPresence(backend: ControlBackend, self: string, live: LiveWall): Presence {
  const { id } = live.document
  let published = ''
  let publishedAt = 0
  let publishing = false

  const members = () => live.members().map((member) => member.id)

  function isPublished(): boolean {
    if (members().join() !== published) return false
    return published === '' || backend.now() - publishedAt < PRESENCE_MS / 2
  }

  async function publishOnce(): Promise<void> {
    const connected = members()
    await backend.update(wallKey(id), (text, now) => {
      const wall = readWall(text)
      return wall === null ? undefined : keepWall(revise(recordPresence(wall, self, connected, now)))
    })
    published = connected.join()
    publishedAt = backend.now()
  }

  return {
    isPublished,
    async publish() {
      if (publishing) return false
      publishing = true
      try {
        while (!isPublished()) await publishOnce()
      } finally {
        publishing = false
      }
      return true
    },
    forget() {
      published = ''
    },
  }
}

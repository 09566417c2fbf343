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
const censusSchema = z.record(
  z.string(),
  z.strictObject({ screens: z.number(), remotes: z.number(), until: z.number() }),
)
type Census = z.infer<typeof censusSchema>

function parse(text: string | null): Census {
  if (text === null) return {}
  try {
    return censusSchema.parse(JSON.parse(text))
  } catch {
    return {}
  }
}

/** Counts what is connected to all processes; each tells of its own. */
export function createConnectionCount(backend: ControlBackend, self: string, counts: () => Connections) {
  let told = { screens: 0, remotes: 0, at: 0 }

  function alive(text: string | null, now: number): Census {
    const others = Object.entries(parse(text)).filter(([id, { until }]) => id !== self && until > now)
    return Object.fromEntries(others)
  }

  async function tellNow(): Promise<void> {
    const { screens, remotes } = counts()
    const same = screens === told.screens && remotes === told.remotes
    if (same && (screens + remotes === 0 || backend.now() - told.at < PRESENCE_MS / 2)) return
    told = { screens, remotes, at: backend.now() }
    await backend.update(KEY, (text, now) => {
      const all = { ...alive(text, now), [self]: { screens, remotes, until: now + PRESENCE_MS } }
      return { text: JSON.stringify(all), keepMs: PRESENCE_MS }
    })
  }

  return {
    /** Tells of this process where there is something new to tell. Never rejects. */
    async tell(): Promise<void> {
      await tellNow().catch(() => {
        told = { ...told, at: 0 }
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

/** Keeps a wall's document told of who is connected to this process. */
export interface Presence {
  isTold(): boolean
  /** Tells until there is nothing new to tell; false where that is under way already. Rejects while the backend is away. */
  tell(): Promise<boolean>
  /** What was told may be lost. */
  forget(): void
}

/** Tells of the clients of `live` in the name of the process `self`. */
export function createPresence(backend: ControlBackend, self: string, live: LiveWall): Presence {
  const { id } = live.document
  let told = ''
  let toldAt = 0
  let telling = false

  const members = () => live.members().map((member) => member.id)

  function isTold(): boolean {
    if (members().join() !== told) return false
    return told === '' || backend.now() - toldAt < PRESENCE_MS / 2
  }

  async function tellOnce(): Promise<void> {
    const connected = members()
    await backend.update(wallKey(id), (text, now) => {
      const wall = readWall(text)
      return wall === null ? undefined : keepWall(revise(recordPresence(wall, self, connected, now)))
    })
    told = connected.join()
    toldAt = backend.now()
  }

  return {
    isTold,
    async tell() {
      if (telling) return false
      telling = true
      try {
        while (!isTold()) await tellOnce()
      } finally {
        telling = false
      }
      return true
    },
    forget() {
      told = ''
    },
  }
}

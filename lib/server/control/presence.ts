import type { ControlBackend } from './backend'
import type { LiveWall } from './live-wall'
import { keepWall, readWall, revise, wallKey } from './wall-document'
import { PRESENCE_MS, tellPresence } from './wall-members'

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
      return wall === null ? undefined : keepWall(revise(tellPresence(wall, self, connected, now)))
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

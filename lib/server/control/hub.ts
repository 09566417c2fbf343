import { noteError } from '@/lib/server/health'
import { createSlices } from '@/lib/server/slices'
import type { TourStop } from '@/lib/wall/wall-state'
import { BackendAway, type ControlBackend, type Reading } from './backend'
import { LiveWall } from './live-wall'
import { type Connections, createConnectionCount, createPresence, type Presence } from './presence'
import { notPaired, Refusal } from './refusal'
import { createId } from './token'
import { keepWall, readWall, type WallDocument, wallKey } from './wall-document'
import { hasMember, type Member } from './wall-members'

const TICK_MS = 1000
/** Walls are kept alive all in the same second: to send thousands of streams in one go would keep requests waiting. */
const WALLS_AT_ONCE = 8

/** The clients of this process and what they are published. */
export interface Hub {
  /** Opens a stream of the wall's snapshots for one of its members; `closed` runs when it has ended. Rejects with a Refusal, or while the backend is away. */
  open(wall: string, member: Member, closed?: () => void): Promise<ReadableStream<Uint8Array>>
  /** What is connected to this process. */
  counts(): Connections & { streams: number }
  /** What is connected to any process. Never rejects: what cannot be known is not counted. */
  connections(): Promise<Connections>
  /** Ends every stream at once, and refuses new ones. */
  close(): void
}

export interface HubOptions {
  backend: ControlBackend
  release: string
  tourOf(caseId: string): Promise<TourStop[]>
}

interface Entry {
  live: LiveWall
  presence: Presence
  unwatch(): void
}

function take(live: LiveWall, { text }: Reading): void {
  const wall = readWall(text)
  // What cannot be read is no end: another release may write what this one does not know.
  if (text === null || wall !== null) live.take(wall)
}

/** Whether a wall is gone, or is an older one: a server that was restored from what it wrote now and then has both. */
function isLost(text: string | null, lost: boolean, held: WallDocument): boolean {
  if (text === null) return lost
  const wall = readWall(text)
  return wall !== null && wall.epoch === held.epoch && wall.revision < held.revision
}

function noteUnlessAway(error: unknown): void {
  if (!(error instanceof BackendAway)) noteError('A wall could not be told who is connected', error)
}

/** One subscription for each wall and one timer for all, however many clients there are. */
export function createHub({ backend, release, tourOf }: HubOptions): Hub {
  const self = createId()
  const entries = new Map<string, Entry>()
  const joining = new Map<string, Promise<Entry>>()
  const inSlices = createSlices(WALLS_AT_ONCE)
  const connections = createConnectionCount(backend, self, counts)
  let closing = false

  function counts() {
    const lives = [...entries.values()].map(({ live }) => live)
    const members = lives.flatMap((live) => live.members())
    const screens = members.filter(({ kind }) => kind === 'screen').length
    const streams = lives.reduce((sum, live) => sum + live.streamCount, 0)
    return { screens, remotes: members.length - screens, streams }
  }

  /** Tells the document who is connected here; a wall that nobody here looks at any more is let go. */
  async function publish(id: string, entry: Entry): Promise<void> {
    if (!(await entry.presence.publish()) || entry.live.streamCount > 0 || entries.get(id) !== entry) return
    entries.delete(id)
    entry.unwatch()
  }

  async function join(id: string): Promise<Entry> {
    let live: LiveWall | null = null
    let missed: Reading | null = null
    const unwatch = await backend.watch(wallKey(id), (reading) => {
      if (live === null) missed = reading
      else take(live, reading)
    })
    const read = await backend.read(wallKey(id)).catch((error: unknown) => {
      unwatch()
      throw error
    })
    // A change heard of while reading is at least as new as what was read, or the newer one will be heard of too.
    const wall = readWall((missed ?? read).text)
    if (wall === null) {
      unwatch()
      throw notPaired()
    }
    const changed = () => void publish(id, entry).catch(noteUnlessAway)
    live = new LiveWall(wall, { now: backend.now, release, tourOf, changed, turn: () => new Promise(inSlices) })
    const entry: Entry = { live, unwatch, presence: createPresence(backend, self, live) }
    entries.set(id, entry)
    return entry
  }

  function joined(id: string): Promise<Entry> {
    const known = entries.get(id)
    if (known !== undefined) return Promise.resolve(known)
    const under = joining.get(id) ?? join(id).finally(() => joining.delete(id))
    joining.set(id, under)
    return under
  }

  function tick(): void {
    for (const [id, entry] of entries) {
      entry.live.tick()
      if (entry.live.streamCount === 0 || !entry.presence.isPublished()) void publish(id, entry).catch(noteUnlessAway)
    }
    void connections.publish()
  }

  backend.onReturn(async (lost, documents) => {
    for (const [id, entry] of entries) {
      const { live } = entry
      if (live.streamCount === 0) continue
      // The code's way to its wall is lost too, so the code would not work.
      const held = keepWall({ ...live.document, epoch: createId(), offer: null })
      await documents.update(wallKey(id), (text) => (isLost(text, lost, live.document) ? held : undefined))
      take(live, await documents.read(wallKey(id)))
      entry.presence.forget()
    }
  })

  const timer = setInterval(tick, TICK_MS)
  timer.unref()

  return {
    async open(id, member, closed) {
      for (;;) {
        if (closing) throw new Refusal(503, 'The server is stopping', 'Ask again in a moment.', 1000)
        const entry = await joined(id)
        const tour = await tourOf(entry.live.document.caseId)
        // Let go meanwhile, as the last client left.
        if (entries.get(id) !== entry) continue
        if (!hasMember(entry.live.document, member)) throw notPaired()
        return entry.live.open(member, tour, closed)
      }
    },
    counts,
    connections: connections.read,
    close() {
      closing = true
      clearInterval(timer)
      for (const { live } of entries.values()) live.close()
    },
  }
}

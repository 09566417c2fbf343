import { noteError } from '@/lib/server/health'
import { nextChangeAt, type TourStop } from '@/lib/wall/wall-state'
import { type EventStream, openEventStream } from './event-stream'
import type { WallDocument } from './wall-document'
import { connectedMembers, hasMember, type Member } from './wall-members'
import { offerOf } from './wall-pairing'
import { STEERING_MS, sharedSnapshot, stateAt, steeringAt } from './wall-rules'

/** Displays take a server that is silent for longer to be away. */
const KEEP_ALIVE_MS = 8_000
/** A frame that waited for longer is made anew, for the times in it. */
const FRAME_FRESH_MS = 100
/** A client that has taken nothing for so long is cut off. */
const PATIENCE_MS = 60_000

const encoder = new TextEncoder()
const gone = encoder.encode('event: gone\ndata: {}\n\n')

/** Clock of the backend, release that runs, and the tour of a case as it is now. */
export interface LiveWallContext {
  now(): number
  release: string
  tourOf(caseId: string): Promise<TourStop[]>
  /** After a member's stream was opened or closed. */
  changed(): void
  /** Where many walls are sent at once, waits for what else there is to be done. */
  turn(): Promise<void>
}

/** All that its clients can see of a wall, so that a change of nothing else sends nothing. */
function visiblePart(wall: WallDocument, now: number): string {
  return JSON.stringify({ ...wall, revision: null, presence: [...connectedMembers(wall, now)].sort() })
}

/** A wall that clients of this process look at: what is known of it, and who is told. */
export class LiveWall {
  readonly #streams = new Map<EventStream, Member>()
  /** What was made for the members at `#madeAt`, and what all of it has in common. */
  readonly #frames = new Map<string, Uint8Array>()
  #shared: string | null = null
  #madeAt = 0
  #tour: TourStop[] = []
  #visible: string
  #dueAt = 0
  #sending = false
  #dirty = false

  constructor(
    public document: WallDocument,
    readonly context: LiveWallContext,
  ) {
    this.#visible = visiblePart(document, context.now())
  }

  /** Opens a stream for `member`, which is told the wall as it is at once. */
  open(member: Member, tour: TourStop[], ended: () => void = () => undefined): ReadableStream<Uint8Array> {
    this.#tour = tour
    const closed = () => {
      this.#streams.delete(stream)
      ended()
      this.context.changed()
    }
    const stream = openEventStream(() => this.#frame(member), closed, this.context.now)
    this.#streams.set(stream, member)
    stream.push()
    this.context.changed()
    return stream.body
  }

  get streamCount(): number {
    return this.#streams.size
  }

  /** Members that are connected to this process, in a stable order. */
  members(): Member[] {
    const byId = new Map([...this.#streams.values()].map((member) => [member.id, member]))
    return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** Takes the wall as it is now, null for ended; those who no longer belong to it are sent away, the others told. */
  take(document: WallDocument | null): void {
    if (document !== null) this.document = document
    this.#forgetFrames()
    for (const [stream, member] of this.#streams)
      if (document === null || !hasMember(document, member)) stream.end(gone)
    const visible = visiblePart(this.document, this.context.now())
    if (document === null || visible === this.#visible) return
    this.#visible = visible
    void this.send()
  }

  /** Sends what is due by time: a keep-alive, or a change that comes by itself. */
  tick(): void {
    if (this.context.now() >= this.#dueAt) void this.send()
  }

  /** Sends everyone the wall as it is now. Asked again meanwhile, it sends once more, and only the latest. */
  async send(): Promise<void> {
    this.#dirty = true
    if (this.#sending) return
    this.#sending = true
    while (this.#dirty && this.#streams.size > 0) {
      this.#dirty = false
      // A case that cannot be had now must not silence its wall: it goes on with the tour that it has.
      this.#tour = await this.context.tourOf(this.document.caseId).catch((error: unknown) => {
        noteError('The tour of a wall cannot be read', error)
        return this.#tour
      })
      await this.context.turn()
      const start = performance.now()
      this.#pushAll()
      // With thousands of clients sending takes a while; requests must get their turn between.
      const cost = performance.now() - start
      if (cost > 2) await new Promise((resolve) => setTimeout(resolve, cost))
    }
    this.#sending = false
  }

  /** Ends every stream, as the server does. */
  close(): void {
    for (const stream of this.#streams.keys()) stream.end()
  }

  #pushAll(): void {
    const now = this.context.now()
    this.#forgetFrames()
    for (const stream of this.#streams.keys()) {
      if (stream.waitingSince !== null && now - stream.waitingSince > PATIENCE_MS) stream.end()
      else stream.push()
    }
    this.#dueAt = this.#nextDue(now)
  }

  #nextDue(now: number): number {
    const due = [now + KEEP_ALIVE_MS]
    const { steering } = this.document
    if (steering !== null && steeringAt(this.document, now) !== null) due.push(steering.at + STEERING_MS)
    const offer = offerOf(this.document, now)
    if (offer !== null) due.push(now + (offer.kind === 'open' ? offer.expiresInMs : offer.forMs))
    if (this.#tour.length > 0) due.push(nextChangeAt(stateAt(this.document, this.#tour, now), this.#tour))
    return due.reduce((soonest, at) => Math.min(soonest, at))
  }

  /**
   * The event for a member. What all have in common is serialised once; each member's differs by its id, and the
   * displays' by the offer.
   */
  #frame(member: Member): Uint8Array {
    const now = this.context.now()
    if (now - this.#madeAt > FRAME_FRESH_MS) this.#forgetFrames()
    const known = this.#frames.get(member.id)
    if (known !== undefined) return known
    if (this.#shared === null) {
      const shared = sharedSnapshot(this.document, this.#tour, this.context.release, now)
      this.#shared = JSON.stringify(shared).slice(0, -1)
      this.#madeAt = now
    }
    const offer = member.kind === 'screen' ? JSON.stringify(offerOf(this.document, now)) : 'null'
    const data = `${this.#shared},"offer":${offer},"self":${JSON.stringify(member.id)}}`
    const frame = encoder.encode(`event: wall\ndata: ${data}\n\n`)
    this.#frames.set(member.id, frame)
    return frame
  }

  #forgetFrames(): void {
    this.#frames.clear()
    this.#shared = null
  }
}

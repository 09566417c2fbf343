import type { LinkedCase } from '@/lib/derive/linked-case'
import { planTour } from '@/lib/wall/plan-tour'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import type { TourStop, WallCommand } from '@/lib/wall/wall-state'
import type { ControlBackend } from './backend'
import { createHub, type Hub } from './hub'
import { createPairing, type Pairing } from './pairing'
import { notPaired, Refusal } from './refusal'
import { createId, createToken, wallOfToken } from './token'
import { createWall, keepWall, readWall, revise, type WallDocument, wallKey } from './wall-document'
import { addScreen, describeScreen, findMember, type Member, nameScreen, removeMember } from './wall-members'
import { obey, snapshotFor, stateAt } from './wall-rules'
import { missingFromCase, receiveState, type ScreenWish } from './wire-schema'

/** What a browser shows of itself: as what it asks, and the token of its cookie. */
export type Credential = { as: 'screen'; caseId: string; token: string } | { as: 'remote'; token: string }

/** A wall after a change, and who changed it. */
export interface Changed {
  wall: WallDocument
  member: Member
  now: number
}

export interface ControlOptions {
  backend: ControlBackend
  /** A case as it is now, the same object for as long as it is the same; null where there is none. */
  loadCase(id: string): Promise<LinkedCase | null>
  release: string
}

/** Takes a place for a stream of a member, and answers what gives it back; throws a Refusal where there is none. */
type TakePlace = (member: string) => () => void

/** Everything that can be asked of the control plane. All reject with a Refusal, or while the backend is away. */
export interface Control extends Pairing {
  hub: Hub
  /** Registers a display, or confirms it; `token` is for its cookie where it is a new one. */
  register(
    wish: ScreenWish,
    token: string | null,
    /** Before a wall is begun; what it throws is thrown. */
    beginning?: () => void,
  ): Promise<{ snapshot: WallSnapshot; token: string | null }>
  command(credential: Credential, command: WallCommand): Promise<WallSnapshot>
  /** Ends the membership of `id`; null where that was the caller's own. */
  revoke(credential: Credential, id: string): Promise<WallSnapshot | null>
  /** A stream of the wall's snapshots. */
  stream(credential: Credential, takePlace?: TakePlace): Promise<ReadableStream<Uint8Array>>
  close(): void
}

const tours = new WeakMap<LinkedCase, TourStop[]>()

/** The tour of a case; its words are counted once, not for every command. */
function planOnce(linked: LinkedCase): TourStop[] {
  const known = tours.get(linked)
  if (known !== undefined) return known
  const tour = planTour(linked)
  tours.set(linked, tour)
  return tour
}

/** The wall that `text` keeps, and the member of it that a credential proves. Throws a Refusal where one is missing. */
function findOwn(text: string | null, credential: Credential): { wall: WallDocument; member: Member } {
  const wall = readWall(text)
  const member = wall === null ? null : findMember(wall, credential.as, credential.token)
  if (wall === null || member === null) throw notPaired()
  if (credential.as === 'screen' && credential.caseId !== wall.caseId) throw notPaired()
  return { wall, member }
}

function wallOf({ token }: Credential): string {
  const id = wallOfToken(token)
  if (id === null) throw notPaired()
  return id
}

/** The control plane over a backend. */
export function createControl({ backend, loadCase, release }: ControlOptions): Control {
  const tourOf = async (caseId: string) => {
    const linked = await loadCase(caseId)
    return linked === null ? [] : planOnce(linked)
  }
  const hub = createHub({ backend, release, tourOf })

  async function findCase(caseId: string) {
    const linked = await loadCase(caseId)
    if (linked !== null) return linked
    throw new Refusal(404, 'No such case', `There is no case “${caseId}” here, or its case.json cannot be read.`)
  }

  async function read(credential: Credential) {
    const { text } = await backend.read(wallKey(wallOf(credential)))
    return findOwn(text, credential)
  }

  /** Changes a wall as one of its members, who is looked for in the same step: it may just have been dropped. */
  async function change(
    credential: Credential,
    make: (wall: WallDocument, member: Member, now: number) => WallDocument,
  ): Promise<Changed> {
    let changed: Changed | null = null
    await backend.update(wallKey(wallOf(credential)), (text, now) => {
      const { wall: before, member } = findOwn(text, credential)
      const made = make(before, member, now)
      const wall = made === before ? before : revise(made)
      changed = { wall, member, now }
      return wall === before ? undefined : keepWall(wall)
    })
    if (changed === null) throw notPaired()
    return changed
  }

  async function publish({ wall, member, now }: Changed): Promise<WallSnapshot> {
    return snapshotFor(wall, member, await tourOf(wall.caseId), release, now)
  }

  async function confirm(wish: ScreenWish, token: string): Promise<WallSnapshot> {
    const linked = await findCase(wish.case)
    const tour = planOnce(linked)
    const credential = { as: 'screen', caseId: wish.case, token } as const
    const changed = await change(credential, (wall, member, now) => {
      const described = describeScreen(wall, member.id, wish.role, wish.name)
      return {
        ...described,
        state: wall.state ?? receiveState(wish.state, linked, tour, now) ?? stateAt(wall, tour, now),
      }
    })
    return publish(changed)
  }

  async function begin(wish: ScreenWish): Promise<{ snapshot: WallSnapshot; token: string }> {
    const linked = await findCase(wish.case)
    const tour = planOnce(linked)
    const empty = createWall(createId(), wish.case)
    const { token, hash } = createToken(empty.id)
    const id = createId()
    const name = wish.name ?? nameScreen(empty)
    const wall = addScreen(empty, { id, role: wish.role, name, tokenHash: hash })
    let made = wall
    const { now } = await backend.update(wallKey(wall.id), (_, at) => {
      made = { ...wall, state: receiveState(wish.state, linked, tour, at) ?? stateAt(wall, tour, at) }
      return keepWall(made)
    })
    return { snapshot: await publish({ wall: made, member: { kind: 'screen', id }, now }), token }
  }

  return {
    hub,
    ...createPairing({ backend, read, change, publish }),

    async register(wish, token, beginning = () => undefined) {
      const beginNew = () => {
        beginning()
        return begin(wish)
      }
      if (token === null) return beginNew()
      try {
        return { snapshot: await confirm(wish, token), token: null }
      } catch (error) {
        if (error instanceof Refusal && error.status === 401) return beginNew()
        throw error
      }
    },

    async command(credential, command) {
      const linked = await findCase((await read(credential)).wall.caseId)
      const tour = planOnce(linked)
      const missing = missingFromCase(command, linked, tour)
      if (missing !== null) throw new Refusal(422, 'Not in this case', `The case has no ${missing}.`)
      return publish(await change(credential, (wall, member, now) => obey(wall, command, member, tour, now)))
    },

    async revoke(credential, id) {
      const changed = await change(credential, (wall, member) => {
        if (member.kind === 'remote' && member.id !== id)
          throw new Refusal(403, 'Only a display can do this', 'A remote can only end its own pairing.')
        if (![...wall.screens, ...wall.remotes].some((entry) => entry.id === id))
          throw new Refusal(404, 'No such pairing', 'It has ended already.')
        return removeMember(wall, id)
      })
      return changed.member.id === id ? null : publish(changed)
    },

    async stream(credential, takePlace = () => () => undefined) {
      const { wall, member } = await read(credential)
      // After a restart the displays know what is on and the server does not: they have to say so first.
      if (member.kind === 'screen' && wall.state === null) throw notPaired()
      const giveBack = takePlace(`${wall.id} ${member.id}`)
      try {
        return await hub.open(wall.id, member, giveBack)
      } catch (error) {
        giveBack()
        throw error
      }
    },

    close() {
      hub.close()
      backend.close()
    },
  }
}

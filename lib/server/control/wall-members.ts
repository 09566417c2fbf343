import { limits } from '@/lib/limits'
import type { ScreenRole } from '@/lib/wall/wall-snapshot'
import { Refusal } from './refusal'
import { matchesToken } from './token'
import type { RemoteEntry, ScreenEntry, WallDocument } from './wall-document'

/** How long a process is taken to hold the connections it last told of. */
export const PRESENCE_MS = 45_000

/** Whoever asks, once their token was found. */
export interface Member {
  kind: 'screen' | 'remote'
  id: string
}

/** The member that holds `token`, or null. Compares with all, so that the time taken tells nothing. */
export function findMember(wall: WallDocument, kind: Member['kind'], token: string): Member | null {
  const entries: readonly RemoteEntry[] = kind === 'screen' ? wall.screens : wall.remotes
  const [found] = entries.filter(({ tokenHash }) => matchesToken(token, tokenHash))
  return found === undefined ? null : { kind, id: found.id }
}

/** Whether the wall still has this member. */
export function hasMember(wall: WallDocument, { kind, id }: Member): boolean {
  return (kind === 'screen' ? wall.screens : wall.remotes).some((entry) => entry.id === id)
}

function full(): Refusal {
  return new Refusal(409, 'This wall is full', 'It has as many screens or remotes as it can. Drop one at the display.')
}

/** The wall with one screen more. Throws a Refusal where it is full. */
export function addScreen(wall: WallDocument, screen: ScreenEntry): WallDocument {
  if (wall.screens.length >= limits.control.screensPerWall) throw full()
  return { ...wall, screens: [...wall.screens, screen] }
}

/** The wall with one remote more. Throws a Refusal where it is full. */
export function addRemote(wall: WallDocument, remote: RemoteEntry): WallDocument {
  if (wall.remotes.length >= limits.control.remotesPerWall) throw full()
  return { ...wall, remotes: [...wall.remotes, remote] }
}

/** The wall with a screen's role, and its name where that is said. */
export function describeScreen(wall: WallDocument, id: string, role: ScreenRole, name?: string): WallDocument {
  const describe = (screen: ScreenEntry) => (screen.id === id ? { ...screen, role, name: name ?? screen.name } : screen)
  return { ...wall, screens: wall.screens.map(describe) }
}

/** The wall without the screen or remote `id`, which then steers no more. */
export function removeMember(wall: WallDocument, id: string): WallDocument {
  return {
    ...wall,
    screens: wall.screens.filter((screen) => screen.id !== id),
    remotes: wall.remotes.filter((remote) => remote.id !== id),
    steering: wall.steering?.remote === id ? null : wall.steering,
  }
}

/** A name that no screen of the wall has yet. */
export function nameScreen(wall: WallDocument): string {
  const names = new Set(wall.screens.map(({ name }) => name))
  let number = 1
  while (names.has(`Screen ${number}`)) number += 1
  return `Screen ${number}`
}

/** Ids of the members that are connected to any process. */
export function connectedMembers(wall: WallDocument, now: number): Set<string> {
  const alive = Object.values(wall.presence).filter(({ until }) => until > now)
  return new Set(alive.flatMap(({ members }) => members))
}

/** The wall as `process` tells who is connected to it; what ended processes told is dropped once it is out of date. */
export function recordPresence(wall: WallDocument, process: string, members: string[], now: number): WallDocument {
  const others = Object.entries(wall.presence).filter(([id, { until }]) => id !== process && until > now)
  const own = members.length === 0 ? [] : [[process, { members, until: now + PRESENCE_MS }] as const]
  const present = { ...wall, presence: Object.fromEntries([...others, ...own]) }
  return connectedMembers(present, now).size > 1 ? { ...present, met: true } : present
}

import { clamp } from '@/lib/geo/clamp'
import { recordIdPattern } from '@/lib/schema/plain-values'
import { isScreenRole, type ScreenRole } from '@/lib/wall/wall-snapshot'
import { readVersion } from './view-codec'

/** What the address of a wall says. */
export interface WallView {
  /** Where the tour starts; null for its beginning. */
  scene: string | null
  role: ScreenRole
  /** From the display to those who read it, m. */
  distanceM: number
  /** Of the display, inches. */
  diagonalInches: number
  theme: 'light' | 'dark'
  /** Shows a code to pair with as soon as the wall is up: for displays without keyboard or touch. */
  offersPairing: boolean
  /** The version of the case that the link was made from. */
  version: string | null
}

/** A display of 65 inches, read from across a room. */
const defaults = { distanceM: 3, diagonalInches: 65 } as const

function readNumber(text: string | null, fallback: number, min: number, max: number): number {
  if (text === null || !/^\d{1,4}(\.\d{1,4})?$/.test(text)) return fallback
  return clamp(Number(text), min, max)
}

/** Reads a wall's address: `scene`, `as`, `distance` (m), `diagonal` (inches), `theme`, `pair`, `v`. Never throws. */
export function readWallView(search: string): WallView {
  const parameters = new URLSearchParams(search)
  const scene = parameters.get('scene')
  const role = parameters.get('as') ?? ''
  return {
    scene: scene !== null && recordIdPattern.test(scene) ? scene : null,
    role: isScreenRole(role) ? role : 'mirror',
    distanceM: readNumber(parameters.get('distance'), defaults.distanceM, 0.3, 100),
    diagonalInches: readNumber(parameters.get('diagonal'), defaults.diagonalInches, 5, 1000),
    theme: parameters.get('theme') === 'light' ? 'light' : 'dark',
    offersPairing: parameters.get('pair') === 'open',
    version: readVersion(parameters.get('v')),
  }
}

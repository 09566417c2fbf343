import type { LayerId } from '@/lib/schema/layer'

/** Why a feed gave nothing new: each has its words on screen. */
export const faultKinds = ['refused', 'unreachable', 'slow', 'large', 'answer', 'unreadable', 'unkept'] as const
export type FaultKind = (typeof faultKinds)[number]

/** How old a feed's places are, and what is wrong with it. Times in ISO 8601. */
export interface FeedReport {
  /** When its server last gave its places, or said that they are the same; null where it never has. */
  asOf: string | null
  /** Since when it gives nothing, and why the last time; null while it does. */
  failing: { since: string; kind: FaultKind; reason: string } | null
  /** Rows that are left out, and why the first of them are. */
  faulty: number
  told: readonly string[]
}

/** The feeds of a case by their layers; one that was not asked yet is not there. */
export type FeedReports = Readonly<Record<LayerId, FeedReport>>

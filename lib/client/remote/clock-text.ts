import { writeCountdown } from '@/lib/wall/write-countdown'

/** A span of time as a clock shows it: "0:07", "12:40". Whole seconds, never below zero. */
export function clockText(spanMs: number): string {
  return writeCountdown(Math.max(0, Math.floor(spanMs / 1000)))
}

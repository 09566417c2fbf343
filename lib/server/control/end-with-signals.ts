import { closeControl } from './the-control'

/** A client that neither reads nor goes away must not keep the server from ending. */
const LAST_RESORT_MS = 5000

/**
 * Ends the control plane when the server is told to end. Next closes its listener on the same signals and then waits for
 * open answers, and event streams never end by themselves. Ours goes first, and leaves the ending to Next.
 */
export function endWithSignals(): void {
  for (const [signal, exitCode] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const) {
    process.prependOnceListener(signal, () => {
      closeControl()
      setTimeout(() => process.exit(exitCode), LAST_RESORT_MS).unref()
    })
  }
}

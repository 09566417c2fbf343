import type { FaultKind } from '@/lib/derive/feed-report'

/** A feed that cannot be had: its kind, in plain words why, how long its server asks to be left alone, and what it answered, as HTTP numbers it. */
export class FeedFault extends Error {
  override readonly name = 'FeedFault'

  constructor(
    readonly kind: FaultKind,
    reason: string,
    readonly retryAfterMs: number | null = null,
    readonly status: number | null = null,
  ) {
    super(reason)
  }
}

/** What went wrong as a FeedFault: what is none yet is `kind`, in these words, since its own may hold paths. */
export function toFeedFault(error: unknown, kind: FaultKind, reason: string): FeedFault {
  return error instanceof FeedFault ? error : new FeedFault(kind, reason)
}

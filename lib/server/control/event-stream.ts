/** Of an answer that is an event stream. */
export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Whatever stands between must neither keep nor compress it: both would hold it back.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** From the end of a stream until a client that has not read it is cut off. */
const CUT_OFF_MS = 1000

/** One client's open answer: whole snapshots, of which only the latest matters. */
export interface EventStream {
  readonly body: ReadableStream<Uint8Array>
  /** There is something new. A client that has not taken the last one gets the then newest when it does. */
  push(): void
  /** Sends `last` and closes. */
  end(last?: Uint8Array): void
  /** Since when the client has not taken what waits for it, ms; null where nothing waits. */
  readonly waitingSince: number | null
}

/**
 * Opens a stream whose frames are made when they are sent, at most one ahead of the client. `closed` runs once, whoever
 * closes it. `now` is the clock of `waitingSince`.
 */
export function openEventStream(frame: () => Uint8Array, closed: () => void, now: () => number): EventStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let waitingSince: number | null = null

  function close(): void {
    controller = null
    closed()
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened
      },
      pull(opened) {
        if (waitingSince === null) return
        waitingSince = null
        opened.enqueue(frame())
      },
      cancel: close,
    },
    { highWaterMark: 1 },
  )

  return {
    body,
    push() {
      if (controller === null) return
      if ((controller.desiredSize ?? 0) > 0) controller.enqueue(frame())
      else waitingSince ??= now()
    },
    end(last) {
      if (controller === null) return
      const ending = controller
      close()
      if (last !== undefined) ending.enqueue(last)
      ending.close()
      // A client that takes nothing would never see the end either: it is cut off. Where it has, this does nothing.
      setTimeout(() => ending.error(new Error('the client does not read')), CUT_OFF_MS).unref()
    },
    get waitingSince() {
      return waitingSince
    },
  }
}

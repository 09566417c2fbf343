export interface FairTurnsOptions {
  /** How many go on at once, in all and of one key. */
  atOnce: number
  atOncePerKey: number
  /** How many wait, in all and of one key. */
  waiting: number
  waitingPerKey: number
  /** A turn that has not been ended by then no longer counts. */
  turnMs: number
}

/** Takes its turn, and calls `end` when it is over; what it does after that keeps nobody waiting. */
type TakeTurn = (end: () => void) => void

/** Lines that wait side by side, one for each key: the keys take turns, however long the line of one is. */
export interface FairTurns {
  /** Takes a turn at once or when it has come; refused where too many wait already, of this key or in all. */
  enter(key: string, take: TakeTurn): 'entered' | 'too many of this key' | 'too many'
}

export function createFairTurns(options: FairTurnsOptions): FairTurns {
  const { atOnce, atOncePerKey, waiting, waitingPerKey, turnMs } = options
  /** Those that wait. A map is in the order in which its keys came: whose turn was last is put in again, at the end. */
  const lines = new Map<string, TakeTurn[]>()
  const going = new Map<string, number>()
  let goingInAll = 0
  let waitingInAll = 0

  const mayGo = (key: string) => goingInAll < atOnce && (going.get(key) ?? 0) < atOncePerKey

  function begin(key: string): () => void {
    goingInAll++
    going.set(key, (going.get(key) ?? 0) + 1)
    let over = false
    const end = () => {
      if (over) return
      over = true
      clearTimeout(limit)
      goingInAll--
      const left = (going.get(key) ?? 1) - 1
      if (left > 0) going.set(key, left)
      else going.delete(key)
      callNext()
    }
    const limit = setTimeout(end, turnMs)
    limit.unref()
    return end
  }

  function callNext(): void {
    for (const [key, line] of lines) {
      if (!mayGo(key)) continue
      const take = line.shift()
      lines.delete(key)
      if (line.length > 0) lines.set(key, line)
      if (take === undefined) continue
      waitingInAll--
      const end = begin(key)
      // Between two of them what has arrived meanwhile is read.
      setImmediate(take, end)
      return
    }
  }

  return {
    enter(key, take) {
      const line = lines.get(key) ?? []
      if (line.length === 0 && mayGo(key)) {
        take(begin(key))
        return 'entered'
      }
      if (line.length >= waitingPerKey) return 'too many of this key'
      if (waitingInAll >= waiting) return 'too many'
      line.push(take)
      waitingInAll++
      lines.set(key, line)
      return 'entered'
    },
  }
}

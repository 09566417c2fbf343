/** Has pieces of work of one key go on one after the other, in the order in which they came. */
export function createTurnsByKey(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const lines = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const before = lines.get(key) ?? Promise.resolve()
    const own = before.then(work, work)
    const settled = own.catch(() => undefined)
    lines.set(key, settled)
    void settled.then(() => lines.get(key) === settled && lines.delete(key))
    return own
  }
}

/** Has at most `most` pieces of work go on at once; the others wait in the order in which they came. */
export function createTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let going = 0
  return async (work) => {
    if (going >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else going++
    try {
      return await work()
    } finally {
      // Whoever comes next takes this one's place.
      const next = waiting.shift()
      if (next === undefined) going--
      else next()
    }
  }
}

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

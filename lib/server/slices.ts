/**
 * Does work at once, but no more than `most` pieces between two looks at what else is to be done: thousands of pieces that
 * come in one go are done in turns with it, in the order in which they came.
 */
export function createSlices(most: number): (work: () => void) => void {
  const waiting: (() => void)[] = []
  let done = 0
  let isLooking = false

  function lookSoon(): void {
    if (isLooking) return
    isLooking = true
    setImmediate(() => {
      isLooking = false
      done = 0
      for (let left = Math.min(most, waiting.length); left > 0; left--) run(waiting.shift())
    })
  }

  function run(work: (() => void) | undefined): void {
    done += 1
    lookSoon()
    work?.()
  }

  return (work) => {
    if (waiting.length === 0 && done < most) run(work)
    else waiting.push(work)
  }
}

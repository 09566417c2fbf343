import { constants, setPriority } from 'node:os'

/**
 * Has this thread wait for those that answer requests wherever there are fewer cores than threads. On Linux alone a thread
 * has a priority of its own; elsewhere it would be the whole process's.
 */
export function yieldToRequests(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Where that may not be, it takes its turns like the others.
  }
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

// Loaded before a server: at SIGUSR2 it collects what it no longer needs and writes down how much is left, and how long the
// thread that answers was busy in one go since the last time.

const LOOK_EVERY_MS = 10

/** Linux tells for how long a thread has run and has waited for a core, ns. */
const schedule = `/proc/${process.pid}/task/${process.pid}/schedstat`

function readSchedule() {
  const [run = 0, waited = 0] = existsSync(schedule) ? readFileSync(schedule, 'utf8').split(' ').map(Number) : []
  return { runMs: run / 1e6, waitedMs: waited / 1e6 }
}

function watchThread() {
  let last = readSchedule()
  let longest = { busyMs: 0, waitedMs: 0 }
  setInterval(() => {
    const now = readSchedule()
    const [busyMs, waitedMs] = [now.runMs - last.runMs, now.waitedMs - last.waitedMs]
    longest = { busyMs: Math.max(longest.busyMs, busyMs), waitedMs: Math.max(longest.waitedMs, waitedMs) }
    last = now
  }, LOOK_EVERY_MS).unref()
  return () => {
    const told = longest
    longest = { busyMs: 0, waitedMs: 0 }
    last = readSchedule()
    return told
  }
}

if (isMainThread) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  const takeLongest = watchThread()
  process.on('SIGUSR2', () => {
    const longest = takeLongest()
    collect()
    collect()
    takeLongest()
    writeFileSync(process.env.CASEBOARD_SOAK_MEMORY ?? '', JSON.stringify({ ...process.memoryUsage(), ...longest }))
  })
}

import { writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

// Loaded before a server: at SIGUSR2 it collects what it no longer needs, and writes down how much is left.
if (isMainThread) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  process.on('SIGUSR2', () => {
    collect()
    collect()
    writeFileSync(process.env.CASEBOARD_SOAK_MEMORY ?? '', JSON.stringify(process.memoryUsage()))
  })
}

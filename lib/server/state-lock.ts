import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { noteError } from './health'

const ownerSchema = z.strictObject({ pid: z.number(), host: z.string() })

/** The owner says so often that it is there, and is taken to be gone when it has not for longer. */
const BEAT_MS = 2000
const GONE_MS = 10_000
/** A server that is being stopped is waited for. */
const WAIT_MS = 4000

declare global {
  // The start of the server takes the lock; what writes is bundled apart.
  var caseboardOwnsState: boolean | undefined
}

/** Whether this process may write to the state folder: only a server that found another's lock may not. */
export function ownsState(): boolean {
  return globalThis.caseboardOwnsState ?? true
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether the lock is that of a server that runs no more: a crash leaves its file, and neither its process nor its beat. */
function isLeftBehind(file: string): boolean {
  try {
    const { mtimeMs } = statSync(file)
    if (Math.abs(Date.now() - mtimeMs) > GONE_MS) return true
    const { pid, host } = ownerSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return host === hostname() && (pid === process.pid || !isAlive(pid))
  } catch {
    return true
  }
}

/** The lock is ours, another server's, or cannot be written: then nothing else can, and nothing is spoiled. */
type Lock = 'ours' | 'theirs' | 'nowhere'

function writeLock(file: string): Lock {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx', mode: 0o600 })
    return 'ours'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EEXIST' ? 'theirs' : 'nowhere'
  }
}

function tryLock(file: string): Lock {
  const first = writeLock(file)
  if (first !== 'theirs' || !isLeftBehind(file)) return first
  rmSync(file, { force: true })
  return writeLock(file)
}

function keepLock(file: string): () => void {
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date())
    } catch {
      // The folder may be away for a moment.
    }
  }, BEAT_MS)
  beat.unref()
  const release = () => {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
  process.once('exit', release)
  return release
}

/**
 * Makes this process the owner of the state folder, so that no two servers overwrite each other. Where another one owns it,
 * this one keeps what it knows in memory, and says so. Answers what gives the folder back; null where it is another's.
 */
export async function ownStateFolder(folder: string, waitMs = WAIT_MS): Promise<(() => void) | null> {
  const file = path.join(folder, 'owner.json')
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined)
  const until = performance.now() + waitMs
  let lock = tryLock(file)
  while (lock === 'theirs' && performance.now() < until) {
    await delay(200)
    lock = tryLock(file)
  }
  globalThis.caseboardOwnsState = lock !== 'theirs'
  if (lock === 'ours') return keepLock(file)
  if (lock === 'theirs') noteError('The state folder is another server’s; pairings end with this one', null)
  return null
}

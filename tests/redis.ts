import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { freePort } from './free-port'

const names = ['valkey-server', 'redis-server']

function findServer(): string | undefined {
  return names.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0)
}

function run(command: string, ...words: string[]): boolean {
  return spawnSync(command, words, { stdio: 'ignore' }).status === 0
}

/** Name of a Valkey or Redis server: one already there, or Debian's package when root on Debian. Throws without. */
export function ensureRedis(): string {
  const found = findServer()
  if (found !== undefined) return found
  const rootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (rootOnDebian && run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'redis-server'))
    return findServer() ?? 'redis-server'
  throw new Error('These tests need a Valkey or Redis server: install valkey-server or redis-server.')
}

/** A server of the tests' own, which keeps nothing on disk. */
export interface TestRedis {
  url: string
  /** Starts it, again after `kill` and then empty. */
  start(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

/** A Valkey or Redis server on a port of its own. */
export async function createRedis(): Promise<TestRedis> {
  const program = ensureRedis()
  const port = await freePort()
  let child: ChildProcess | null = null

  function start(): Promise<void> {
    const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    const started = spawn(program, words, { stdio: ['ignore', 'pipe', 'ignore'] })
    child = started
    return new Promise((resolve, reject) => {
      started.once('error', reject)
      started.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)))
      started.stdout.on('data', (data: Buffer) => {
        if (data.includes('eady to accept connections')) resolve()
      })
    })
  }

  function kill(): Promise<void> {
    const ending = child
    child = null
    if (ending === null || ending.exitCode !== null) return Promise.resolve()
    return new Promise((resolve) => {
      ending.once('exit', () => resolve())
      ending.kill('SIGKILL')
    })
  }

  return { url: `redis://127.0.0.1:${port}`, start, kill }
}

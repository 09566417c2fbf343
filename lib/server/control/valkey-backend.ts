import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { createClient } from '@redis/client'
import { z } from 'zod'
import { noteError } from '@/lib/server/health'
import { BackendAway, type Change, type ControlBackend, type Reading, type ReturnListener } from './backend'

const PREFIX = 'caseboard:'
/** A server that has not answered by then is away; whoever asked is told so instead of waiting. */
const ANSWER_MS = 3000
/** Tries to get a change in before another process's. */
const MOST_TRIES = 100
/** After the documents were lost: until every process has had its turn to put back what it holds. */
const REFILL_MS = 1000

/** The document and the server's clock as one step. The text stands last: a missing one would end the list. */
const READ = `local t = redis.call('TIME') return {t[1], t[2], redis.call('GET', KEYS[1])}`

/** Writes ARGV[2] ('' deletes) for ARGV[3] ms and tells the watchers, where ARGV[1] ('' is missing) still stands there. */
const SWAP = `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
if ARGV[2] == '' then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
redis.call('PUBLISH', KEYS[1], ARGV[2])
return 1`

const readReply = z.tuple([z.coerce.number(), z.coerce.number(), z.string().nullish()])

/** For ever, at most half a second apart; spread, so that processes do not come back all at once. */
function reconnectAfter(retries: number): number {
  return Math.min(50 * 2 ** Math.min(retries, 4), 400) + Math.random() * 100
}

type Client = ReturnType<typeof connect>

function connect(url: string) {
  const socket = { reconnectStrategy: reconnectAfter, connectTimeout: ANSWER_MS, socketTimeout: 15_000 }
  const commandOptions = { timeout: ANSWER_MS }
  return createClient({
    url,
    socket,
    commandOptions,
    pingInterval: 5000,
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
  })
}

async function ask<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question()
  } catch (error) {
    throw new BackendAway('Valkey does not answer', { cause: error })
  }
}

/** The documents as they are on a server that can be reached, and its clock. */
function createDocuments(client: Client): Pick<ControlBackend, 'now' | 'read' | 'update'> {
  /** The server's clock less `performance.now()`. */
  let offset = performance.timeOrigin

  async function read(key: string): Promise<Reading> {
    const start = performance.now()
    const [seconds, micros, text] = readReply.parse(await ask(() => client.eval(READ, { keys: [PREFIX + key] })))
    const now = seconds * 1000 + micros / 1000
    offset = now - (start + performance.now()) / 2
    return { text: text ?? null, now }
  }

  async function swap(key: string, before: string | null, change: Change): Promise<boolean> {
    const keepMs = change.text === null ? 0 : Math.ceil(change.keepMs)
    const words = [before ?? '', change.text ?? '', String(keepMs)]
    return (await ask(() => client.eval(SWAP, { keys: [PREFIX + key], arguments: words }))) === 1
  }

  return {
    now: () => performance.now() + offset,
    read,
    async update(key, change) {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const reading = await read(key)
        const made = change(reading.text, reading.now)
        if (made === undefined) return reading
        if (await swap(key, reading.text, made)) return { text: made.text, now: reading.now }
        await delay(Math.random() * Math.min(tries, 20))
      }
      throw new BackendAway('too many change one document at once')
    },
  }
}

/** A door that those who come wait before while it is shut, though not for long. */
function createDoor() {
  let shut: { opened: Promise<void>; open: () => void } | null = null
  return {
    shut() {
      if (shut !== null) return
      let open = () => {}
      const opened = new Promise<void>((resolve) => {
        open = resolve
      })
      shut = { opened, open }
    },
    open() {
      shut?.open()
      shut = null
    },
    async pass(): Promise<void> {
      if (shut === null) return
      const patience = new AbortController()
      const tired = delay(ANSWER_MS, true, { signal: patience.signal }).catch(() => false)
      if ((await Promise.race([shut.opened, tired])) === true) throw new BackendAway('Valkey cannot be reached')
      patience.abort()
    },
  }
}

/** Documents in a Valkey (or Redis) server at `url`, shared by every process that names it. Connects by itself. */
export function createValkeyBackend(url: string): ControlBackend {
  const client = connect(url)
  const subscriber = connect(url)
  const documents = createDocuments(client)
  const door = createDoor()
  const listeners = new Set<ReturnListener>()
  /** A word that the server keeps with the documents: another one there means that they are gone. */
  let epoch: string | null = null
  let returning = Promise.resolve()
  let told = false
  let closed = false

  async function comeBack(): Promise<void> {
    const known = epoch
    await client.set(`${PREFIX}epoch`, randomUUID(), { condition: 'NX' })
    epoch = await client.get(`${PREFIX}epoch`)
    const lost = known !== null && known !== epoch
    await Promise.all([...listeners].map((listener) => listener(lost, documents)))
    if (lost) await delay(REFILL_MS)
    told = false
    if (client.isReady && subscriber.isReady) door.open()
  }

  function leave(error: unknown): void {
    if (closed) return
    door.shut()
    if (!told) noteError('Valkey cannot be reached', error)
    told = true
  }

  door.shut()
  for (const connection of [client, subscriber]) {
    connection.on('error', leave)
    connection.on('ready', () => {
      // Whichever comes last: changes made while the subscriber was away have been missed.
      if (client.isReady && subscriber.isReady) returning = returning.then(comeBack).catch(leave)
    })
    connection.connect().catch(leave)
  }

  return {
    now: documents.now,
    async read(key) {
      await door.pass()
      return documents.read(key)
    },
    async update(key, change) {
      await door.pass()
      return documents.update(key, change)
    },
    async watch(key, watcher) {
      await door.pass()
      const listener = (text: string) => watcher({ text: text === '' ? null : text, now: documents.now() })
      await ask(() => subscriber.subscribe(PREFIX + key, listener))
      return () => void subscriber.unsubscribe(PREFIX + key, listener).catch(() => {})
    },
    onReturn(listener) {
      listeners.add(listener)
    },
    close() {
      closed = true
      for (const connection of [client, subscriber]) connection.destroy()
    },
  }
}

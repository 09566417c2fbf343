import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { createCaseStore } from '@/lib/server/case-store'
import type { ControlBackend } from '@/lib/server/control/backend'
import { type Control, type Credential, createControl } from '@/lib/server/control/control'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import { fixtures } from '../read-fixture'

/** The case of the tests, linked once: scenes `start` and `shock`, place `harbour`. */
export async function readValidCase(): Promise<LinkedCase> {
  const data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
  await cp(path.join(fixtures, 'cases'), path.join(data, 'cases'), { recursive: true })
  await cp(path.join(fixtures, 'basemap'), path.join(data, 'basemap'), { recursive: true })
  const loaded = await createCaseStore(data).loadCase('valid')
  await rm(data, { recursive: true })
  if (loaded === null) throw new Error('the fixture is gone')
  return loaded.linked
}

/** A control plane over `backend` that knows the case of the tests. */
export function controlOver(backend: ControlBackend, linked: LinkedCase): Control {
  return createControl({ backend, release: 'r1', loadCase: async (id) => (id === 'valid' ? linked : null) })
}

export const ADDRESS = 'http://192.168.1.20:3000/remote'

export interface Joined {
  credential: Credential
  snapshot: WallSnapshot
}

/** A display that has begun a wall. */
export async function newDisplay(control: Control): Promise<Joined> {
  const { snapshot, token } = await control.register({ case: 'valid', role: 'mirror' }, null)
  return { credential: { as: 'screen', caseId: 'valid', token: token ?? '' }, snapshot }
}

/** The code that a display shows. */
export async function codeOf(control: Control, display: Credential): Promise<string> {
  const { offer } = await control.offer(display, ADDRESS)
  if (offer?.kind !== 'open') throw new Error('no code is on offer')
  return offer.code
}

/** A remote that was paired by a code. */
export async function newRemote(control: Control, display: Credential, name = 'Anna’s phone'): Promise<Credential> {
  const { token } = await control.pair(await codeOf(control, display), 'remote', name)
  return { as: 'remote', token }
}

/** A code of the same display with another secret. */
export function otherCode(code: string): string {
  return code.slice(0, 7) + (code.endsWith('2') ? '3' : '2')
}

/** The events of a stream, as they come. */
export function eventsOf(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''

  async function next(): Promise<{ event: string; data: unknown } | null> {
    while (!text.includes('\n\n')) {
      const read = await reader.read()
      if (read.done) return null
      text += decoder.decode(read.value, { stream: true })
    }
    const [block = '', ...rest] = text.split('\n\n')
    text = rest.join('\n\n')
    const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/s.exec(block) ?? []
    return { event, data: JSON.parse(data) }
  }

  /** The first event that `wanted` says is the one; null where the stream ends before. */
  async function until(wanted: (event: { event: string; data: unknown }) => boolean) {
    for (let event = await next(); event !== null; event = await next()) if (wanted(event)) return event
    return null
  }

  return { next, until, cancel: () => reader.cancel() }
}

// @vitest-environment jsdom
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { GET, POST } from '@/app/editing/cases/[case]/route'
import { GET as state } from '@/app/editing/route'
import { EditorScreen } from '@/components/editor/editor-screen'
import { LOCAL_HEADER, localMark } from '@/lib/server/editor/local-request'
import words from '@/lib/words/en.json'
import { editHere } from '../editor/edit-here'

const CASE = '2022-10-annexation'

let root = ''
let page: Root
/** What the server tells the page of changed cases. */
let changes: ReadableStreamDefaultController<Uint8Array> | undefined

/** The page's requests, answered by the server's own routes; what is only looked at, the map, is not. */
async function answer(address: string, init: RequestInit = {}): Promise<Response> {
  const { signal: _, ...rest } = init
  const headers = { host: 'localhost', origin: 'http://localhost', [LOCAL_HEADER]: localMark(), ...init.headers }
  const request = new Request(`http://localhost${address}`, { ...rest, headers })
  if (address.startsWith('/schema/')) return new Response(readFileSync(path.join('public', address), 'utf8'))
  if (address.endsWith('/previews')) return Response.json({ linked: null, faults: [] })
  if (address === '/editing') return state(request)
  if (address === '/changes') {
    const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      changes = controller
      init.signal?.addEventListener('abort', () => controller.error(new Error('closed')))
    }
    return new Response(new ReadableStream({ start }))
  }
  const context = { params: Promise.resolve({ case: CASE }) }
  return init.method === 'POST' ? POST(request, context) : GET(request, context)
}

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'caseboard-page-'))
  cpSync(path.join('data', 'cases'), path.join(root, 'data', 'cases'), { recursive: true })
  globalThis.caseboardEditDesk = editHere(root)
  vi.stubEnv('CASEBOARD_EDITOR', '1')
  // The server answers when it does, as in a browser: what is shown is waited for.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  vi.stubGlobal('fetch', answer)
  Object.assign(Element.prototype, { scrollIntoView: () => undefined })
  vi.stubGlobal('CSS', {})
  const container = document.body.appendChild(document.createElement('div'))
  page = createRoot(container)
  const children = createElement(EditorScreen, { caseId: CASE, basemapVersion: 'test' })
  page.render(createElement(NextIntlClientProvider, { locale: 'en', messages: words, timeZone: 'UTC', children }))
})

afterEach(async () => {
  page.unmount()
  document.body.replaceChildren()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  globalThis.caseboardEditDesk = undefined
  rmSync(root, { recursive: true, force: true })
})

/** Until the page shows what it is asked for. */
async function find<T extends Element>(selector: string, text = ''): Promise<T> {
  return vi.waitFor(
    () => {
      const found = [...document.querySelectorAll<T>(selector)].find((each) => each.textContent?.includes(text))
      if (found === undefined) throw new Error(`nothing like ${selector} “${text}”`)
      return found
    },
    { timeout: 10_000 },
  )
}

function type(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  const prototype = field instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype
  // As a browser does: React looks past what a script sets.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}

const press = (key: string, ctrlKey = false) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true }))

it('a record is mended in its form, taken out and brought back by keys, and saved', async () => {
  const events: { id: string; title: string }[] = JSON.parse(
    readFileSync(path.join(root, 'data', 'cases', CASE, 'events.json'), 'utf8'),
  )
  const [event] = events
  type(await find<HTMLSelectElement>('[data-record-list] select'), 'events')
  const row = await find<HTMLButtonElement>('[data-record-list] button', event?.title)
  row.click()
  const label = await find<HTMLLabelElement>('#editor-form label', 'Title')
  type(document.getElementById(label.htmlFor) as HTMLInputElement, 'Mended in the form')
  await find('#editor-form h2', 'Mended in the form')
  // jsdom has no IndexedDB, and the page says so.
  await find('main > header', 'This browser keeps nothing')
  press('x')
  await find('#editor-save', 'Save 1 record')
  press('z', true)
  await find('#editor-form h2', 'Mended in the form')
  press('s', true)
  await find('main > header', 'Saved as version 1')
  expect(readFileSync(path.join(root, 'data', 'cases', CASE, 'events.json'), 'utf8')).toContain(
    '"title": "Mended in the form"',
  )
})

it('what somebody else has saved is there as soon as the server says so', async () => {
  const file = path.join(root, 'data', 'cases', CASE, 'events.json')
  const events: { title: string }[] = JSON.parse(readFileSync(file, 'utf8'))
  type(await find<HTMLSelectElement>('[data-record-list] select'), 'events')
  await find('[data-record-list] button', events[0]?.title)
  writeFileSync(file, JSON.stringify([{ ...events[0], title: 'Mended elsewhere' }, ...events.slice(1)]))
  await vi.waitFor(() => expect(changes).toBeDefined())
  changes?.enqueue(new TextEncoder().encode(`event: versions\ndata: {"${CASE}":"2"}\n\n`))
  await find('[data-record-list] button', 'Mended elsewhere')
})

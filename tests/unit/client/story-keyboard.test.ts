// @vitest-environment jsdom
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createCaseStore } from '@/lib/server/case-store'
import words from '@/lib/words/en.json'
import { type CasePage, openCasePage } from './open-case-page'

vi.mock('@/components/map/load-map', async () => {
  const { RecordingMap } = await import('./recording-map')
  return { loadMap: async () => ({ MapAdapter: RecordingMap }) }
})

let page: CasePage

beforeAll(async () => {
  const loaded = await createCaseStore(path.join(process.cwd(), 'data')).loadCase('2022-10-annexation')
  if (loaded === null) throw new Error('no case')
  page = await openCasePage(loaded.linked)
  Object.assign(Element.prototype, {
    checkVisibility(this: Element) {
      return this.closest('[hidden], [style*="display: none"]') === null
    },
  })
}, 60_000)

afterAll(() => page.close())

const button = (name: string) => {
  const found = [...document.querySelectorAll('button')].find((each) =>
    (each.getAttribute('aria-label') ?? each.textContent ?? '').startsWith(name),
  )
  if (found === undefined) throw new Error(`there is no button “${name}”`)
  return found
}
/** As a key does: what is pressed has the focus. */
const pressButton = (name: string) =>
  page.perform(() => {
    const pressed = button(name)
    pressed.focus()
    pressed.click()
  })
const told = () => [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent)

it('leads past the map to the column of the case', async () => {
  const link = [...document.querySelectorAll('a')].find(({ textContent }) => textContent === words.page.skip)
  await page.perform(() => link?.click())
  expect(document.activeElement?.getAttribute('aria-label')).toBe(words.page.casePanel)
})

it('keeps the keyboard in the story from its begin to its end, and says which scene is told', async () => {
  await pressButton(words.story.play)
  expect(document.activeElement).toBe(button(words.story.pause))
  expect(told()).toContainEqual(expect.stringMatching(/^1 of 14: .*Four oblasts, claimed by Russia/))
  await pressButton(words.story.next)
  expect(told()).toContainEqual(expect.stringMatching(/^2 of 14: /))
  await pressButton(words.story.leave)
  expect(document.activeElement).toBe(button(words.story.resume))
})

it('closes the menu of a phone’s tools by Escape, at the button that opened it', async () => {
  const more = button(words.tools.names.more)
  await page.perform(() => more.click())
  expect(more.getAttribute('aria-expanded')).toBe('true')
  const measure = button(words.tools.names.measure)
  await page.perform(() => {
    measure.focus()
    measure.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
  })
  expect(more.getAttribute('aria-expanded')).toBe('false')
  expect(document.activeElement).toBe(more)
})

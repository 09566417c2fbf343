import type { Page } from '@playwright/test'
import { expect } from './test'

/** More stops than that have neither the page nor any of its parts. */
const MOST_STOPS = 60

/** What has the keyboard, as a screen reader says it: its role, its name and its state, as `button "Pause"`. */
export async function spokenFocus(page: Page): Promise<string> {
  const focused = page.locator(':focus')
  if ((await focused.count()) === 0) return 'nothing'
  const [first = ''] = (await focused.ariaSnapshot()).split('\n')
  // A name with a colon in it stands between quotation marks.
  return first.replace(/^- |:$/g, '').replace(/^'(.*)'$/, '$1')
}

/** Goes on by Tab to what is so called: what is looked for one after the other stands in this order. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press(key)
    const spoken = await spokenFocus(page)
    if (name.test(spoken)) return
    passed.push(spoken)
  }
  expect(passed, `${name} is not among the stops of the keyboard`).toEqual([])
}

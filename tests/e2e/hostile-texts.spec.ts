import type { Page } from '@playwright/test'
import { makeHostileData } from './driver/hostile-case'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

const hostile = makeHostileData()
let server: Server
test.beforeAll(async () => {
  server = await Server.launch({ data: hostile.data })
})
test.afterAll(async () => {
  await server.close()
  hostile.remove()
})
test.use({ reducedMotion: 'reduce' })

/** What comes alive late has come; a wall's streams never rest. */
const SETTLED_MS = 1_500

/** Texts that leave the box that they are in, or the window, and those whose direction what stands beside them decides. */
function findLost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lost = new Set<string>()
    const inView = document.documentElement.clientWidth
    const nameOf = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`
    const clips = (element: Element) => getComputedStyle(element).overflowX !== 'visible'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (
        element === null ||
        text === '' ||
        element.closest('script, style, noscript, svg, .visually-hidden, [hidden]')
      )
        continue
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const style = getComputedStyle(element)
      const run = 'mark, ins, del, [data-run]'
      if (style.unicodeBidi === 'normal' && !element.matches(run)) lost.add(`${nameOf(element)} has no direction`)
      const range = document.createRange()
      range.selectNodeContents(node)
      const rects = [...range.getClientRects()].filter(({ width }) => width > 1)
      if (rects.length === 0) continue
      const [left, right] = [Math.min(...rects.map((rect) => rect.left)), Math.max(...rects.map((rect) => rect.right))]
      let box: Element | null = element
      // What is cut off on purpose says so with an ellipsis, or scrolls; a wall's pages lie beside each other.
      while (box !== null && !clips(box)) box = box.parentElement
      if (box !== null && getComputedStyle(box).columnCount !== 'auto') continue
      if (box !== null && (getComputedStyle(box).textOverflow === 'ellipsis' || box.clientHeight <= 1)) continue
      if (
        box !== null &&
        /auto|scroll/.test(getComputedStyle(box).overflowX) &&
        box.scrollWidth > box.clientWidth + 1
      ) {
        if (box.clientWidth > 0 && !/tablist/.test(box.getAttribute('role') ?? ''))
          lost.add(`${nameOf(box)} scrolls sideways for ${text.slice(0, 24)}`)
        continue
      }
      const limits = box?.getBoundingClientRect() ?? { left: 0, right: inView }
      // Two px for letters that lean out of their line.
      if (left < limits.left - 2 || right > limits.right + 2)
        lost.add(
          `${nameOf(element)} leaves ${box === null ? 'the window' : nameOf(box)} by ${Math.round(Math.max(limits.left - left, right - limits.right))}: ${text.slice(0, 24)}`,
        )
    }
    if (document.documentElement.scrollWidth > inView + 1)
      lost.add(`the page is ${document.documentElement.scrollWidth} px wide`)
    return [...lost]
  })
}

test('no text of a case leaves its box or the window, in whichever field it stands, and each has its own direction', async ({
  page,
}) => {
  const found = await (await fetch(`${server.origin}/api/cases/valid`)).json()
  expect(found.setAside ?? []).toEqual([])
  const lost: Record<string, string[]> = {}
  const measure = async (name: string) => {
    const here = await findLost(page)
    if (here.length > 0) lost[name] = here
  }
  for (const [name, address] of [
    ['overview', '/cases/valid'],
    ['quotations', '/cases/valid?page=quotations&quotation=ice'],
    ['figures', '/cases/valid?page=figures&figure=crossed-office'],
    ['sources', '/cases/valid?page=sources&place=harbour'],
    ['embed', '/embed/valid?quotation=ice'],
    ['print', '/print/valid'],
    ['wall', '/wall/valid'],
  ] as const) {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(server.origin + address)
    await page.waitForTimeout(SETTLED_MS)
    await measure(name)
    if (name === 'print') continue
    if (name === 'wall') {
      for (const scene of [2, 3]) {
        await page.keyboard.press('ArrowRight')
        await page.waitForTimeout(500)
        await measure(`wall, scene ${scene}`)
      }
      continue
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await measure(`${name}, on a phone`)
  }
  expect(lost).toEqual({})
})

test('in the system’s colours and on paper words can be read, and the keyboard stays where a button was', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await page.goto(`${server.origin}/cases/valid?quotation=ice&theme=dark`)
  const exact = page.locator('aside mark').first()
  await expect(exact).toHaveCSS('forced-color-adjust', 'none')
  const chosen = page.locator('[role=tab][aria-selected=true], [aria-current=page], [aria-current=true]').first()
  await expect(chosen).toHaveCSS('outline-style', 'solid')

  const ink = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink').trim())
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark' })
  const dark = await ink()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const printed = await ink()
  expect(printed).not.toBe(dark)
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  await page.goto(`${server.origin}/cases/valid?quotation=ice&theme=light`)
  expect(await ink()).toBe(printed)
})

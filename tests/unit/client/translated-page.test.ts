// @vitest-environment jsdom
import { act, createElement, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeAll, expect, it } from 'vitest'
import { keepTranslatable } from '@/lib/client/translated-page'

/** As browsers do it: each text goes into an element, in other words; in its place stands that element. */
function translate(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
  for (const text of texts) {
    if (text.parentElement?.nodeName === 'FONT') continue
    const [outer, inner] = [document.createElement('font'), document.createElement('font')]
    inner.textContent = text.data.toUpperCase()
    outer.append(inner)
    text.replaceWith(outer)
  }
}

let setCount: (count: number) => void = () => undefined

/** Texts that stand bare beside elements, and that come and go. */
function Board() {
  const [count, set] = useState(0)
  setCount = set
  return createElement(
    'p',
    null,
    count % 2 === 0 && 'even ',
    createElement('b', null, 'places: '),
    `${count} shown`,
    count > 1 && createElement('i', null, ' many'),
    count > 2 ? ' and more' : null,
  )
}

const soon = () => new Promise((resolve) => setTimeout(resolve))
const show = async (count: number) => {
  await act(async () => setCount(count))
  await soon()
}

beforeAll(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  keepTranslatable(document.body)
})

it('goes on in a page that the browser translates: what changes is seen, what goes is gone', async () => {
  const box = document.body.appendChild(document.createElement('div'))
  const root = createRoot(box)
  await act(async () => root.render(createElement(Board)))
  for (const [count, words] of [
    [1, 'PLACES: 1 shown'],
    [2, 'even PLACES: 2 shown many'],
    [3, 'PLACES: 3 shown MANY and more'],
    [0, 'even PLACES: 0 shown'],
  ] as const) {
    translate(box)
    await soon()
    await show(count)
    expect(box.textContent).toBe(words)
  }
  translate(box)
  await soon()
  await act(async () => root.unmount())
  expect(box.textContent).toBe('')
})

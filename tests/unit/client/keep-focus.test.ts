// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepFocusNear } from '@/lib/client/keep-focus'

const twoFrames = () => new Promise((resolve) => setTimeout(resolve, 60))

beforeEach(() => {
  document.body.innerHTML = '<main><section><p><button>Show all</button></p></section><input></main>'
  window.addEventListener('click', keepFocusNear, { capture: true })
})
afterEach(() => window.removeEventListener('click', keepFocusNear, { capture: true }))

function press(onClick: (button: HTMLButtonElement) => void): void {
  const button = document.querySelector('button')
  button?.addEventListener('click', () => onClick(button))
  button?.focus()
  button?.click()
}

it('a button that removes itself leaves the keyboard with what held it', async () => {
  press((button) => button.parentElement?.remove())
  await twoFrames()
  expect(document.activeElement?.tagName).toBe('SECTION')
})

it('who has taken the focus meanwhile keeps it, and a button that stays does too', async () => {
  press((button) => {
    button.remove()
    document.querySelector('input')?.focus()
  })
  await twoFrames()
  expect(document.activeElement?.tagName).toBe('INPUT')
})

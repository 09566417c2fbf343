import { expect, type Locator } from '@playwright/test'
import type { Remote } from './remote'
import type { Wall } from './wall'

/** The part of a phone's remote that moves the wall through time. Only here are its selectors known. */
export class TimeRemote {
  readonly #phone: Remote

  constructor(phone: Remote) {
    this.#phone = phone
  }

  async open(): Promise<void> {
    await this.#phone.openPart('Time')
  }

  /** The slider of an end of the window. */
  slider(end: 'From' | 'To'): Locator {
    return this.#phone.page.getByRole('slider', { name: end, exact: true })
  }

  /** Steps the last day until it is `date` as it is read aloud, by a key of the keyboard. */
  async moveEndTo(date: string, key: 'ArrowLeft' | 'ArrowRight'): Promise<void> {
    const slider = this.slider('To')
    await slider.focus()
    await expect(async () => {
      if ((await slider.getAttribute('aria-valuetext')) !== date) await slider.press(key)
      await expect(slider).toHaveAttribute('aria-valuetext', date, { timeout: 50 })
    }).toPass({ timeout: 10_000, intervals: [20] })
  }

  async press(name: 'Previous event' | 'Next event' | 'All dates' | 'Back to the scene’s time'): Promise<void> {
    await this.#phone.press(name)
  }
}

/** What a wall says of the time that it shows; null where it shows all of it and says nothing. */
export async function wallShowsTime(wall: Wall, words: RegExp | null): Promise<void> {
  const time = wall.notes.getByText('Time shown')
  if (words === null) await expect(time).toHaveCount(0)
  else await expect(wall.notes).toContainText(words)
}

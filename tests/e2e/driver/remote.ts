import { expect, type Locator, type Page } from '@playwright/test'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'

/** A command as a phone sends it, or anything else that someone may try. */
type Sent = Record<string, unknown>

/** What a person does with a phone, or a presenter with a computer, at `/remote`. Only here are selectors known. */
export class Remote {
  readonly page: Page
  readonly #origin: string

  constructor(page: Page, origin: string) {
    this.page = page
    this.#origin = origin
  }

  /** Opens the page; with a code, as the wall's QR code leads to it. */
  async open(code?: string): Promise<void> {
    await this.page.goto(`${this.#origin}/remote${code === undefined ? '' : `#${code}`}`)
  }

  get codeField(): Locator {
    return this.page.getByRole('textbox', { name: 'Code on the wall' })
  }

  get alert(): Locator {
    // Next announces its own navigation in an alert that is always there.
    return this.page.locator('[role=alert]:not(#__next-route-announcer__)')
  }

  async typeCode(code: string): Promise<void> {
    await this.codeField.fill('')
    await this.codeField.pressSequentially(code)
  }

  async callItself(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Name of this device' }).fill(name)
  }

  async useAs(name: 'Remote' | 'Second display' | 'Map display' | 'Evidence display'): Promise<void> {
    await this.page.getByRole('radio', { name }).check()
  }

  async connect(): Promise<void> {
    await this.press('Connect')
  }

  /** Opens the page, types the code and waits until the wall is there. */
  async pair(code: string, name = 'Anna’s phone'): Promise<void> {
    await this.open()
    await this.typeCode(code)
    await this.callItself(name)
    await this.connect()
    await this.joined()
  }

  async joined(): Promise<void> {
    await expect(this.page.locator('main[data-connection=joined]')).toBeVisible({ timeout: 30_000 })
  }

  async away(): Promise<void> {
    await expect(this.page.locator('main[data-connection=away]')).toBeVisible({ timeout: 40_000 })
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  async openPart(name: 'Notes' | 'Scenes' | 'Point' | 'Map' | 'Time' | 'Find' | 'Device'): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click()
  }

  /** What it says is on the wall. */
  get now(): Locator {
    return this.page.getByRole('region', { name: 'On the wall now' })
  }

  async sceneIs(headline: string): Promise<void> {
    await expect(this.now.getByRole('heading')).toHaveText(headline)
  }

  /** The tour's headlines, in its order. */
  async headlines(): Promise<string[]> {
    await this.openPart('Scenes')
    const scenes = this.page.getByRole('tabpanel').getByRole('button')
    await expect(scenes.first()).toBeVisible()
    // The case's own begin with their number.
    return scenes.evaluateAll((buttons) => buttons.map((button) => button.lastChild?.textContent ?? ''))
  }

  async goTo(headline: string): Promise<void> {
    await this.openPart('Scenes')
    await this.page.getByRole('tabpanel').getByRole('button', { name: headline }).click()
  }

  /** What the presenter's clock says by a name. */
  time(name: string): Locator {
    return this.page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd')
  }

  get surface(): Locator {
    return this.page.getByRole('application')
  }

  async #on(surface: Locator, { x, y }: { x: number; y: number }): Promise<{ x: number; y: number }> {
    const box = await surface.boundingBox()
    if (box === null) throw new Error('the surface is not on screen')
    return { x: box.x + x * box.width, y: box.y + y * box.height }
  }

  /** Puts a finger on the surface, moves it and leaves it there; fractions of the surface. */
  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const start = await this.#on(this.surface, from)
    const end = await this.#on(this.surface, to)
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move(end.x, end.y, { steps: 12 })
  }

  async lift(): Promise<void> {
    await this.page.mouse.up()
  }

  /** Two fingers that move apart, or together, about the middle of the surface. */
  async pinch(fromApart: number, toApart: number): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    const middle = await this.#on(this.surface, { x: 0.5, y: 0.5 })
    const fingers = (apart: number) => [
      { id: 0, x: middle.x - apart / 2, y: middle.y },
      { id: 1, x: middle.x + apart / 2, y: middle.y },
    ]
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(fromApart) })
    for (let step = 1; step <= 8; step++) {
      const apart = fromApart + ((toApart - fromApart) * step) / 8
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) })
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await session.detach()
  }

  async find(typed: string): Promise<Locator> {
    await this.openPart('Find')
    await this.page.getByRole('searchbox', { name: 'Find a place by name' }).fill(typed)
    return this.page.getByRole('tabpanel').getByRole('listitem').getByRole('button')
  }

  /** What the server tells this device of its wall. */
  async told(): Promise<WallSnapshot> {
    return this.page.evaluate(async () => {
      const response = await fetch('/control/stream?as=remote')
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
      let text = ''
      while (reader !== undefined && !text.includes('\n\n')) text += (await reader.read()).value ?? ''
      await reader?.cancel()
      return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? 'null')
    })
  }

  /** Sends from this page what it has no button for; answers the status. */
  async send(address: string, body: Sent): Promise<number> {
    return this.page.evaluate(
      async ([to, sent]) => {
        const headers = { 'content-type': 'application/json' }
        return (await fetch(to, { method: 'POST', headers, body: JSON.stringify(sent) })).status
      },
      [address, body] as const,
    )
  }
}

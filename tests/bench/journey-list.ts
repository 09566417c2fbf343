import type { Locator, Page } from '@playwright/test'
import type { LinkedCase } from '@/lib/derive/linked-case'
import words from '@/lib/words/en.json' with { type: 'json' }
import type { Target } from './measure'

/** One interaction of a journey; both pages have what it needs under the same role and name. */
export interface Interaction {
  name: string
  /** Brings the pointer to where it is pressed. */
  aim?(page: Page): Promise<void>
  act(page: Page): Promise<unknown>
  /** Resolves once the page shows what came of it. */
  done(page: Page): Promise<void>
}

type Find = (page: Page) => Locator

const shows = (find: Find) => (page: Page) => find(page).filter({ visible: true }).first().waitFor()
const hides = (find: Find) => (page: Page) =>
  find(page).filter({ visible: true }).first().waitFor({ state: 'detached' })

const button =
  (name: string): Find =>
  (page) =>
    page.getByRole('button', { name, exact: true, disabled: false })
const panelOf =
  ({ name }: Target): Find =>
  (page) =>
    page.getByRole('heading', { name, exact: true, level: 2 })

async function pressMouse(page: Page): Promise<void> {
  await page.mouse.down()
  await page.mouse.up()
}

function click(name: string, what: Find, done: Interaction['done']): Interaction {
  return { name, aim: (page) => what(page).filter({ visible: true }).first().hover(), act: pressMouse, done }
}

function clickOn(place: Target): Interaction {
  return {
    name: `click on ${place.name}`,
    aim: (page) => page.mouse.move(place.x, place.y),
    act: pressMouse,
    done: shows(panelOf(place)),
  }
}

function key(name: string, pressed: string, done: Interaction['done']): Interaction {
  return { name, act: (page) => page.keyboard.press(pressed), done }
}

const back = (done: Interaction['done']): Interaction => ({ name: 'Back', act: (page) => page.goBack(), done })
const forward = (done: Interaction['done']): Interaction => ({ name: 'Forward', act: (page) => page.goForward(), done })

function step(to: 'next' | 'previous'): Interaction {
  // All of time can be asked for as soon as a part of it is shown.
  return key(`${to} event`, to === 'next' ? '.' : ',', shows(button(words.timeline.whole)))
}

/** A layer switched off, and on again. */
function offAndOn(layer: string): Interaction[] {
  const found = (checked?: boolean): Find => {
    const state = checked === undefined ? {} : { checked }
    return (page) => page.getByRole('switch', { name: layer, exact: true, ...state })
  }
  return [click(`${layer} off`, found(), shows(found(false))), click(`${layer} on`, found(), shows(found(true)))]
}

function option(name: string, on: boolean): Interaction {
  const found = (checked: boolean): Find => {
    return (page) => page.getByRole('checkbox', { name: new RegExp(`^${name}`), checked })
  }
  return click(`filter ${name} ${on ? 'on' : 'off'}`, found(!on), shows(found(on)))
}

function tab(page: 'overview' | 'places' | 'quotations' | 'events'): Interaction {
  const name = words.panel.pages[page]
  return click(
    `tab ${name}`,
    (page) => page.getByRole('tab', { name, exact: true }),
    shows((page) => page.getByRole('tab', { name, exact: true, selected: true })),
  )
}

/** The 40 interactions, for a view in which four places can be clicked; without that many, throws. */
export function listInteractions({ layers, sides }: LinkedCase, places: readonly Target[]): Interaction[] {
  const [a, b, c, d] = places
  const [layer, otherLayer] = layers
  const [side, otherSide] = sides
  if (!(a && b && c && d && layer && otherLayer && side && otherSide)) throw new RangeError('too little for a journey')
  const { names } = words.tools
  const { zoomIn, zoomOut } = words.map.controls
  const { toNight: toDark, toPaper: toLight } = words.panel
  const filter = (page: Page) => page.getByRole('checkbox', { name: new RegExp(`^${side.name}`) })
  const dialog = (page: Page) => page.getByRole('dialog')
  const letters = [...a.name.slice(0, 4).toLowerCase()]
  return [
    // All clicks on the map come first: Back may bring another camera, in which the places are elsewhere.
    ...[a, b, c, d].map(clickOn),
    back(shows(panelOf(c))),
    back(shows(panelOf(b))),
    forward(shows(panelOf(c))),
    key('Escape', 'Escape', hides(panelOf(c))),
    ...(['next', 'next', 'next', 'next', 'previous', 'previous'] as const).map(step),
    click(words.timeline.whole, button(words.timeline.whole), hides(button(words.timeline.whole))),
    ...offAndOn(layer.name),
    ...offAndOn(otherLayer.name),
    click('Filter opened', button(names.filter), shows(filter)),
    option(side.name, true),
    option(otherSide.name, true),
    option(otherSide.name, false),
    option(side.name, false),
    click('Filter closed', button(names.filter), hides(filter)),
    ...(['places', 'quotations', 'events', 'overview'] as const).map(tab),
    click(zoomIn, button(zoomIn), shows(button(zoomOut))),
    click(zoomOut, button(zoomOut), shows(button(zoomIn))),
    click(toDark, button(toDark), shows(button(toLight))),
    click(toLight, button(toLight), shows(button(toDark))),
    key('Ctrl K', 'Control+k', shows(dialog)),
    ...letters.map((letter) => key(`letter ${letter}`, letter, shows(dialog))),
    key('Enter on what is found', 'Enter', shows(panelOf(a))),
    key('Escape', 'Escape', hides(panelOf(a))),
  ]
}

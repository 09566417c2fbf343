import type { JSHandle, Page } from '@playwright/test'
import { CAPITAL_HEIGHT } from '@/lib/wall/legible-type'

/** A run of text of the page, within the page. */
interface TextRun {
  words: string
  parent: Element
  /** One for each line. */
  boxes: DOMRect[]
}

/** Every text that is to be seen, on the page of the scene that is on, in the order of the document. */
function visibleTexts(page: Page): Promise<JSHandle<TextRun[]>> {
  return page.evaluateHandle(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      const words = node.textContent?.trim() ?? ''
      if (parent === null || words === '' || parent.matches('script, style, title')) continue
      if (parent.closest('.visually-hidden, [aria-hidden=true], [inert], [role=toolbar]') !== null) continue
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      // For screen readers alone.
      if (getComputedStyle(parent).clipPath !== 'none') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      // What stands on another page of the scene is beside the one that is on.
      const frame = parent.closest('[data-pages]')?.getBoundingClientRect()
      const boxes = [...range.getClientRects()].filter(
        (box) => box.width > 0 && (frame === undefined || (box.left < frame.right && box.right > frame.left)),
      )
      if (boxes.length > 0) found.push({ words: words.slice(0, 40), parent, boxes })
    }
    return found
  })
}

/** A run of text on screen, and how large its capitals are from where the readers stand. */
interface MeasuredText {
  words: string
  arcMinutes: number
  /** Part of it lies outside of the picture or of an element that hides what is outside of it. */
  cutOff: boolean
}

/**
 * Every visible text of the page by the geometry of the display: a CSS px is the diagonal over its length in px, and an
 * angle is 2 atan(h / 2d).
 */
export async function measureText(
  page: Page,
  { distanceM, diagonalInches }: { distanceM: number; diagonalInches: number },
): Promise<MeasuredText[]> {
  const texts = await visibleTexts(page)
  return texts.evaluate(
    (texts, { distanceMm, diagonalMm, capitalHeight }) => {
      const pitchMm = diagonalMm / Math.hypot(window.innerWidth, window.innerHeight)
      const hides = (element: Element) => getComputedStyle(element).overflow !== 'visible'
      const outOf = (box: DOMRect, frame: DOMRect) =>
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 2 ||
        box.bottom > frame.bottom + 2
      const isCut = (box: DOMRect, from: Element | null) => {
        for (let at = from; at !== null; at = at.parentElement)
          if (hides(at) && outOf(box, at.getBoundingClientRect())) return true
        return false
      }
      return texts.map(({ words, parent, boxes }) => {
        const heightMm = Number.parseFloat(getComputedStyle(parent).fontSize) * capitalHeight * pitchMm
        const arcMinutes = 2 * Math.atan(heightMm / (2 * distanceMm)) * (180 / Math.PI) * 60
        return { words, arcMinutes, cutOff: boxes.some((box) => isCut(box, parent)) }
      })
    },
    { distanceMm: distanceM * 1000, diagonalMm: diagonalInches * 25.4, capitalHeight: CAPITAL_HEIGHT },
  )
}

/** A run of text and its contrast with what is behind it, WCAG 2.2, the worst of nearly all of its pixels. */
interface MeasuredContrast {
  words: string
  ratio: number
}

/** Of the pixels behind a text the share that may be worse: the edge of a map's label that fades out under the words. */
const IGNORED_SHARE = 0.02

/** The contrast of every visible text with the pixels behind it, as drawn: text is hidden, and what is left is looked at. */
export async function measureContrast(page: Page): Promise<MeasuredContrast[]> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      'main * { -webkit-text-fill-color: transparent !important; -webkit-text-stroke-color: transparent !important; text-decoration-color: transparent !important; border-color: transparent !important }',
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
  const picture = (await page.screenshot()).toString('base64')
  await page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)
  })
  const texts = await visibleTexts(page)
  return texts.evaluate(
    async (texts, { source, ignoredShare }) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (context === null) throw new Error('no canvas to measure on')
      context.drawImage(image, 0, 0)
      const channel = (value: number) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      }
      const luminance = (red: number, green: number, blue: number) =>
        0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
      const colourOf = (element: Element) => {
        const parts =
          getComputedStyle(element)
            .color.match(/[\d.]+/g)
            ?.map(Number) ?? []
        return luminance(parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0)
      }
      const ratiosBehind = (box: DOMRect, ink: number) => {
        // A line's box reaches above its capitals and below its baseline.
        const [top, height] = [box.y + box.height * 0.15, box.height * 0.6]
        const { data } = context.getImageData(box.x, top, Math.max(1, box.width), Math.max(1, height))
        const ratios = []
        for (let at = 0; at < data.length; at += 16) {
          const ground = luminance(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
          ratios.push((Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05))
        }
        return ratios.sort((a, b) => a - b)
      }
      return texts.map(({ words, parent, boxes }) => {
        const ink = colourOf(parent)
        const worst = boxes.map((box) => {
          const ratios = ratiosBehind(box, ink)
          return ratios[Math.floor(ratios.length * ignoredShare)] ?? Number.POSITIVE_INFINITY
        })
        return { words, ratio: Math.min(...worst) }
      })
    },
    { source: `data:image/png;base64,${picture}`, ignoredShare: IGNORED_SHARE },
  )
}

/** What must be said of words that stand alone. */
const toldOfAlone = /Same words in|Looked for in .*, not found|Not yet compared|A term, not speech/

/**
 * Whether a quotation is to be seen alone without the line that says how other records have it, or beside another wording
 * of it without whose wording each is.
 */
export async function hidesWording(page: Page): Promise<boolean> {
  const figures = await page.locator('main figure:has(blockquote):visible').evaluateAll((elements) =>
    elements.map((figure) => ({
      wordings: [...figure.querySelectorAll('blockquote')].map((words) => {
        const label = words.nextElementSibling
        return label?.matches('p') === true && label.checkVisibility() ? (label.textContent ?? '') : ''
      }),
      caption: figure.querySelector('figcaption')?.textContent ?? '',
    })),
  )
  return figures.some(({ wordings, caption }) =>
    wordings.length > 1 ? wordings.includes('') : !toldOfAlone.test(caption),
  )
}

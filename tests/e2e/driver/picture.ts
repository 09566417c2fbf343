import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Caseboard } from './caseboard'

type Density = 1 | 2 | 4

/** The file that "Download PNG" gives at a density, once the page says that it is there and drawn as finely as was asked. */
export async function downloadPicture(
  { page }: Caseboard,
  density: Density,
  said = 'is ready.',
): Promise<{ name: string; png: Buffer }> {
  await page.getByRole('radio', { name: `${density}×` }).check()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download PNG' }).click()
  const download = await coming
  const name = download.suggestedFilename()
  await expect(page.getByText(`${name} ${said}`, { exact: true })).toBeVisible()
  return { name, png: readFileSync(await download.path()) }
}

/** Width and height as a picture's head says them, without decoding it. */
export function pngSize(png: Buffer): string {
  return `${png.readUInt32BE(16)}×${png.readUInt32BE(20)}`
}

/** What is to be seen in the parts of a picture. Colours are those that were asked about. */
interface PictureParts {
  size: string
  /** Pixels of each colour in the title's, the legend's, the scale's and the notes' part. */
  title: Record<string, number>
  legend: Record<string, number>
  scale: Record<string, number>
  notes: Record<string, number>
  /** Longest level stroke in the ink's colour in the scale's part, as a share of the picture's width. */
  scaleBar: number
  /** How many colours the map has, and how many of its pixels differ sharply from the one to their left. */
  mapColours: number
  mapEdges: number
}

/**
 * The parts of a picture, decoded by a browser on a page without a policy. They are found as a reader finds them: the
 * notes stand under the lowest rule, legend and scale between it and the map's edge.
 */
export async function readPicture(page: Page, png: Buffer, colours: { rule: string; ink: string; more: string[] }) {
  return page.evaluate(
    async ([base64, { rule, ink, more }]): Promise<PictureParts> => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const { width, height } = bitmap
      const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
      if (context === null) throw new Error('no canvas')
      context.drawImage(bitmap, 0, 0)
      const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)
      // As they lie in memory: alpha, blue, green, red.
      const word = (hex: string) => Number.parseInt(`ff${hex.slice(5, 7)}${hex.slice(3, 5)}${hex.slice(1, 3)}`, 16)
      const at = (x: number, y: number) => pixels[y * width + x] ?? 0
      const [left, right] = [Math.ceil(width * 0.03), Math.floor(width * 0.97)]
      const isRule = (y: number) => {
        for (let x = left; x < right; x++) if (at(x, y) !== word(rule)) return false
        return true
      }
      const rules: number[] = []
      for (let y = height - 1; y >= 0; y--) if (isRule(y)) rules.push(y)
      const lowest = rules[0] ?? 0
      // A rule is as thick as the picture is dense.
      const mapEnd = rules.find((y) => y < lowest - height * 0.01) ?? 0
      const mapStart = rules.at(-1) ?? 0
      const countOf = (colour: number, x0: number, y0: number, x1: number, y1: number) => {
        let found = 0
        for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (at(x, y) === colour) found += 1
        return found
      }
      const count = (...box: [number, number, number, number]) =>
        Object.fromEntries([ink, ...more].map((hex) => [hex, countOf(word(hex), ...box)]))
      // The legend ends, and the scale begins.
      const foot = Math.floor(width * 0.85)
      let scaleBar = 0
      for (let y = mapEnd; y < lowest; y++)
        for (let x = foot, run = 0; x < width; x++) {
          run = at(x, y) === word(ink) ? run + 1 : 0
          scaleBar = Math.max(scaleBar, run / width)
        }
      const seen = new Set<number>()
      let mapEdges = 0
      const light = (pixel: number) => ((pixel & 255) + ((pixel >> 8) & 255) + ((pixel >> 16) & 255)) / 3
      for (let y = mapStart + 4; y < mapEnd - 4; y++)
        for (let x = left; x < right; x++) {
          seen.add(at(x, y))
          if (Math.abs(light(at(x, y)) - light(at(x - 1, y))) > 110) mapEdges += 1
        }
      return {
        size: `${width}×${height}`,
        title: count(0, 0, width, mapStart),
        legend: count(0, mapEnd, foot, lowest),
        scale: count(foot, mapEnd, width, lowest),
        notes: count(0, lowest, width, height),
        scaleBar,
        mapColours: seen.size,
        mapEdges,
      }
    },
    [png.toString('base64'), colours] as const,
  )
}

/** Size of the first page in points, how many pages there are, and all of their words. */
export async function readPdf(pdf: Buffer): Promise<{ size: [number, number]; pages: string[] }> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const opened = await task.promise
  const first = (await opened.getPage(1)).getViewport({ scale: 1 })
  const pages: string[] = []
  for (let number = 1; number <= opened.numPages; number++) {
    const { items } = await (await opened.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''))
  }
  await task.destroy()
  return { size: [Math.round(first.width), Math.round(first.height)], pages }
}

/** What the printer gets of an address. */
export async function printPage({ page }: Caseboard): Promise<Awaited<ReturnType<typeof readPdf>>> {
  await page.getByRole('img').first().waitFor()
  return readPdf(await page.pdf({ preferCSSPageSize: true }))
}

/** The HTML to embed, as it is offered. */
export async function offeredSnippet({ page }: Caseboard): Promise<string> {
  return page.getByRole('textbox', { name: 'HTML of the embedded map' }).inputValue()
}

/** A page of another origin with something in the middle, a button before it and one after. */
export async function openHost(page: Page, html: string): Promise<{ frame: FrameLocator; close(): void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><title>Host</title><button>Before</button>${html}<button>After</button>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port }: AddressInfo = Object(server.address())
  await page.goto(`http://127.0.0.1:${port}/`)
  return { frame: page.frameLocator('iframe'), close: () => server.close() }
}

/** The still map in a frame; by where it stands, since of a page without scripts nothing says what its elements are. */
export function stillIn(frame: FrameLocator): Locator {
  return frame.locator('[data-map-frame] figure img').first()
}

/** The names of the places that N steps through on an embedded map, once around. */
export async function placesByKeyboard(frame: FrameLocator): Promise<string[]> {
  const canvas = frame.getByRole('application')
  const said = frame.getByText(/Enter opens it\.$/)
  const names: string[] = []
  for (;;) {
    await canvas.press('n')
    if (names.length > 0) await expect(said).not.toHaveText(`${names.at(-1)}. Enter opens it.`)
    const name = ((await said.textContent()) ?? '').replace('. Enter opens it.', '')
    if (names.includes(name)) return names
    names.push(name)
  }
}

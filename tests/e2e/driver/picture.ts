import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FrameLocator, Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Caseboard } from './caseboard'

/** A part of a picture in shares of its width and height. */
type Region = readonly [left: number, top: number, right: number, bottom: number]

/** The file that "Download PNG" gives at a density. */
export async function downloadPicture({ page }: Caseboard, density: 1 | 4): Promise<{ name: string; png: Buffer }> {
  await page.getByRole('radio', { name: `${density}×` }).check()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download PNG' }).click()
  const download = await coming
  return { name: download.suggestedFilename(), png: readFileSync(await download.path()) }
}

/** Size of a picture, and how many different colours each region has, decoded by a browser on a page without a policy. */
export async function readPicture(
  page: Page,
  png: Buffer,
  regions: readonly Region[],
): Promise<{ size: string; colours: number[] }> {
  return page.evaluate(
    async ([base64, parts]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(1600, 1000)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.drawImage(bitmap, 0, 0, 1600, 1000)
      const colours = parts.map(([left, top, right, bottom]) => {
        const [x, y] = [left * 1600, top * 1000]
        const { data } = context.getImageData(x, y, right * 1600 - x, bottom * 1000 - y)
        return new Set(new Uint32Array(data.buffer)).size
      })
      return { size: `${bitmap.width}×${bitmap.height}`, colours }
    },
    [png.toString('base64'), regions] as const,
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

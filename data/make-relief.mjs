/**
 * Makes `basemap/sources/relief.webp` from a grey relief of the whole world in Web Mercator, a square:
 *
 *   node data/make-relief.mjs <relief.webp>
 *
 * What is kept of each pixel is its difference from the mean of the land around it, where the land around is rough: plains
 * are one even tone, which a theme can make the colour of its own land. Sea and large lakes are plain.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import sharp from 'sharp'

const [, script, relief] = process.argv
const sources = path.join(path.dirname(script), 'basemap', 'sources')
const { width: side } = await sharp(relief, { limitInputPixels: false }).metadata()
const raw = { raw: { width: side, height: side, channels: 1 }, limitInputPixels: false }

/** About 1° at the equator: wider than a ridge, narrower than a range. */
const AROUND_PX = side / 370
/** The tone of a plain, and how much darker or lighter a slope is than the source has it. */
const [PLAIN, GAIN] = [[216, 204, 179], 3.4]
/** Mean difference of a plain, which is left out, and of hills, which are drawn in full. */
const [SMOOTH, ROUGH] = [2.4, 5]
const SMALLEST_LAKE_KM2 = 100

const read = (name) => JSON.parse(gunzipSync(readFileSync(path.join(sources, `${name}.geojson.gz`)))).features
const x = (lng) => ((lng + 180) / 360) * side
const y = (lat) => {
  const within = Math.min(85.06, Math.max(-85.06, lat))
  return ((1 - Math.log(Math.tan(Math.PI / 4 + (within * Math.PI) / 360)) / Math.PI) / 2) * side
}
const pathOf = ({ geometry: { type, coordinates } }) =>
  (type === 'Polygon' ? coordinates : coordinates.flat())
    .map((ring) => `M${ring.map(([lng, lat]) => `${x(lng).toFixed(1)} ${y(lat).toFixed(1)}`).join('L')}Z`)
    .join('')
const waters = [read('sea'), read('lakes').filter(({ properties: { km2 } }) => km2 > SMALLEST_LAKE_KM2)]
const svg = waters.map((water) => `<path fill-rule="evenodd" d="${water.map(pathOf).join('')}"/>`).join('')
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="100%" height="100%" fill="#fff"/>${svg}</svg>`
const mask = await sharp(Buffer.from(picture), { unlimited: true, limitInputPixels: false }).greyscale().raw().toBuffer()
const grey = await sharp(relief, { limitInputPixels: false }).greyscale().raw().toBuffer()

const blur = (pixels, px = AROUND_PX) => sharp(pixels, raw).blur(px).raw().toColourspace('b-w').toBuffer()
// The source's coast is a pixel or two off, and its sea is dark.
const inland = await blur(mask, 1.6)
const isLand = (at) => inland[at] > 235
const share = await blur(Buffer.from(mask.map((_, at) => (isLand(at) ? 255 : 0))))
const mean = await blur(Buffer.from(grey.map((value, at) => (isLand(at) ? value : 0))))
const differenceAt = (at) => (isLand(at) && share[at] > 0 ? grey[at] - (mean[at] * 255) / share[at] : 0)
// Eight times as large, so that whole numbers tell smooth land from rough.
const roughness = await blur(Buffer.from(grey.map((_, at) => Math.min(255, Math.abs(differenceAt(at)) * 8))))

const drawn = Buffer.alloc(side * side * 3)
for (let at = 0; at < side * side; at += 1) {
  const rough = share[at] > 0 ? (roughness[at] / 8) * (255 / share[at]) : 0
  const part = Math.min(1, Math.max(0, (rough - SMOOTH) / (ROUGH - SMOOTH)))
  const difference = differenceAt(at) * GAIN * part * part * (3 - 2 * part)
  const tone = Math.min(255 - PLAIN[0], difference)
  for (const [channel, plain] of PLAIN.entries()) drawn[at * 3 + channel] = Math.max(0, plain + tone)
}
await sharp(drawn, { raw: { ...raw.raw, channels: 3 }, limitInputPixels: false })
  .webp({ quality: 45, smartSubsample: true })
  .toFile(path.join(sources, 'relief.webp'))

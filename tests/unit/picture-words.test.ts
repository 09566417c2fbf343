import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { useLegend } from '@/components/map/use-legend'
import { usePictureTexts } from '@/components/picture/use-take-picture'
import { describeDate } from '@/lib/client/format-date'
import { type PicturePlan, type PictureTexts, pictureType, planPicture } from '@/lib/client/picture/plan-picture'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import type { DrawnOverlays } from '@/lib/map/overlays'
import { createCaseStore } from '@/lib/server/case-store'
import words from '@/lib/words/en.json'
import { askBoard } from './ask-board'

const scale = { text: '500 km at 50°', px: 150 }
let linked: LinkedCase

beforeAll(async () => {
  const found = await createCaseStore('data').loadCase('2022-10-annexation')
  if (found === null) throw new Error('the committed case is gone')
  linked = found.linked
})

afterEach(() => vi.unstubAllGlobals())

/** What the picture of a view says, as its parts hand it on, and where the plan puts it. */
function compose(query: string, overlays: DrawnOverlays, bounds?: Bounds): { texts: PictureTexts; plan: PicturePlan } {
  const said = askBoard(linked, query, (shown) => {
    const legend = useLegend(overlays)(shown.place, bounds ?? linked.bounds)
    return usePictureTexts(overlays)(legend.map(({ name }) => name))
  })
  const texts = { ...said, scale }
  const measure = (text: string, font: keyof typeof pictureType) => text.length * pictureType[font].size * 0.45
  return { texts, plan: planPicture({ width: 1600, height: 1000 }, texts, measure) }
}

/** The plan's words, as they are read from above. */
const readAll = ({ texts }: PicturePlan) => texts.map(({ text }) => text).join(' ')

test('a picture says what it shows: title, time, filter, legend, scale, notes and its own address', () => {
  const { plan } = compose('?t=2022-09-26/2022-09-30&side=russia&kind=quotation', { ids: [], laidOver: null })
  const said = readAll(plan)
  for (const part of [
    linked.title,
    'Dated 26–30 September 2022',
    'Only: Quotations; side: Russia',
    'Claimed territory',
    scale.text,
    words.page.boundary,
    words.page.attribution,
    `Case updated ${describeDate(linked.updated, 'en').text}, version ${linked.caseVersion}. Picture made on`,
    `https://board.example/cases/2022-10-annexation?t=2022-09-26/2022-09-30&kind=quotation&side=russia&v=${linked.caseVersion}`,
  ])
    expect(said).toContain(part)
  // Nothing of it is cut, and each name of the legend has its mark.
  expect(said).not.toContain('…')
  expect(plan.marks).toHaveLength(plan.texts.filter(({ font }) => font === 'legend').length)
})

test('the legend has the layers that are shown, what is drawn over them, and the dashes of the ground', () => {
  const drawn: DrawnOverlays = { ids: ['laid-over', 'voices', 'measure'], laidOver: 'Kherson' }
  const { texts } = compose('?layers=annexed-oblasts,reactions', drawn)
  expect(texts.legend).toEqual([
    'Claimed territory',
    'Reactions',
    'Kherson, moved, at true size',
    words.overlays.voices,
    words.overlays.measure,
    words.borders.legend,
  ])
})

test('a shape laid elsewhere is said to claim nothing, and only where there is one', () => {
  const note = 'The shape of Kherson at true size, moved. Not a claim about borders here.'
  expect(readAll(compose('', { ids: ['laid-over'], laidOver: 'Kherson' }).plan)).toContain(note)
  expect(readAll(compose('', { ids: ['measure'], laidOver: null }).plan)).not.toContain('Not a claim')
})

test('the legend of a picture has the marks that are on it, and no others', () => {
  const legendOf = (bounds: Bounds) => compose('', { ids: [], laidOver: null }, bounds).texts.legend.join(' · ')
  const bornholm = legendOf([14.3, 54.62, 16.35, 55.72])
  expect(bornholm).toContain('Nord Stream pipelines')
  expect(bornholm).not.toContain('Claimed territory')
  expect(legendOf([30, 45, 40, 50])).toContain('Claimed territory')
})

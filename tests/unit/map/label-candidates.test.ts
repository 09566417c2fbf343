import { describe, expect, it } from 'vitest'
import { labelCandidates, type MapLabel } from '@/lib/map/label-candidates'

/** A letter is half as wide as the text is large. */
const widthOf = (text: string) => text.length * 5

const label: MapLabel = {
  at: [100, 50],
  runs: [{ text: 'Odesa', scale: 1 }],
  sizePx: 10,
  letterSpacingEm: 0,
  lineHeightEm: 1.2,
  maxWidthEm: 10,
  anchors: [['center', [0, 0]]],
}

describe('where a label may stand', () => {
  it('is about its point, as wide as its words and as high as its line', () => {
    expect(labelCandidates(label, widthOf)).toEqual([{ left: 87.5, top: 44, right: 112.5, bottom: 56 }])
  })

  it('is beside its point by each of its anchors, the best first', () => {
    const anchors: MapLabel['anchors'] = [
      ['left', [1, 0]],
      ['right', [-1, 0]],
      ['bottom', [0, -1]],
    ]
    const [right, left, above] = labelCandidates({ ...label, anchors }, widthOf)
    expect(right).toMatchObject({ left: 110, right: 135, top: 44 })
    expect(left).toMatchObject({ left: 65, right: 90 })
    expect(above).toMatchObject({ top: 28, bottom: 40 })
  })

  it('is wider by the space between its letters', () => {
    const [box] = labelCandidates({ ...label, letterSpacingEm: 0.1 }, widthOf)
    expect(box).toMatchObject({ left: 85, right: 115 })
  })

  it('is as many lines as its words need, each about as long as the others', () => {
    const [box] = labelCandidates({ ...label, runs: [{ text: 'Sea of Azov', scale: 1 }], maxWidthEm: 4 }, widthOf)
    expect(box).toMatchObject({ top: 38, bottom: 62, left: 85, right: 115 })
  })

  it('counts what is written larger, and lines that the text breaks itself', () => {
    const runs = [
      { text: 'about ', scale: 1 },
      { text: '98', scale: 2 },
      { text: '\ndays', scale: 1 },
    ]
    const [box] = labelCandidates({ ...label, runs }, widthOf)
    expect(box).toMatchObject({ left: 75, right: 125, top: 32, bottom: 68 })
  })

  it('has no height for a line without words', () => {
    const [box] = labelCandidates({ ...label, runs: [{ text: 'a\n\nb', scale: 1 }] }, widthOf)
    expect(box).toMatchObject({ top: 38, bottom: 62 })
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, type PictureTexts, pictureType, planPicture, wrapText } from '@/lib/client/picture/plan-picture'
import { kmPerPixel, scaleBar } from '@/lib/geo/camera-to-bounds'

const size = { width: 1600, height: 1000 }
const measure = (text: string, font: keyof typeof pictureType) => Array.from(text).length * pictureType[font].size * 0.5

function boxesOf(texts: PictureTexts): Box[] {
  const plan = planPicture(size, texts, measure)
  return [...plan.texts, ...plan.marks, plan.map, plan.scaleBar, plan.rule]
}

function overlap(a: Box, b: Box): boolean {
  const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
  return !apart
}

const words = fc.string({ minLength: 1, maxLength: 24 }).filter((text) => text.trim() !== '')
const sentence = fc.array(words, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(' '))
const anyTexts: fc.Arbitrary<PictureTexts> = fc.record({
  title: sentence,
  shown: fc.array(sentence, { maxLength: 5 }),
  legend: fc.array(words, { maxLength: 12 }),
  scale: fc.record({ text: words, px: fc.integer({ min: 40, max: 180 }) }),
  notes: fc.array(sentence, { maxLength: 4 }),
})

describe('the plan of a picture', () => {
  test('whatever it says, nothing overlaps, all is inside and a map remains', () => {
    fc.assert(
      fc.property(anyTexts, (texts) => {
        const boxes = boxesOf(texts)
        for (const [index, box] of boxes.entries()) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.y).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(size.width)
          expect(box.y + box.height).toBeLessThanOrEqual(size.height)
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false)
        }
        expect(planPicture(size, texts, measure).map.height).toBeGreaterThan(300)
      }),
    )
  })

  test('a long legend wraps, each mark beside its name', () => {
    const legend = Array.from({ length: 12 }, (_, index) => `A layer with a long name ${index}`)
    const { texts, marks } = planPicture(
      size,
      { title: 'T', shown: [], legend, scale: { text: '1 km', px: 100 }, notes: [] },
      measure,
    )
    const names = texts.filter(({ font }) => font === 'legend')
    expect(new Set(names.map(({ y }) => y)).size).toBeGreaterThan(1)
    for (const [index, mark] of marks.entries()) {
      expect(names[index]?.x).toBe(mark.x + mark.width + 10)
      expect(names[index]?.y).toBeLessThan(mark.y)
    }
  })
})

describe('wrapped text', () => {
  const letters = (text: string) => Array.from(text).length

  test('keeps every word, and no line is too wide', () => {
    expect(wrapText('one two three four', 9, letters, 9)).toEqual(['one two', 'three', 'four'])
  })

  test('breaks a word that is wider than a line', () => {
    expect(wrapText('go https://a.example/x', 8, letters, 9)).toEqual(['go', 'https://', 'a.exampl', 'e/x'])
  })

  test('what does not fit ends in an ellipsis', () => {
    expect(wrapText('one two three four', 9, letters, 2)).toEqual(['one two', 'three fo…'])
  })
})

describe('the scale bar', () => {
  test('is a round length no wider than its room', () => {
    expect(scaleBar(1.7, 180)).toEqual({ km: 300, px: 300 / 1.7 })
    expect(scaleBar(0.01, 100)).toEqual({ km: 1, px: 100 })
    expect(() => scaleBar(0, 100)).toThrow(RangeError)
  })

  test('a pixel at zoom 0 is the equator over 512, and half of that at 60°', () => {
    expect(kmPerPixel(0, 0)).toBeCloseTo(78.2715, 3)
    expect(kmPerPixel(0, 60)).toBeCloseTo(39.1358, 3)
  })
})

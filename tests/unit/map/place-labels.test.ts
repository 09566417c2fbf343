import { describe, expect, it } from 'vitest'
import { loadOutlines } from '@/lib/server/font-outlines'
import { besideMark, onPoint, placeLabels, type SvgLabel } from '@/lib/server/place-labels'

const frame = { width: 200, height: 100 }
const outline = await loadOutlines([])

function label(text: string, at: [number, number], more: Partial<SvgLabel> = {}): SvgLabel {
  const run = { text, face: 'sans', size: 12, colour: '#000' } as const
  return { at, wordings: [[[run]]], anchors: onPoint, emPx: 12, halo: '#fff', ...more }
}

/** What is written, and where each begins. */
function written(labels: SvgLabel[], covered: Parameters<typeof placeLabels>[2] = []): [string, number][] {
  const svg = placeLabels(labels, frame, covered, outline)
  return [...svg.matchAll(/aria-label="([^"]*)" transform="translate\(([\d.]+) /g)].map(([, text = '', x]) => [
    text,
    Number(x),
  ])
}

const texts = (...args: Parameters<typeof written>) => written(...args).map(([text]) => text)

describe('labels of a still map', () => {
  it('give way to those before them', () => {
    expect(texts([label('first', [100, 50]), label('second', [104, 52])])).toEqual(['first'])
  })

  it('are left out where an edge would cut them, or would nearly', () => {
    expect(texts([label('cut', [6, 50]), label('near', [100, 95]), label('free', [100, 50])])).toEqual(['free'])
  })

  it('stand on another side where the best has no room', () => {
    const [[, right] = [], [, left] = []] = written([
      label('right', [100, 30], { anchors: besideMark(1) }),
      label('left', [180, 60], { anchors: besideMark(1) }),
    ])
    expect(right).toBeGreaterThan(100)
    expect(left).toBeLessThan(168)
  })

  it('are not written where something covers the map', () => {
    expect(texts([label('under', [100, 50])], [{ left: 90, top: 40, right: 95, bottom: 60 }])).toEqual([])
  })

  it('say less where there is no room for more', () => {
    const run = (text: string) => [{ text, face: 'sans', size: 12, colour: '#000' } as const]
    const wordings = [[run('all that there is to say of it, and more than has room')], [run('brief')]]
    expect(texts([label('', [100, 50], { wordings })])).toEqual(['brief'])
  })
})

describe('text as outlines', () => {
  it('is as wide as its letters, kerned, and wider with space between them', () => {
    const plain = outline('AVA', 'sansSemibold')?.widthEm ?? 0
    expect(plain).toBeGreaterThan(1.5)
    expect(plain).toBeLessThan(3 * (outline('A', 'sansSemibold')?.widthEm ?? 0))
    expect(outline('AVA', 'sansSemibold', 0.1)?.widthEm).toBeCloseTo(plain + 0.3)
  })

  it('writes a letter the same way wherever it stands, so that it compresses', () => {
    const contours = outline('nnn', 'sans')
      ?.path.split('m')
      .slice(1)
      .map((contour) => contour.replace(/^\S+ \S+?(?=[a-z])/, ''))
    expect(new Set(contours).size).toBe(1)
  })

  it('is in the script that it is in, and none where no font of ours has it', async () => {
    const write = await loadOutlines(['Київ', 'القاهرة'])
    expect(write('Київ', 'sans')?.path).toMatch(/^m/)
    expect(write('القاهرة', 'sans')).toBeNull()
  })
})

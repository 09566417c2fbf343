// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { followPixelRatio } from '@/components/map/pixel-ratio'

afterEach(() => vi.unstubAllGlobals())

it('tells of every change of the pixel ratio until it is stopped', () => {
  const queries: { asked: string; target: EventTarget }[] = []
  vi.stubGlobal('matchMedia', (asked: string) => {
    const target = new EventTarget()
    queries.push({ asked, target })
    return target
  })
  const changeTo = (ratio: number) => {
    vi.stubGlobal('devicePixelRatio', ratio)
    queries.at(-1)?.target.dispatchEvent(new Event('change'))
  }
  let changes = 0
  const stop = followPixelRatio(() => changes++)
  changeTo(2)
  changeTo(1.5)
  expect(changes).toBe(2)
  expect(queries.map(({ asked }) => asked)).toEqual([
    '(resolution: 1dppx)',
    '(resolution: 2dppx)',
    '(resolution: 1.5dppx)',
  ])
  stop()
  changeTo(1)
  expect(changes).toBe(2)
})

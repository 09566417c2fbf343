import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readWallView } from '@/lib/url/wall-view'

it('reads what the address says', () => {
  expect(
    readWallView('?scene=the-queue&as=evidence&distance=4.5&diagonal=98&theme=light&pair=open&v=2026-11-28.29'),
  ).toEqual({
    scene: 'the-queue',
    role: 'evidence',
    distanceM: 4.5,
    diagonalInches: 98,
    theme: 'light',
    offersPairing: true,
    version: '2026-11-28.29',
  })
})

it('takes a 65 inch display three metres away where nothing is said', () => {
  expect(readWallView('')).toEqual({
    scene: null,
    role: 'mirror',
    distanceM: 3,
    diagonalInches: 65,
    theme: 'dark',
    offersPairing: false,
    version: null,
  })
})

it('keeps distance and diagonal within what a display can be', () => {
  expect(readWallView('?distance=0&diagonal=1')).toMatchObject({ distanceM: 0.3, diagonalInches: 5 })
  expect(readWallView('?distance=9999&diagonal=9999')).toMatchObject({ distanceM: 100, diagonalInches: 1000 })
  expect(readWallView('?distance=-3&diagonal=1e3')).toMatchObject({ distanceM: 3, diagonalInches: 65 })
})

it('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (search) => {
      expect(readWallView(search).distanceM).toBeGreaterThan(0)
    }),
  )
})

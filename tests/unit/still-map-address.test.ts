import { expect, test } from 'vitest'
import { readStillSize, stillMapAddress } from '@/lib/url/still-map-address'
import { readView } from '@/lib/url/view-codec'

test('the address of a still map carries what decides its drawing, and nothing else', () => {
  const view = readView('?place=UA-65&page=figures&t=2022-09-26/2022-09-30&by=putin&map=4/50/30&measure=1,2;3,4')
  expect(stillMapAddress({ id: 'x', version: 'v1' }, view, { width: 800, height: 700 }, ['UA-65'])).toBe(
    '/api/cases/x/map.svg?t=2022-09-26/2022-09-30&by=putin&map=4/50/30&size=800x700&places=UA-65&v=v1',
  )
})

test.each(['0x0', '100x300', '99999x300', '300', 'axb', '300x300x300', '2001x300'])('%s is no size', (text) => {
  expect(readStillSize(text)).toBeNull()
})

test('a size within the limits is read', () => {
  expect(readStillSize('800x700')).toEqual({ width: 800, height: 700 })
})

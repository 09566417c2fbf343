import { describe, expect, test } from 'vitest'
import { cameraToBounds } from '@/lib/geo/camera-to-bounds'
import { readStillRequest, readStillSize, stillCamera, stillMapAddress, stillSize } from '@/lib/url/still-map-address'
import { readView } from '@/lib/url/view-codec'

const address = (query: string) =>
  stillMapAddress({ id: 'x', version: 'v1' }, readView(query), { width: 800, height: 700 }, ['UA-65'])

test('the address of a still map carries what decides its drawing, and nothing else', () => {
  expect(address('?place=UA-65&page=figures&t=2022-09-26/2022-09-30&by=putin&map=4/50/30')).toBe(
    '/api/cases/x/map.svg?t=2022-09-26/2022-09-30&by=putin&map=4/50/30&size=800x700&places=UA-65&v=v1',
  )
  expect(address('?quotation=forever&lines=voices&measure=1,2;3,4&over=UA-65@-8,39.5,90')).toBe(
    '/api/cases/x/map.svg?quotation=forever&lines=voices&measure=1,2;3,4&over=UA-65@-8,39.5,90&size=800x700&places=UA-65&v=v1',
  )
})

test('the camera of a still map is the view’s, or shows all', () => {
  const size = { width: 800, height: 400 }
  expect(stillCamera([20, 40, 40, 50], readView('?map=5/48/33'), size)).toEqual({ center: [33, 48], zoom: 5 })
  const [west, south, east, north] = cameraToBounds(stillCamera([20, 40, 40, 50], readView(''), size), size)
  expect(west <= 20 && south <= 40 + 1e-9 && east >= 40 && north >= 50 - 1e-9).toBe(true)
})

test.each(['0x0', '60x300', '99999x300', '300', 'axb', '300x300x300', '4097x300'])('%s is no size', (text) => {
  expect(readStillSize(text)).toBeNull()
})

test('a size within the limits is read', () => {
  expect(readStillSize('800x700')).toEqual({ width: 800, height: 700 })
})

describe('what else an address asks of a still map', () => {
  const size = { width: 112, height: 92 }
  const read = (query: string) => readStillRequest(new URLSearchParams(query))
  const nothing = {
    size: stillSize,
    density: 1,
    selected: [],
    bounds: null,
    locator: null,
    scale: 1,
    names: true,
    insets: 'none',
  }

  test('of bounds beyond the square of the map as far as it goes', () => {
    const bounds = [-190, -90, 200, 89.5] as const
    const written = stillMapAddress({ id: 'x', version: 'v1' }, readView(''), size, [], { bounds })
    expect(read(written.slice(written.indexOf('?'))).bounds).toEqual([-190, -85, 200, 85])
  })

  test('of pixels is no more than a large screen has', () => {
    expect(read('?size=2560x1440&density=2')).toMatchObject({ size: { width: 2560, height: 1440 }, density: 2 })
    expect(read('?size=3840x2160&density=2')).toMatchObject({ size: { width: 3840, height: 2160 }, density: 1 })
    expect(read('?size=4096x4096&density=2')).toMatchObject({ size: { width: 4096, height: 4096 }, density: 1 })
  })

  test('is read as it was written', () => {
    const wish = {
      bounds: [-9.5, 36, 30.25, 60] as const,
      locator: 'exodus',
      scale: 0.6,
      names: false,
      insets: 'all' as const,
      density: 2 as const,
    }
    const written = stillMapAddress({ id: 'x', version: 'v1' }, readView('?theme=dark'), size, ['a', 'b'], {
      ...wish,
      format: 'webp',
    })
    expect(written).toBe(
      '/api/cases/x/map.webp?theme=dark&size=112x92&density=2&bounds=-9.5,36,30.25,60&locator=exodus&scale=0.6&names=none&insets=all&places=a,b&v=v1',
    )
    expect(read(written.split('?')[1] ?? '')).toEqual({ size, selected: ['a', 'b'], ...wish })
  })

  test('is nothing where nothing is asked', () => {
    expect(read('')).toEqual(nothing)
  })

  test.each([
    'bounds=1,2,3',
    'bounds=3,2,1,4',
    'bounds=1,2,3,',
    'bounds=1,2,3,89',
    'bounds=-999,2,3,4',
    'bounds=a,b,c,d',
    'bounds=1,2,3,4,5',
    'density=0',
    'density=99',
    'scale=0',
    'scale=9',
    'scale=x',
    'names=some',
    'insets=some',
    'places=',
  ])('%s is nothing', (query) => {
    expect(read(query)).toEqual(nothing)
  })
})

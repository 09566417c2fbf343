import { describe, expect, it } from 'vitest'
import { readStillSize, stillMapAddress } from '@/lib/url/still-map-address'
import { readTimeWindow, writeTimeWindow } from '@/lib/url/time-window'
import { readView, recordAddress, writeView } from '@/lib/url/view-codec'
import { readWallView } from '@/lib/url/wall-view'

describe('the view in the address', () => {
  it.each([
    ['theme=light', { theme: 'light' }],
    ['theme=dark', { theme: 'dark' }],
    ['lines=voices', { voices: '' }],
    ['lines=voices.envoy', { voices: 'envoy' }],
    ['page=the-figures', { page: 'the-figures' }],
    [`page=${'a'.repeat(24)}`, { page: 'a'.repeat(24) }],
    ['v=2026-11-28.29', { version: '2026-11-28.29' }],
    ['map=-5.5/-10.25/-20', { map: { zoom: 2, lat: -10.25, lng: -20 } }],
    ['map=1/89/-300', { map: { zoom: 2, lat: 80, lng: 60 } }],
    [`place=${'a'.repeat(64)}`, { focus: { kind: 'place', id: 'a'.repeat(64) } }],
  ])('says %s', (query, said) => {
    expect(readView(`?${query}`)).toEqual({ ...readView(''), ...said })
  })

  it.each([
    'lines=all',
    'page=Figures',
    'page=',
    `page=${'a'.repeat(25)}`,
    'map=5/50/x',
    'map=x5/50/30',
    'map=5/50/30x',
    'map=1000/50/30',
    `place=${'a'.repeat(65)}`,
    'place=-a',
    `layers=${'a'.repeat(65)}`,
    'layers=-a',
  ])('says nothing by %s', (query) => {
    expect(readView(`?${query}`)).toEqual(readView(''))
  })

  it('has a hundred layers at most', () => {
    const many = Array.from({ length: 120 }, (_, at) => `l${at}`)
    expect(readView(`?layers=${many.join()}`).layers).toEqual(many.slice(0, 100))
  })

  it('leaves out digits of the camera that no screen shows', () => {
    const map = { zoom: 5.126, lat: 50.12346, lng: -30.00004 }
    expect(writeView({ ...readView(''), map })).toBe('?map=5.13/50.1235/-30')
  })

  it('says nothing where there is nothing to say', () => {
    expect(writeView(readView(''))).toBe('')
  })
})

describe('the address of a record', () => {
  it('has the record and the version that it is linked from, and nothing else', () => {
    expect(recordAddress('x', { kind: 'place', id: 'UA-65' }, '2026-11-28.29')).toBe(
      '/cases/x?place=UA-65&v=2026-11-28.29',
    )
    expect(recordAddress('x', { kind: 'figure', id: 'queue' }, null)).toBe('/cases/x?figure=queue')
  })
})

describe('the address of a still map', () => {
  const address = (query: string, places: string[] = []) =>
    stillMapAddress({ id: 'x', version: 'v1' }, readView(query), { width: 800, height: 700 }, places)

  it('has its size, places and version where the view says nothing', () => {
    expect(address('', ['a', 'b'])).toBe('/api/cases/x/map.svg?size=800x700&places=a,b&v=v1')
  })

  it('keeps a speaker in focus, whose lines are drawn, and no event', () => {
    expect(address('?speaker=anna')).toBe('/api/cases/x/map.svg?speaker=anna&size=800x700&v=v1')
    expect(address('?event=sailing')).toBe('/api/cases/x/map.svg?size=800x700&v=v1')
  })

  it.each(['64x64', '4096x4096', '64x4096', '112x92'])('may ask for %s', (text) => {
    const [width, height] = text.split('x').map(Number)
    expect(readStillSize(text)).toEqual({ width, height })
  })

  it.each([null, '63x64', '64x63', '4097x4096', '4096x4097', 'a300x300', '300x300a'])('may not ask for %s', (text) => {
    expect(readStillSize(text)).toBeNull()
  })
})

describe('a window of time in the address', () => {
  const read = (text: string) => {
    const window = readTimeWindow(text)
    return window && [new Date(window.start).toISOString(), new Date(window.end).toISOString()]
  }

  it.each([
    ['the first day that it may name', '1800-01-01/1800-01-01', '1800-01-01T00:00:00.000Z', '1800-01-02T00:00:00.000Z'],
    ['the last', '2199-12-31/2199-12-31', '2199-12-31T00:00:00.000Z', '2200-01-01T00:00:00.000Z'],
    ['minutes before', 'PT90M/2022-09-26T02:00Z', '2022-09-26T00:30:00.000Z', '2022-09-26T02:00:00.000Z'],
    ['seconds before', 'PT90S/2022-09-26T02:00Z', '2022-09-26T01:58:30.000Z', '2022-09-26T02:00:00.000Z'],
    ['hours before', 'PT3H/2022-09-26T02:00Z', '2022-09-25T23:00:00.000Z', '2022-09-26T02:00:00.000Z'],
    ['a month before, which is shorter', 'P1M/2022-03-30', '2022-02-28T00:00:00.000Z', '2022-03-31T00:00:00.000Z'],
    ['years before', 'P2Y/2022', '2021-01-01T00:00:00.000Z', '2023-01-01T00:00:00.000Z'],
    ['a day from a time of day', '2022-09-26T02:30Z/P1D', '2022-09-26T02:30:00.000Z', '2022-09-27T02:30:00.000Z'],
    ['months over a year’s end', '2022-11-15/P3M', '2022-11-15T00:00:00.000Z', '2023-02-15T00:00:00.000Z'],
    ['December', '2022-12/2022-12', '2022-12-01T00:00:00.000Z', '2023-01-01T00:00:00.000Z'],
  ])('has %s', (_, text, start, end) => {
    expect(read(text)).toEqual([start, end])
  })

  it('is written to the second, without seconds where there are none, and to the day where whole days allow it', () => {
    const at = (text: string) => Date.parse(text)
    const write = (start: string, end: string) => writeTimeWindow({ start: at(start), end: at(end) })
    expect(write('2022-09-26T02:03:24.400Z', '2022-09-26T03:00:00.600Z')).toBe(
      '2022-09-26T02:03:24Z/2022-09-26T03:00:01Z',
    )
    expect(write('2022-09-26T02:03:00Z', '2022-09-27T00:00:00Z')).toBe('2022-09-26T02:03Z/2022-09-26')
    expect(write('2022-09-26T00:00:00Z', '2022-09-27T00:00:00Z')).toBe('2022-09-26/2022-09-26')
  })
})

describe('the address of a wall', () => {
  it.each(['The-Queue', '-a', 'a b', 'a'.repeat(65), ''])('starts at the beginning for the scene “%s”', (scene) => {
    expect(readWallView(`?scene=${scene}`).scene).toBeNull()
  })

  it('may say the distance to a fraction of a millimetre', () => {
    expect(readWallView('?distance=4.1234').distanceM).toBe(4.1234)
  })
})

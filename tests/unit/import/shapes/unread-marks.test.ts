import { expect, it } from 'vitest'
import { closeCommas } from '@/lib/import/shapes/unread-marks'
import { bringText } from '../import-kit'

const kml = (inner: string) =>
  `<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${inner}</Document></kml>`
const placed = (name: string, inner: string, at = '35,47') =>
  `<Placemark><name>${name}</name>${inner}<Point><coordinates>${at}</coordinates></Point></Placemark>`
const gpx = (inner: string) => `<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1">${inner}</gpx>`

it('when a placemark is comes as one date, whichever way it is written', async () => {
  const span = (inner: string) => `<TimeSpan>${inner}</TimeSpan>`
  const track = `<Placemark><name>E</name><gx:Track>${['10', '11'].map((hour) => `<when>2022-03-01T${hour}:00:00Z</when>`).join('')}<gx:coord>35 47 0</gx:coord><gx:coord>36 48 0</gx:coord></gx:Track></Placemark>`
  const { features, faults } = await bringText(
    'a.kml',
    kml(
      placed('A', '<TimeStamp><when>2022-03-05</when></TimeStamp>') +
        placed('B', span('<begin>2022-03</begin><end>2022-04-01</end>')) +
        placed('C', span('<begin>2022-03</begin>')) +
        placed('D', '') +
        track,
    ),
  )
  expect(faults).toEqual([])
  expect(features.map(({ properties }) => [properties.name, properties.date])).toEqual([
    ['A', '2022-03-05'],
    ['B', '2022-03/2022-04-01'],
    ['C', '2022-03/..'],
    ['D', undefined],
    ['E', '2022-03-01T10:00:00Z/2022-03-01T11:00:00Z'],
  ])
})

it('folders are columns, and the last position is not taken for another’s', async () => {
  const { features } = await bringText(
    'a.kml',
    kml(`<Folder><name>Out</name><Folder><name>In</name>${placed('A', '')}</Folder></Folder>${placed('B', '')}`),
  )
  expect(features.map(({ properties }) => properties.folder)).toEqual(['Out / In', undefined])
})

it('a position that cannot be read is a fault, and one with spaces behind its commas none', async () => {
  const { features, faults } = await bringText('a.kml', kml(placed('A', '', '35;47') + placed('B', '', '35, 47, 0')))
  expect(features.map(({ properties }) => properties.name)).toEqual(['B'])
  expect(faults).toEqual([expect.stringContaining('a.kml, row 1, column “coordinates”: “35;47” is no position')])
})

it('pictures over the ground are told, and no rows', async () => {
  const { source, features } = await bringText(
    'a.kml',
    kml(`<GroundOverlay><name>x</name></GroundOverlay>${placed('A', '')}`),
  )
  expect(features).toHaveLength(1)
  expect(source.found).toEqual(['1 pictures that lie over the ground or the screen, which are not read'])
})

it('way-points and tracks that cannot be drawn are faults, in the order of the file’s kinds', async () => {
  const { source, features, faults } = await bringText(
    'a.gpx',
    gpx(
      '<wpt lat="abc" lon=""><name>none</name></wpt><wpt lat="47" lon="35"><name>A</name></wpt>' +
        '<trk><name>one</name><trkseg><trkpt lat="47" lon="35"/></trkseg></trk>' +
        '<trk><name>T</name><trkseg><trkpt lat="47" lon="35"/><trkpt lat="x" lon="35"/><trkpt lat="48" lon="36"/></trkseg></trk>',
    ),
  )
  expect(features.map(({ properties }) => properties.name)).toEqual(['A', 'T'])
  expect(faults).toEqual([
    expect.stringContaining('a.gpx, row 1, column “coordinates”: “a track of one point” has no position'),
    expect.stringContaining('a.gpx, row 3, column “coordinates”: “wpt lat="abc" lon=""” has no position'),
  ])
  expect(source.found).toEqual(['1 points of tracks and routes have no position and are left out'])
})

it('a track is as long as it took', async () => {
  const points = ['10', '11'].map(
    (hour) => `<trkpt lat="${hour}" lon="35"><time>2022-03-01T${hour}:00:00Z</time></trkpt>`,
  )
  const { features } = await bringText('a.gpx', gpx(`<trk><trkseg>${points.join('')}</trkseg></trk>`))
  expect(features[0]?.properties.time).toBe('2022-03-01T10:00:00Z/2022-03-01T11:00:00Z')
})

it('elements whose names have a prefix are not passed over in silence', async () => {
  const prefixed =
    '<k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:Placemark><k:Point><k:coordinates>1,2</k:coordinates></k:Point></k:Placemark></k:kml>'
  await expect(bringText('a.kml', prefixed)).rejects.toThrow('elements with a prefix')
})

it('a position may have no zero before its point', async () => {
  const { features, faults } = await bringText(
    'a.kml',
    kml(placed('A', '', '-.1276,51.5') + placed('B', '', '35,+.5,0')),
  )
  expect(faults).toEqual([])
  expect(features.map(({ geometry }) => geometry?.coordinates)).toEqual([
    [-0.1276, 51.5],
    [35, 0.5],
  ])
})

it('an empty shape among several does not cost the others', async () => {
  const point = (at: string) => `<Point><coordinates>${at}</coordinates></Point>`
  const several = (name: string, inner: string) =>
    `<Placemark><name>${name}</name><MultiGeometry>${inner}</MultiGeometry></Placemark>`
  const { features, faults } = await bringText(
    'a.kml',
    kml(several('A', point('35,47') + point(' ')) + several('B', point(''))),
  )
  expect(features.map(({ properties }) => properties.name)).toEqual(['A'])
  expect(faults).toEqual([expect.stringContaining('row 2')])
})

it('white space without end is gone through once', () => {
  const text = `<coordinates>${' '.repeat(1_000_000)}1 , 2${'\n'.repeat(1_000_000)}x</coordinates>`
  const started = performance.now()
  expect(closeCommas(text)).toMatch(/1,2\n/)
  expect(performance.now() - started).toBeLessThan(2_000)
})

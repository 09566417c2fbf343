import { describe, expect, it } from 'vitest'
import { bringText } from './import-kit'

const georss =
  'xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#"'

describe('a feed', () => {
  it('of RSS has its positions by GeoRSS, GML or the W3C’s geo', async () => {
    const items = [
      '<georss:point>55.5 15.7</georss:point>',
      '<georss:where><gml:Point><gml:pos>55.6 15.8</gml:pos></gml:Point></georss:where>',
      '<geo:lat>55.7</geo:lat><geo:long>15.9</geo:long>',
      '<georss:polygon>1 2 1 3 2 3 1 2</georss:polygon>',
      '<georss:point>55.5</georss:point>',
      '',
    ].map(
      (place, at) =>
        `<item><title>Item ${at}</title><link>https://example.org/${at}</link><pubDate>Mon, 26 Sep 2022 00:03:24 GMT</pubDate><description>&lt;p&gt;Words&lt;/p&gt;</description>${place}</item>`,
    )
    const { features, faults } = await bringText(
      'feed.xml',
      `<?xml version="1.0"?><rss version="2.0" ${georss}><channel>${items.join('')}</channel></rss>`,
    )
    expect(features.map(({ geometry }) => geometry?.coordinates)).toEqual([
      [15.7, 55.5],
      [15.8, 55.6],
      [15.9, 55.7],
      undefined,
      [
        [
          [2, 1],
          [3, 1],
          [3, 2],
          [2, 1],
        ],
      ],
    ])
    expect(features[0]?.properties).toEqual({
      name: 'Item 0',
      note: 'Words',
      date: '2022-09-26T00:03:24Z',
      link: 'https://example.org/0',
    })
    expect(faults).toEqual([expect.stringContaining('row 5, column “position”: “["55.5"]” is no position')])
  })

  it('of Atom is read as well', async () => {
    const entry =
      '<entry><title>A</title><link rel="self" href="https://example.org/self"/><link href="https://example.org/a"/><updated>2022-09-26T02:03:24+02:00</updated><georss:point>1 2</georss:point></entry>'
    const { features } = await bringText(
      'feed.atom',
      `<feed xmlns="http://www.w3.org/2005/Atom" ${georss}>${entry}</feed>`,
    )
    expect(features[0]?.properties).toMatchObject({
      name: 'A',
      date: '2022-09-26T02:03:24+02:00',
      link: 'https://example.org/a',
    })
  })
})

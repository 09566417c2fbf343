import { expect, it } from 'vitest'
import { decodeEntities } from '@/lib/import/text/entities'
import { bringText } from '../import-kit'

it.each([
  ['Ukraine&#8217;s', 'Ukraine’s'],
  ['A &amp; B &mdash; &#x41;', 'A & B — A'],
  ['&unknown; &constructor;', '&unknown; &constructor;'],
  ['a&#0;b&#xD800;c&#99999999;', 'a b c&#99999999;'],
])('%s', (text, expected) => expect(decodeEntities(text)).toBe(expected))

it('titles of a feed that were escaped twice are words', async () => {
  const item = '<item><title>A &amp;amp; B&amp;#8217;s</title></item>'
  const { features } = await bringText('a.xml', `<rss version="2.0"><channel>${item}</channel></rss>`)
  expect(features[0]?.properties.name).toBe('A & B’s')
})

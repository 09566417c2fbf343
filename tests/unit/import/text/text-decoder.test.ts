import { expect, it } from 'vitest'
import { createDecoder } from '@/lib/import/text/text-decoder'
import { bring, file } from '../import-kit'

it('windows-1252 has dashes, quotation marks and the euro sign', () => {
  expect(createDecoder('windows-1252').decode(Uint8Array.of(0x80, 0x93, 0x41, 0x94, 0x96, 0xe9))).toBe('€“A”–é')
})

it('so they are read from tables and feeds', async () => {
  const bytes = (text: string) =>
    Uint8Array.from([...text], (letter) => ({ '“': 0x93, '”': 0x94, é: 0xe9 })[letter] ?? letter.charCodeAt(0))
  const { features } = await bring(file('a.csv', bytes('name,lat,lon\n“Café”,47,35\n')))
  expect(features[0]?.properties.name).toBe('“Café”')
  const feed =
    '<?xml version="1.0" encoding="windows-1252"?><rss><channel><item><title>“Café”</title></item></channel></rss>'
  expect((await bring(file('a.xml', bytes(feed)))).features[0]?.properties.name).toBe('“Café”')
})

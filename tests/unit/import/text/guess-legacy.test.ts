import { expect, it } from 'vitest'
import { detectEncoding } from '@/lib/import/text/detect-encoding'
import { guessLegacy } from '@/lib/import/text/guess-legacy'
import { bring, encode, file, utf16 } from '../import-kit'

it.each([
  ['windows-1252', 'name,lat\nKöln – “Dom”,47\nSão Paulo,-23\n'],
  ['windows-1252', 'name,lat\nMÜNCHEN,48\nZÜRICH,47\n'],
  ['windows-1252', 'name,warmth\nA,12 °C\n'],
  ['windows-1250', 'nazwa;lat\nŁódź;51\nKraków;50\nGdańsk;54\n'],
  ['windows-1251', 'назва;lat\nХарків;49\nОДЕСА;46\n'],
  ['windows-1253', 'όνομα;lat\nΑθήνα;37\nΘεσσαλονίκη;40\n'],
  ['windows-1254', 'ad;lat\nKahramanmaraş;37\nŞanlıurfa;37\nElazığ;38\n'],
  ['windows-1256', 'الاسم;lat\nبيروت;33\nدمشق;33\n'],
  ['koi8-u', 'назва;lat\nХарків;49\nОдеса;46\n'],
  ['ibm866', 'название;lat\nСанкт-Петербург;59\n'],
  ['macintosh', 'name,lat\nZürich,47\nGenève,46\n'],
  ['shift_jis', '名称,lat\n東京タワー,35\n大阪,34\n'],
  ['gb18030', '名称,lat\n北京市朝阳区,39\n上海,31\n'],
  ['big5', '名稱,lat\n台北市信義區,25\n高雄市,22\n'],
  ['euc-kr', '이름,lat\n서울특별시,37\n부산,35\n'],
])('a table in %s is known by its letters', (label, text) => {
  const bytes = encode(text, label)
  expect(guessLegacy(bytes)).toBe(label)
})

it('any bytes are in one of them', () => {
  expect(guessLegacy(Uint8Array.from({ length: 512 }, (_, index) => index % 256))).toBeTypeOf('string')
  expect(guessLegacy(new Uint8Array())).toBe('windows-1252')
})

it('is told, and its names are read', async () => {
  const { source, features } = await bring(file('a.csv', encode('name,lat,lon\n東京,35.68,139.69\n', 'shift_jis')))
  expect(source.found).toContain('not UTF-8: read as shift_jis')
  expect(features[0]?.properties.name).toBe('東京')
})

it('UTF-16 without a mark is known where few of its letters are Latin', () => {
  const bytes = utf16('Назва;Широта;Довгота\nОдеса, обласний центр на Чорному морі;46;30\n', false)
  expect(detectEncoding(bytes).label).toBe('utf-16le')
})

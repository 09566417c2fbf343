import { expect, it } from 'vitest'
import { dbfEncoding } from '@/lib/import/shapes/dbf-encoding'
import { encode } from '../import-kit'

function dbf(text: Uint8Array, driver = 0): Uint8Array {
  const bytes = new Uint8Array(32 + text.length)
  bytes[29] = driver
  bytes.set(text, 32)
  return bytes
}

it.each([
  ['UTF-8', 'utf-8'],
  ['65001', 'utf-8'],
  ['1251', 'windows-1251'],
  ['CP1251\n', 'windows-1251'],
  ['ANSI 1251', 'windows-1251'],
  ['ISO 88591', 'windows-1252'],
  ['88592', 'iso-8859-2'],
  ['932', 'shift_jis'],
])('a .cpg of “%s” means %s', (cpg, label) => {
  expect(dbfEncoding(dbf(new Uint8Array()), cpg)).toEqual({ label, how: null })
})

it('without one the table’s own byte says it, and without that its letters', () => {
  const cyrillic = encode('Харків, Одеса', 'windows-1251')
  expect(dbfEncoding(dbf(encode('Харков', 'ibm866'), 0x65), undefined)).toMatchObject({ label: 'ibm866' })
  expect(dbfEncoding(dbf(cyrillic), undefined)).toEqual({
    label: 'windows-1251',
    how: 'no .cpg says how its texts are written: read as windows-1251, by its letters',
  })
  expect(dbfEncoding(dbf(cyrillic), 'SYSTEM').how).toContain('its .cpg, “SYSTEM”, does not say')
})

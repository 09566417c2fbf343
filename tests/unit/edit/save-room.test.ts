import { expect, it } from 'vitest'
import { fitsOneSave } from '@/lib/edit/save-room'
import { limits } from '@/lib/limits'

const edits = (count: number, note: string) =>
  Array.from({ length: count }, (_, at) => ({
    file: 'layers/a.geojson',
    id: `row-${at}`,
    base: null,
    value: { id: `row-${at}`, note },
  }))

it('a save has room for so many records', () => {
  expect(fitsOneSave(edits(limits.editor.edits, ''))).toBe(true)
  expect(fitsOneSave(edits(limits.editor.edits + 1, ''))).toBe(false)
})

it('and for so many bytes of them, as they are sent', () => {
  expect(fitsOneSave(edits(19_900, 'x'.repeat(1000)))).toBe(true)
  expect(fitsOneSave(edits(19_900, 'x'.repeat(1500)))).toBe(false)
  expect(fitsOneSave(edits(19_900, 'ж'.repeat(750)))).toBe(false)
})

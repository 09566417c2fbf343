import { findNodeAtLocation } from 'jsonc-parser'
import { describe, expect, it } from 'vitest'
import { placesIn } from '@/lib/schema/slice-positions'

const text = '{\n  "id": "one",\n\n  "title": "One"\n}'
const slice = { text, offset: 340, pointer: '/records/3', line: 20 }

describe('where a record says something', () => {
  it('is the line of the file, counted from that on which the record begins', () => {
    const { lineAt } = placesIn(slice)
    const lines = ['{', '"id"', '"title"', '}'].map((piece) => lineAt(text.indexOf(piece)))
    expect(lines).toEqual([20, 21, 23, 24])
  })

  it('is the line that a break ends, and the next one from the character behind it', () => {
    const { lineAt } = placesIn(slice)
    const breakAt = text.indexOf('\n')
    expect([breakAt - 1, breakAt, breakAt + 1].map(lineAt)).toEqual([20, 20, 21])
  })

  it('is found in its tree', () => {
    const { root, lineAt } = placesIn(slice)
    const title = root && findNodeAtLocation(root, ['title'])
    expect(title?.value).toBe('One')
    expect(lineAt(title?.offset ?? 0)).toBe(23)
  })

  it('is its only line where it has one, and none of a tree where nothing stands', () => {
    const { root, lineAt } = placesIn({ text: '', offset: 0, pointer: '/0', line: 7 })
    expect(root).toBeUndefined()
    expect(lineAt(0)).toBe(7)
  })

  it('is read once of a whole file, which has many entries, and anew of a record', () => {
    const file = { ...slice, pointer: '' }
    expect(placesIn(file).root).toBe(placesIn(file).root)
    expect(placesIn(slice).root).not.toBe(placesIn(slice).root)
  })
})

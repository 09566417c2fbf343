import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FindDocument } from '@/lib/find/find-documents'
import { isMatched, makeFindIndex } from '@/lib/find/find-index'
import { excerptAround, markWords } from '@/lib/find/mark-words'

const document = (id: string, ...names: string[]): FindDocument => ({
  ...{ key: `place ${id}`, kind: 'place', id, names, texts: [] },
})
const documents = [
  document('tokyo', '東京電力は福島第一原子力発電所の事故を発表した'),
  document('bangkok', 'กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย'),
  document('beijing', '北京市人民政府宣布'),
  document('kana', 'ウクライナのドローン攻撃'),
  document('drone', 'Drone 71'),
  document('khmer', 'រាជធានីភ្នំពេញ'),
]

async function found(typed: string): Promise<string[]> {
  const find = await makeFindIndex(documents)
  return find(typed, 9).groups.flatMap((group) => group.found.map(({ id }) => id))
}

describe('finding in scripts without spaces', () => {
  it.each([
    ['福島', 'tokyo'],
    ['原子力', 'tokyo'],
    ['เมืองหลวง', 'bangkok'],
    ['人民政府', 'beijing'],
    ['京', 'beijing'],
    ['ドローン', 'kana'],
    ['ភ្នំពេញ', 'khmer'],
    ['Drone 7', 'drone'],
  ])('%s leads to %s', async (typed, id) => {
    expect(await found(typed)).toContain(id)
  })

  it('finds any two neighbours or more of any text, and not what does not stand there', async () => {
    const find = await makeFindIndex(documents)
    const letters = Array.from('東京電力は福島第一原子力発電所の事故を発表した')
    const part = fc.tuple(fc.nat(letters.length - 2), fc.integer({ min: 2, max: 9 }))
    fc.assert(
      fc.property(part, ([at, length]) => {
        const typed = letters.slice(at, at + length).join('')
        expect(find(typed, 9).groups.flatMap((group) => group.found.map(({ id }) => id))).toContain('tokyo')
      }),
    )
    expect(find('島福', 9).groups.flatMap((group) => group.found.map(({ id }) => id))).not.toContain('tokyo')
  })

  it('emphasises what was found and not the whole sentence', async () => {
    const { matched } = (await makeFindIndex(documents))('福島', 9)
    const isFound = (word: string) => isMatched(word, matched)
    const runs = markWords(documents[0]?.names[0] ?? '', isFound)
    expect(runs.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['福島'])
    expect(runs.map(({ text }) => text).join('')).toBe(documents[0]?.names[0])
    expect(excerptAround(`${'あ'.repeat(300)}福島`, isFound)).toBe('…福島')
  })
})

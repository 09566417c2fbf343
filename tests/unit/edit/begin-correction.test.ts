import { describe, expect, it } from 'vitest'
import { beginCorrection, isCorrectable } from '@/lib/edit/begin-correction'
import { openWorkspace, takeStep } from '@/lib/edit/workspace'

const known = (file: string, id: string, value: Readonly<Record<string, unknown>>) => ({
  ...{ file, id, version: '1', value: { id, ...value } },
})
const figure = known('figures.json', 'dead', { value: 40, counts: 'dead', passage: { exact: 'forty', start: 3 } })
const workspace = openWorkspace([
  known('case.json', 'own', { updated: '2030-03-01' }),
  figure,
  known('corrections.json', 'dead', { wrong: 'A' }),
])
const mended = { ...figure, value: { ...figure.value, value: 45, passage: { exact: 'forty-five', start: 9 } } }

describe('the correction of a record that was mended', () => {
  it('says what was wrong and what is right, and brings the case up to date', () => {
    const after = takeStep(workspace, [mended])
    expect(beginCorrection(after, mended, '2030-03-05')).toEqual([
      {
        file: 'corrections.json',
        id: 'dead-2',
        value: {
          id: 'dead-2',
          date: '2030-03-05',
          records: [{ kind: 'figure', id: 'dead' }],
          wrong: '40; forty',
          right: '45; forty-five',
          why: '',
        },
      },
      { file: 'case.json', id: 'own', value: { id: 'own', updated: '2030-03-05' } },
    ])
  })

  it('leaves a case as it is that was brought up to date since', () => {
    expect(beginCorrection(workspace, mended, '2030-02-01').map(({ file }) => file)).toEqual(['corrections.json'])
  })

  it('is of what readers may have seen, and of no layer', () => {
    expect(isCorrectable(workspace, mended)).toBe(true)
    expect(isCorrectable(workspace, { ...mended, id: 'new' })).toBe(false)
    const layer = known('layers.json', 'places', {})
    expect(isCorrectable(openWorkspace([layer]), layer)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { part, validFiles } from '../read-fixture'

const thread = { id: 'ferry', title: 'Ferry', hue: 'pine', sentence: 'The ferry sails again.', bounds: [9, 54, 13, 58] }
const inset = { id: 'harbour', title: 'The harbour', bounds: [10, 55, 11, 56] }

function withInsets(...insets: unknown[]) {
  const files = validFiles()
  const head: object = JSON.parse(files.get('case.json') ?? '')
  files.set('case.json', JSON.stringify({ ...head, threads: [thread], insets }))
  const { records, setAside } = part(files)
  return { insets: records?.head.insets, told: setAside.map(({ pointer, rule }) => [pointer, rule]) }
}

describe('insets of a case', () => {
  it('are read, with the thread that they belong to and the side that they stand on', () => {
    const whole = { ...inset, thread: 'ferry', side: 'right' }
    expect(withInsets(inset, { ...whole, id: 'quay' })).toEqual({ insets: [inset, { ...whole, id: 'quay' }], told: [] })
  })

  it('cost themselves where they are wrong, and not the case', () => {
    const { insets, told } = withInsets({ ...inset, bounds: [11, 55, 10, 56] }, { ...inset, id: 'quay' })
    expect(told).toEqual([['/insets/0/bounds', 'shape']])
    expect(insets?.map(({ id }) => id)).toEqual(['quay'])
  })

  it('name a thread that the case has', () => {
    const { insets, told } = withInsets({ ...inset, thread: 'nowhere' })
    expect(told).toEqual([['/insets/0/thread', 'reference']])
    expect(insets).toEqual([])
  })

  it('stand in a lower corner', () => {
    expect(withInsets({ ...inset, side: 'top' }).told).toEqual([['/insets/0/side', 'shape']])
  })

  it('need not be there', () => {
    expect(part(validFiles()).records?.head).not.toHaveProperty('insets')
  })
})

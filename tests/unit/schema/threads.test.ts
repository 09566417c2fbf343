import { describe, expect, it } from 'vitest'
import { linkCase } from '@/lib/derive/link-case'
import { part, validFiles } from '../read-fixture'

const thread = { id: 'ferry', title: 'Ferry', hue: 'pine', sentence: 'The ferry sails again.', bounds: [9, 54, 13, 58] }

/** The valid case with a thread, and a change to the file that is tried. */
function withThread(change: Record<string, (value: never) => unknown> = {}) {
  const files = validFiles()
  const edit = (file: string, edited: (value: never) => unknown) =>
    files.set(file, JSON.stringify(edited(JSON.parse(files.get(file) ?? '') as never)))
  edit('case.json', (head: object) => ({ ...head, threads: [{ ...thread, figure: 'crossed-office' }] }))
  for (const [file, edited] of Object.entries(change)) edit(file, edited)
  return part(files)
}

describe('threads of a case', () => {
  it('are read, and named by layers, events and scenes', () => {
    const first = ([head, ...rest]: object[]) => [{ ...head, thread: 'ferry' }, ...rest]
    const { records, setAside } = withThread({ 'layers.json': first, 'events.json': first, 'scenes.json': first })
    if (records === null) throw new Error('the case is lost')
    expect(setAside).toEqual([])
    expect(records.head.threads?.map(({ id, hue }) => [id, hue])).toEqual([['ferry', 'pine']])
    const { layers, events, scenes } = linkCase(records, [], [], {
      case: 'v',
      layers: new Map(records.layers.map(({ id }) => [id, 'v'])),
    })
    expect([layers[0]?.thread, events[0]?.thread, scenes[0]?.thread]).toEqual(['ferry', 'ferry', 'ferry'])
  })

  it('cost themselves where they are wrong, and not the case', () => {
    const { records, setAside } = withThread({
      'case.json': (head: object) => ({
        ...head,
        threads: [
          { ...thread, hue: 'puce' },
          { ...thread, id: 'second' },
        ],
      }),
    })
    expect(setAside.map(({ pointer, rule }) => [pointer, rule])).toEqual([['/threads/0/hue', 'shape']])
    expect(records?.head.threads?.map(({ id }) => id)).toEqual(['second'])
  })

  it('that are not there cost the event that names them, and the layer only its thread', () => {
    const lost = ([head, ...rest]: object[]) => [{ ...head, thread: 'nowhere' }, ...rest]
    const { records, setAside } = withThread({ 'layers.json': lost, 'events.json': lost })
    expect(setAside.map(({ file, rule }) => [file, rule])).toContainEqual(['events.json', 'reference'])
    const told = setAside.find(({ file }) => file === 'layers.json')
    expect(told).toMatchObject({ pointer: '/0/thread', id: 'annexed-oblasts', rule: 'reference' })
    expect(records?.layers[0]).not.toHaveProperty('thread')
    expect(records?.layers[0]?.places.length).toBeGreaterThan(0)
  })

  it('an event has a short name of at most thirty characters', () => {
    const label =
      (text: string) =>
      ([head, ...rest]: object[]) => [{ ...head, label: text }, ...rest]
    expect(withThread({ 'events.json': label('The ferry sails') }).setAside).toEqual([])
    expect(withThread({ 'events.json': label('x'.repeat(31)) }).setAside.map(({ pointer }) => pointer)).toContain(
      '/0/label',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { linkCase } from '@/lib/derive/link-case'
import { dependentsOf, listDependencies, tiesOf } from '@/lib/derive/origins/case-dependencies'
import { countCarried, listCarriages, tieSources } from '@/lib/derive/origins/count-origins'
import { validRecords } from '../read-fixture'

const source = (id: string, takesFrom?: string[]) => ({
  ...{ id, title: id, publisher: id },
  ...(takesFrom === undefined ? {} : { takesFrom }),
})
const ties = tieSources([source('a'), source('b', ['a']), source('c', [])])
const passage = (id: string) => ({ source: id, exact: 'words' })

describe('the reports that carry a record', () => {
  it('are tied by what each source takes from', () => {
    const tied = tieSources([source('a'), source('b', ['a'])])
    expect([tied.ids, tied.takesFrom]).toEqual([
      ['a', 'b'],
      [[], [0]],
    ])
  })

  it('are its passage’s source and all others that have it, with the bodies by way of which', () => {
    const records = [{ source: 'c', via: ['union'] }, { source: 'a' }]
    expect(listCarriages(ties, { passage: passage('a'), via: ['office'], records })).toEqual([
      { source: 'a', via: ['office'] },
      { source: 'c', via: ['union'] },
      { source: 'a', via: [] },
    ])
    expect(listCarriages(ties, { passage: passage('a') })).toEqual([{ source: 'a', via: [] }])
    expect(listCarriages(ties, { records: [{ source: 'c' }] })).toEqual([{ source: 'c', via: [] }])
    expect(listCarriages(ties, {})).toEqual([])
  })

  it('have it by way of nobody but their originals, where they are copies', () => {
    const records = [{ source: 'b', via: ['union'] }]
    expect(listCarriages(ties, { passage: passage('b'), via: ['office'], records })).toEqual([
      { source: 'b', via: [] },
      { source: 'b', via: [] },
    ])
    expect(listCarriages(ties, { passage: passage('gone'), via: ['office'] })).toEqual([
      { source: 'gone', via: ['office'] },
    ])
  })

  it('are counted with their origins', () => {
    expect(countCarried(ties, { passage: passage('a'), records: [{ source: 'b' }] })).toEqual({
      reports: 2,
      origins: 1,
    })
    expect(countCarried(ties, { passage: passage('b'), records: [{ source: 'c' }] })).toEqual({
      reports: 2,
      origins: 2,
    })
  })
})

describe('what a thing of a case stands on', () => {
  const records = validRecords()
  const linked = linkCase(records, [], [], { case: 'v', layers: new Map() })
  const [scene] = linked.scenes
  const [figure] = linked.figures
  const [event] = linked.events
  const [claim] = linked.claims
  if (!scene || !figure || !event || !claim) throw new Error('the valid case lacks a kind')
  const nothing = { ...linked, sources: [], actors: [], figures: [], quotations: [], statements: [], events: [] }
  const empty = { ...nothing, places: [], charts: [], scenes: [], claims: [] }
  const { id, title, words, camera, layers, dwellSeconds } = scene
  const bare = { id, title, words, camera, layers, dwellSeconds }
  const refs = (...names: string[]) => names.map((name) => ({ kind: name.split('/')[0], id: name.split('/')[1] }))

  it('is all that a scene shows, and nothing where it shows words', () => {
    const shown = { ...bare, figure: 'f', quotation: 'q', chart: 'c', sources: ['a'] }
    expect(listDependencies({ ...empty, scenes: [shown, bare] })).toMatchObject([
      { kind: 'scene', needs: refs('figure/f', 'quotation/q', 'chart/c', 'source/a') },
      { kind: 'scene', needs: [] },
    ])
  })

  it('is no reporter where nobody reports an event, and no rejection where nobody rejects a claim', () => {
    const events = [{ ...event, reportedBy: [] }]
    const claims = [{ ...claim, by: 'governor', rejections: [] }]
    expect(listDependencies({ ...empty, events, claims })).toMatchObject([
      { kind: 'event', anyOf: [] },
      { kind: 'claim', needs: refs('actor/governor'), anyOf: [] },
    ])
  })

  it('is the maker alone of a figure that was not worked out', () => {
    const { inputs: _, ...counted } = { inputs: [], ...figure, by: 'office' }
    expect(listDependencies({ ...empty, figures: [counted] })).toMatchObject([{ needs: refs('actor/office') }])
  })

  it('is no other for a place than its sources, where no figure sizes it and nothing shows it', () => {
    const properties = { layer: 'quays', name: 'p', kind: 'k', accuracyKm: null, sources: ['a'], related: [] }
    const near = { ...{ quotations: [], figures: [], statements: [], events: [] }, bounds: null, anchor: null }
    const places = [{ id: 'p', ...properties, ...near } as unknown as (typeof linked.places)[number]]
    expect(listDependencies({ ...empty, places })).toEqual([
      { kind: 'place', id: 'p', needs: [], anyOf: [refs('source/a')] },
    ])
  })

  it('is made once for a case, and anew for another', () => {
    expect(tiesOf(linked).ids).toEqual(['report', 'bulletin', 'reprint'])
    expect(tiesOf(linked)).toBe(tiesOf(linked))
    expect(dependentsOf(linked)).toBe(dependentsOf(linked))
    expect(tiesOf({ ...linked })).not.toBe(tiesOf(linked))
    expect(dependentsOf(linked).refs.length).toBeGreaterThan(20)
  })
})

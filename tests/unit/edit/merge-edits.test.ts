import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeEdits } from '@/lib/edit/merge-edits'
import { type KnownRecord, type RecordAt, type RecordEdit, recordKey, sameValue } from '@/lib/edit/record-edit'
import { changesSince, editsToRestore, type RecordChange } from '@/lib/edit/versions'

/** A server that is nothing but the rule: the records, and what each save did. */
class Shelf {
  readonly records = new Map<string, KnownRecord>()
  readonly history: RecordChange[][] = []
  #versions = 0

  readonly current = (at: RecordAt) => this.records.get(recordKey(at))

  save(edits: readonly RecordEdit[]) {
    const merged = mergeEdits(this.current, edits)
    if (merged.conflicts.length > 0) return merged
    const changes = merged.writes.map((edit): RecordChange => {
      const before = this.current(edit)?.value ?? null
      if (edit.value === null) this.records.delete(recordKey(edit))
      else this.records.set(recordKey(edit), { version: `v${++this.#versions}`, value: edit.value })
      return { file: edit.file, id: edit.id, before, after: edit.value }
    })
    if (changes.length > 0) this.history.push(changes)
    return merged
  }
}

const ids = ['a', 'b', 'c', 'd'] as const
const file = 'events.json'

type Move =
  | { kind: 'look'; who: number }
  | { kind: 'edit'; who: number; id: string; words: string | null }
  | { kind: 'save'; who: number; keepMine: boolean }

const who = fc.nat({ max: 2 })
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('look' as const), who }),
  fc.record({
    kind: fc.constant('edit' as const),
    who,
    id: fc.constantFrom(...ids),
    words: fc.oneof({ weight: 5, arbitrary: fc.string({ maxLength: 3 }) }, { weight: 1, arbitrary: fc.constant(null) }),
  }),
  fc.record({ kind: fc.constant('save' as const), who, keepMine: fc.boolean() }),
)

/** An editor by the same rules, written anew and plainly: what it has seen, and what it wants. */
interface Editor {
  seen: Map<string, KnownRecord>
  wanted: Map<string, RecordEdit['value']>
}

describe('saves of several editors', () => {
  it('lose nothing, in 10,000 interleavings: who overwrites a record has seen it, and who has not is shown both', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 24 }), (moves) => {
        const shelf = new Shelf()
        const editors = [0, 1, 2].map((): Editor => ({ seen: new Map(), wanted: new Map() }))
        for (const each of moves) {
          const editor = editors[each.who]
          if (editor === undefined) continue
          if (each.kind === 'look') {
            for (const id of ids) {
              const key = recordKey({ file, id })
              const now = shelf.records.get(key)
              if (editor.wanted.has(key)) continue
              if (now === undefined) editor.seen.delete(key)
              else editor.seen.set(key, now)
            }
          } else if (each.kind === 'edit') {
            const value = each.words === null ? null : { id: each.id, words: each.words }
            editor.wanted.set(recordKey({ file, id: each.id }), value)
          } else {
            const edits = [...editor.wanted].map(([key, value]): RecordEdit => {
              return { file, id: key.slice(key.indexOf('#') + 1), base: editor.seen.get(key)?.version ?? null, value }
            })
            const before = new Map(shelf.records)
            const saves = shelf.history.length
            const { conflicts, writes } = shelf.save(edits)
            if (conflicts.length > 0) {
              expect(shelf.records).toEqual(before)
              expect(shelf.history.length).toBe(saves)
            }
            for (const edit of edits) {
              const there = before.get(recordKey(edit))
              const conflict = conflicts.find((one) => recordKey(one) === recordKey(edit))
              const isUnseen = (there?.version ?? null) !== edit.base && !sameValue(there?.value ?? null, edit.value)
              // Exactly those records conflict that somebody else has changed; both versions are whole.
              expect(conflict !== undefined).toBe(isUnseen)
              if (conflict !== undefined)
                expect(conflict).toEqual({ file, id: edit.id, mine: edit.value, theirs: there ?? null })
            }
            for (const conflict of conflicts) {
              const key = recordKey(conflict)
              if (conflict.theirs === null) editor.seen.delete(key)
              else editor.seen.set(key, conflict.theirs)
              if (!each.keepMine) editor.wanted.delete(key)
            }
            if (conflicts.length > 0) continue
            for (const { id } of writes) {
              const key = recordKey({ file, id })
              const now = shelf.records.get(key)
              if (now === undefined) editor.seen.delete(key)
              else editor.seen.set(key, now)
            }
            editor.wanted.clear()
          }
        }
        // Every record's changes are a chain: each begins with what the one before has made, so that none was passed over.
        const last = new Map<string, unknown>()
        for (const change of shelf.history.flat()) {
          expect(change.before).toEqual(last.get(change.id) ?? null)
          last.set(change.id, change.after)
        }
        for (const id of ids) expect(shelf.current({ file, id })?.value ?? null).toEqual(last.get(id) ?? null)
      }),
      { numRuns: 10_000 },
    )
  })

  it('can be taken back to any of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...ids), fc.option(fc.string({ maxLength: 2 }))), { maxLength: 20 }),
        fc.nat(),
        (saves, at) => {
          const shelf = new Shelf()
          const states = [new Map<string, unknown>()]
          const state = () => new Map([...shelf.records].map(([key, { value }]) => [key, value] as const))
          for (const [id, words] of saves) {
            const value = words === null ? null : { id, words }
            shelf.save([{ file, id, base: shelf.current({ file, id })?.version ?? null, value }])
            if (states.length <= shelf.history.length) states[shelf.history.length] = state()
          }
          const target = at % states.length
          const later = shelf.history.slice(target).map((changes) => ({ changes }))
          const edits = editsToRestore(changesSince(later), (record) => shelf.current(record)?.version ?? null)
          expect(shelf.save(edits).conflicts).toEqual([])
          expect(state()).toEqual(states[target])
        },
      ),
    )
  })

  it('agree where both have made the same of a record', () => {
    const shelf = new Shelf()
    shelf.save([{ file, id: 'a', base: null, value: { id: 'a', words: 'one', count: 1 } }])
    const again = shelf.save([{ file, id: 'a', base: null, value: { count: 1, words: 'one', id: 'a' } }])
    expect(again).toEqual({ writes: [], conflicts: [] })
  })
})

import { useEffect, useEffectEvent } from 'react'
import { isTaken, isTyping, keyOf } from '@/lib/client/keyboard'
import { isInDialog } from '@/lib/client/tool-store'
import { writeDay } from '@/lib/derive/calendar'
import { beginCorrection, isCorrectable } from '@/lib/edit/begin-correction'
import type { NewKind } from '@/lib/edit/new-record'
import { acceptProposals, joinRecords, listOpen, rejectRecord } from '@/lib/edit/proposals'
import { recordKey } from '@/lib/edit/record-edit'
import { passageOfPoints } from '@/lib/edit/text-marks'
import { takeStep, type WorkingRecord } from '@/lib/edit/workspace'
import type { EditorParts } from './editor-context'
import { fromWords } from './report-text'

/** Ids of what the keys lead to. */
export const FORM_ID = 'editor-form'
export const SAVE_ID = 'editor-save'

/** The keys of the editor and what each does, as they are listed on the page. */
export const editorKeys = [
  { keys: ['J', '↓'], does: 'next' },
  { keys: ['K', '↑'], does: 'previous' },
  { keys: ['A'], does: 'accept' },
  { keys: ['M'], does: 'mend' },
  { keys: ['O'], does: 'join' },
  { keys: ['X'], does: 'reject' },
  { keys: ['C'], does: 'correct' },
  { keys: ['1–6'], does: 'begin' },
  { keys: ['Ctrl Z'], does: 'undo' },
  { keys: ['Ctrl Y'], does: 'redo' },
  { keys: ['Ctrl S'], does: 'save' },
] as const

/** What can be done with the record that is worked on. */
export function useRecordActions({ store, selected, select, report }: EditorParts) {
  const working = () => [...store.current().workspace.working.values()]
  const open = () => listOpen(working())
  const record = () => working().find((each) => recordKey(each) === selected)
  /** The next that is to be checked after a record, of those that were open before it was decided. */
  const goOn = (from: WorkingRecord, before: readonly WorkingRecord[], by: 1 | -1) => {
    const left = new Set(open().map(recordKey))
    const at = before.findIndex((each) => recordKey(each) === recordKey(from))
    const after = by === 1 ? before.slice(at + 1) : before.slice(0, Math.max(0, at)).toReversed()
    const next = [...after, ...before].find((each) => left.has(recordKey(each)) && recordKey(each) !== recordKey(from))
    if (next !== undefined) select(recordKey(next))
  }
  const withRecord = (act: (record: WorkingRecord, open: readonly WorkingRecord[]) => void) => () => {
    const chosen = record()
    if (chosen !== undefined) act(chosen, open())
  }
  return {
    step: (by: 1 | -1) => {
      const chosen = record()
      const all = open()
      const [first] = all
      if (chosen === undefined) {
        if (first !== undefined) select(recordKey(first))
      } else goOn(chosen, all, by)
    },
    accept: withRecord((chosen, before) => {
      store.change((workspace) => acceptProposals(workspace, [chosen]))
      goOn(chosen, before, 1)
    }),
    reject: withRecord((chosen, before) => {
      // Without its head there is no case.
      if (chosen.file === 'case.json') return
      store.change((workspace) => rejectRecord(workspace, chosen))
      goOn(chosen, before, 1)
    }),
    /** Begins to tell what was wrong in the record before it was mended. */
    correct: withRecord((chosen) => {
      const { workspace } = store.current()
      if (!isCorrectable(workspace, chosen)) return
      const [correction, ...rest] = beginCorrection(workspace, chosen, writeDay(Date.now()))
      if (correction === undefined) return
      store.change((before) => takeStep(before, [correction, ...rest]))
      select(recordKey(correction))
    }),
    /** Joins the record with the next one of its kind. */
    join: withRecord((chosen) => {
      const alike = working().filter(({ file }) => file === chosen.file)
      const next = alike[alike.findIndex((each) => recordKey(each) === recordKey(chosen)) + 1]
      if (next === undefined) return
      store.change((workspace) =>
        joinRecords(workspace, [chosen, next], (source, { start, end }) =>
          report === null || source !== report.source
            ? null
            : passageOfPoints(report.marked, report.source, start, end),
        ),
      )
    }),
  }
}

/** Undo and redo, each leading to the record that it changes. */
export function useHistory({ store, select }: Pick<EditorParts, 'select' | 'store'>) {
  const go = (by: 'redo' | 'undo') => () => {
    const { steps, done } = store.current().workspace
    const changes = steps[by === 'undo' ? done - 1 : done]?.changes ?? []
    store[by]()
    const { working } = store.current().workspace
    // Of what came back or was changed; a record that has gone cannot be looked at.
    const there = changes.filter(({ key }) => working.has(key))
    const change = there.find(({ before, after }) => before === null || after === null) ?? there[0]
    if (change !== undefined) select(change.key)
  }
  return { undo: go('undo'), redo: go('redo') }
}

/** Saves what is typed, too, though its field has not been left: leaving it is what makes it count. */
function save(): void {
  const field = document.activeElement
  if (field instanceof HTMLElement && isTyping(field)) {
    field.blur()
    field.focus()
  }
  // Once the button knows of it.
  setTimeout(() => document.getElementById(SAVE_ID)?.click())
}

/** Has the keys do what their list says; those that go into a field are the field's. */
export function useEditorKeys(parts: EditorParts, begin: (kind: NewKind) => void): void {
  const actions = useRecordActions(parts)
  const { undo, redo } = useHistory(parts)
  const byKey: Readonly<Record<string, () => void>> = {
    j: () => actions.step(1),
    k: () => actions.step(-1),
    a: actions.accept,
    x: actions.reject,
    c: actions.correct,
    o: actions.join,
    m: () => document.getElementById(FORM_ID)?.querySelector<HTMLElement>('input, textarea, select')?.focus(),
  }
  const chord = (event: KeyboardEvent): (() => void) | undefined => {
    if (event.altKey || !(event.ctrlKey || event.metaKey)) return undefined
    const key = keyOf(event)
    if (key === 's') return save
    // In a field these take back what was typed there.
    if (isTyping(event.target)) return undefined
    if (key === 'y' || (key === 'z' && event.shiftKey)) return redo
    return key === 'z' ? undo : undefined
  }
  const plain = (event: KeyboardEvent): (() => void) | undefined => {
    if (isTaken(event) || isTyping(event.target) || isInDialog(event.target)) return undefined
    const key = keyOf(event)
    const kind = fromWords[Number(key) - 1]
    if (kind !== undefined) return () => begin(kind)
    const isOnList = event.target instanceof Element && event.target.closest('[data-record-list]') !== null
    if (isOnList && key === 'ArrowDown') return byKey.j
    if (isOnList && key === 'ArrowUp') return byKey.k
    return byKey[key]
  }
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const act = chord(event) ?? plain(event)
    if (act === undefined) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { BringAnswer, BroughtRows, OpenedFile } from '@/lib/client/bring/bring-messages'
import { BringSession, type SessionEnd } from '@/lib/client/bring/bring-session'
import { setDropped, setPreview, useDropped } from '@/lib/client/bring/brought-store'
import { recallChoices, rememberChoices } from '@/lib/client/bring/remembered-choices'
import { showBounds } from '@/lib/client/map-commands'
import { saveFile } from '@/lib/client/save-file'
import { writeDay } from '@/lib/derive/calendar'
import { widenBounds } from '@/lib/geo/camera-to-bounds'
import type { Mapping, Question } from '@/lib/import/columns/mapping'
import { emptyCollection } from '@/lib/map/overlays'
import { toId } from '@/lib/schema/plain-values'

/** What is shown at the least, so that a single place does not stand without anything around it. */
const LEAST_DEGREES = 0.5

export type BringState =
  | { kind: 'idle' }
  | { kind: 'reading'; name: string }
  | { kind: 'failed'; name: string; why: SessionEnd | { reason: string } }
  | {
      kind: 'opened'
      file: File
      opened: OpenedFile
      mapping: Mapping
      name: string
      outcome: BroughtRows | null
      rows: number
    }

/** The questions that are left open with a mapping. */
export function leftOpen({ questions }: OpenedFile, { dates, position }: Mapping): Question[] {
  return questions.filter(({ ask }) => (ask === 'order' ? dates.order === null : position === null))
}

/** "harbour incidents" of "harbour_incidents.csv". */
function nameOf(file: File): string {
  const stem = file.name
    .replace(/\.[^.]*$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  return stem === '' ? file.name : `${stem.charAt(0).toUpperCase()}${stem.slice(1)}`
}

/** Reads a file that was chosen or dropped, and shows on the map what its columns make of it. */
export function useBring() {
  const [state, setState] = useState<BringState>({ kind: 'idle' })
  const session = useRef<BringSession | null>(null)
  const made = useRef<((files: ReadonlyMap<string, string>) => void) | null>(null)
  const dropped = useDropped()

  const stop = useCallback(() => {
    session.current?.close()
    session.current = null
    setPreview(emptyCollection)
    setState({ kind: 'idle' })
  }, [])

  const convert = useCallback((opened: OpenedFile, mapping: Mapping, name: string) => {
    if (leftOpen(opened, mapping).length === 0) session.current?.ask({ kind: 'convert', mapping, name })
  }, [])

  const open = useCallback(
    (file: File, sheet: string | null = null) => {
      session.current?.close()
      setPreview(emptyCollection)
      setState({ kind: 'reading', name: file.name })
      const fail = (why: SessionEnd | { reason: string }) => setState({ kind: 'failed', name: file.name, why })
      const onAnswer = (answer: BringAnswer) => {
        if (answer.kind === 'opened') {
          const mapping = recallChoices(answer.columns, answer.mapping)
          const name = nameOf(file)
          setState({ kind: 'opened', file, opened: answer, mapping, name, outcome: null, rows: 0 })
          convert(answer, mapping, name)
        } else if (answer.kind === 'progress')
          setState((now) => (now.kind === 'opened' ? { ...now, rows: answer.rows } : now))
        else if (answer.kind === 'brought') {
          setPreview(answer.features)
          if (answer.bounds !== null) showBounds(widenBounds(answer.bounds, LEAST_DEGREES), true)
          setState((now) => (now.kind === 'opened' ? { ...now, outcome: answer } : now))
        } else if (answer.kind === 'zipped')
          saveFile(answer.name, new Blob([answer.bytes], { type: 'application/zip' }))
        else if (answer.kind === 'made') made.current?.(answer.files)
        else fail(answer.reason === null ? 'broken' : { reason: answer.reason })
      }
      session.current = new BringSession(onAnswer, fail)
      session.current.ask({ kind: 'open', file, sheet })
    },
    [convert],
  )

  const change = (part: Partial<Mapping>) => {
    if (state.kind !== 'opened') return
    const mapping = { ...state.mapping, ...part }
    rememberChoices(state.opened.columns, mapping)
    setState({ ...state, mapping, outcome: null, rows: 0 })
    setPreview(emptyCollection)
    convert(state.opened, mapping, state.name)
  }

  const make = (as: 'files' | 'zip', caseId: string, name: string) =>
    session.current?.ask({ kind: 'make', as, caseId, name, date: writeDay(Date.now()) })

  const zip = () => {
    if (state.kind === 'opened') make('zip', toId(state.name) || 'case', state.name)
  }

  /** The files of a small case of the rows; never answered where the file is put away meanwhile. */
  const makeFiles = (caseId: string, name: string) =>
    new Promise<ReadonlyMap<string, string>>((resolve) => {
      made.current = resolve
      make('files', caseId, name)
    })

  useEffect(() => {
    if (dropped === null) return
    setDropped(null)
    open(dropped)
  }, [dropped, open])

  // What was only looked at goes with the card.
  useEffect(
    () => () => {
      session.current?.close()
      setPreview(emptyCollection)
    },
    [],
  )

  return { state, open, stop, change, zip, makeFiles }
}

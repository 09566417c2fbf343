'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { gapKinds, listGaps } from '@/lib/edit/gaps'
import { type NewKind, newKinds } from '@/lib/edit/new-record'
import { isOpen, listOpen } from '@/lib/edit/proposals'
import { recordKey, sameValue } from '@/lib/edit/record-edit'
import { recordTitle } from '@/lib/edit/record-title'
import type { WorkingRecord } from '@/lib/edit/workspace'
import { AddEvidence } from './add-evidence'
import layout from './case-editor.module.css'
import styles from './editor.module.css'
import { useEditor, useSnapshot } from './editor-context'

/** The kinds of record, each by its file; places are in those of their layers. */
const fileKinds = {
  quotations: 'quotations.json',
  statements: 'statements.json',
  figures: 'figures.json',
  events: 'events.json',
  places: 'layers/',
  actors: 'actors.json',
  sources: 'sources.json',
  layers: 'layers.json',
  scenes: 'scenes.json',
  evidence: 'evidence.json',
  corrections: 'corrections.json',
  case: 'case.json',
} as const

const fileViews = Object.keys(fileKinds) as (keyof typeof fileKinds)[]
const views = ['open', 'changed', ...fileViews, ...gapKinds] as const
type View = (typeof views)[number]

/** What a list can begin a record of. */
const begins: Partial<Record<View, NewKind>> = Object.fromEntries(
  newKinds.map((kind) => [kind === 'place' ? 'places' : `${kind}s`, kind]),
)

/** Rows that are drawn; of more the rest is counted. */
const MOST_ROWS = 400

/** The kind of a record, as its list is called. */
export function viewOf(file: string): keyof typeof fileKinds {
  return (
    fileViews.find((view) => file === fileKinds[view] || (view === 'places' && file.startsWith('layers/'))) ?? 'case'
  )
}

function useLists(): ReadonlyMap<View, readonly WorkingRecord[]> {
  const { store } = useEditor()
  const { workspace } = useSnapshot(store)
  return useMemo(() => {
    const records = [...workspace.working.values()]
    const lists = new Map<View, readonly WorkingRecord[]>([
      ['open', listOpen(records)],
      [
        'changed',
        records.filter(
          (record) =>
            record.proposed === undefined && !sameValue(workspace.server.get(recordKey(record))?.value, record.value),
        ),
      ],
    ])
    for (const view of fileViews)
      lists.set(
        view,
        records.filter(({ file }) => viewOf(file) === view),
      )
    for (const [gap, lacking] of listGaps(records)) lists.set(gap, lacking)
    return lists
  }, [workspace])
}

/** The records in lists: what is to be checked first, then each kind, then what lacks a date, a place or a source. */
export function RecordList({ onBegin }: { onBegin(kind: NewKind): void }) {
  const t = useTranslations('editor')
  const { store, selected, select, faults } = useEditor()
  const { unreadable } = useSnapshot(store)
  const lists = useLists()
  const [chosen, setView] = useState<View | null>(null)
  // Where the case has no events, as one of a table, its places are what there is to look at.
  const view =
    chosen ?? (['open', 'events', 'places'] as const).find((each) => lists.get(each)?.length !== 0) ?? 'events'
  const records = lists.get(view) ?? []
  const faulty = useMemo(() => new Set(faults.map(({ file, id }) => `${file}#${id}`)), [faults])
  const begun = begins[view]
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (selected !== null) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <section className={`${layout.list} grows`} aria-label={t('records')} data-record-list="">
      <label className={layout.view}>
        <span className="visually-hidden">{t('list')}</span>
        <select value={view} onChange={({ target }) => setView(views.find((each) => each === target.value) ?? 'open')}>
          {views.map((each) => (
            <option key={each} value={each}>
              {t(`views.${each}`)} ({lists.get(each)?.length ?? 0})
            </option>
          ))}
        </select>
      </label>
      <ul ref={list}>
        {records.slice(0, MOST_ROWS).map((record) => (
          <li key={recordKey(record)}>
            <Button
              className={layout.row}
              aria-current={recordKey(record) === selected ? 'true' : undefined}
              data-open={isOpen(record) || undefined}
              onClick={() => select(recordKey(record))}
            >
              <span className={layout.rowKind}>
                {t(`views.${viewOf(record.file)}`)}
                {faulty.has(recordKey(record)) && <strong> · {t('faulty')}</strong>}
              </span>
              {recordTitle(record)}
            </Button>
          </li>
        ))}
      </ul>
      {records.length > MOST_ROWS && <p className={styles.hint}>{t('more', { count: records.length - MOST_ROWS })}</p>}
      {records.length === 0 && <p className={styles.hint}>{t('none')}</p>}
      {unreadable.length > 0 && (
        <ul className={styles.trouble} aria-label={t('unreadable')}>
          {unreadable.map(({ file, reason }) => (
            <li key={file}>{`${file}: ${reason}`}</li>
          ))}
        </ul>
      )}
      {view === 'evidence' && <AddEvidence />}
      {begun !== undefined && (
        <Button className={styles.button} onClick={() => onBegin(begun)}>
          {t('add', { kind: t(`kinds.${begun}`) })}
        </Button>
      )}
    </section>
  )
}

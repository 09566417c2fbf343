'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { OneOrigin } from '@/components/records/one-origin'
import colours from '@/components/ui/colour.module.css'
import { LayerMark } from '@/components/ui/layer-mark'
import type { FindState } from '@/lib/client/find/use-find-index'
import { markWords } from '@/lib/find/mark-words'
import styles from './palette-list.module.css'
import type { IsMatched } from './use-describe-found'
import type { PaletteContent, PaletteGroup, PaletteRow } from './use-palette-groups'

/** A text with the words that were found emphasised. */
function MarkedText({ text, isMatched }: { text: string; isMatched: IsMatched }) {
  return markWords(text, isMatched).map((run) =>
    run.marked ? (
      <mark key={run.at}>{run.text}</mark>
    ) : (
      <span key={run.at} data-run="">
        {run.text}
      </span>
    ),
  )
}

interface RowProps {
  id: string
  row: PaletteRow
  active: boolean
  isMatched: IsMatched
  onPoint(): void
  onChoose(): void
}

/** One line of the index: its mark, what it is called, and, after leaders, what it is. */
function Row({ id, row: { kind, words }, active, isMatched, onPoint, onChoose }: RowProps) {
  const { text, alias, detail, mark, colour, carried } = words
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and says which option is active
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={`${styles.row} ${styles[kind] ?? ''} ${colours[colour]}`}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.sign} aria-hidden="true">
        {mark === null ? <span className={styles.tick} /> : <LayerMark {...mark} />}
      </span>
      <span className={styles.text}>
        <MarkedText text={text} isMatched={isMatched} />
        {alias !== null && (
          <span lang={alias.language} className={styles.alias}>
            {' '}
            <MarkedText text={alias.text} isMatched={isMatched} />
          </span>
        )}
        {carried !== null && (
          <>
            {' '}
            <OneOrigin carried={carried} />
          </>
        )}
      </span>
      {detail !== '' && (
        <>
          <span className={styles.leader} aria-hidden="true" />
          <span className={styles.detail}>
            <MarkedText text={detail} isMatched={isMatched} />
          </span>
        </>
      )}
    </div>
  )
}

interface PaletteListProps {
  id: string
  rowId(index: number): string
  typed: string
  list: PaletteContent
  active: number
  state: FindState['is']
  onPoint(index: number): void
  onChoose(row: PaletteRow): void
}

/** Says what the list has and has not. */
function PaletteStatus({ typed, list, state }: Pick<PaletteListProps, 'typed' | 'list' | 'state'>) {
  const t = useTranslations('find')
  const count = list.groups.reduce((sum, group) => sum + group.count, 0)
  const text = typed.trim() === '' ? t('offered', { count }) : t('status', { count })
  return (
    <div className={styles.foot}>
      <p role="status">{state === 'ready' ? text : t(state)}</p>
      <p className={styles.keys}>{t('keys')}</p>
    </div>
  )
}

/** The lines that were found, kind by kind, under the field. */
export function PaletteList({ id, rowId, typed, list, active, state, onPoint, onChoose }: PaletteListProps) {
  const t = useTranslations('find')
  const listRef = useRef<HTMLDivElement>(null)
  const activeId = rowId(active)
  useEffect(() => {
    const line = document.getElementById(activeId)
    // The first line has its heading with it.
    if (active <= 0) listRef.current?.scrollTo({ top: 0 })
    else line?.scrollIntoView({ block: 'nearest' })
  }, [activeId, active])
  const starts = list.groups.map((_, index) =>
    list.groups.slice(0, index).reduce((sum, { rows }) => sum + rows.length, 0),
  )
  const line = (group: PaletteGroup, start: number) =>
    group.rows.map((row, index) => (
      <Row
        key={row.key}
        id={rowId(start + index)}
        row={row}
        active={start + index === active}
        isMatched={list.isMatched}
        onPoint={() => onPoint(start + index)}
        onChoose={() => onChoose(row)}
      />
    ))
  const isEmpty = list.groups.length === 0 && state !== 'making' && !list.isOut
  return (
    <>
      {isEmpty && (
        <div className={styles.nothing}>
          <p className={styles.nothingTitle}>{t('nothing', { typed: typed.trim() })}</p>
          <p>{t('advice')}</p>
        </div>
      )}
      <div
        ref={listRef}
        id={id}
        role="listbox"
        aria-label={t('results')}
        aria-busy={list.isOut}
        className={styles.list}
      >
        {list.groups.map((group, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a list box has groups of options, not fieldsets
          <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`} className={styles.group}>
            <p id={`${id}-${group.id}`} className={styles.heading}>
              {t(`groups.${group.id}`)}
              {group.count > group.rows.length && (
                <span className={styles.count}>{t('countOf', { shown: group.rows.length, count: group.count })}</span>
              )}
            </p>
            {line(group, starts[index] ?? 0)}
          </div>
        ))}
      </div>
      <PaletteStatus typed={typed} list={list} state={state} />
    </>
  )
}

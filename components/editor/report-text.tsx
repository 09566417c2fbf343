'use client'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { isOpen } from '@/lib/edit/proposals'
import { recordKey } from '@/lib/edit/record-edit'
import { recordTitle } from '@/lib/edit/record-title'
import { listMarks, marksAt, type TextMark } from '@/lib/edit/text-marks'
import type { Workspace } from '@/lib/edit/workspace'
import './highlights.css'
import layout from './case-editor.module.css'
import styles from './editor.module.css'
import { useEditor, useSnapshot } from './editor-context'

/** What can be made of selected words, by the key that does. */
export const fromWords = ['quotation', 'statement', 'figure', 'event', 'place', 'actor'] as const

interface Paragraph {
  start: number
  text: string
}

function splitParagraphs(text: string): Paragraph[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({ start: index, text: line }))
}

/** Where a place within the rendered text is, in code units of the text; null outside of it. */
function unitAt(node: Node | null, offset: number): number | null {
  const paragraph = (node instanceof Element ? node : node?.parentElement)?.closest('[data-start]')
  const start = Number(paragraph?.getAttribute('data-start') ?? Number.NaN)
  return Number.isNaN(start) ? null : start + (node?.nodeType === Node.TEXT_NODE ? offset : 0)
}

function caretAt({ clientX, clientY }: MouseEvent): number | null {
  const position = document.caretPositionFromPoint?.(clientX, clientY)
  return position ? unitAt(position.offsetNode, position.offset) : null
}

/** The selected stretch of the text, in code units; null for none. */
export function selectedStretch(): { start: number; end: number } | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = unitAt(range.startContainer, range.startOffset)
  const end = unitAt(range.endContainer, range.endOffset)
  return start === null || end === null || end <= start ? null : { start, end }
}

function toRange(paragraphs: ReadonlyMap<number, Text>, mark: TextMark): Range | null {
  const find = (unit: number, isEnd: boolean) => {
    for (const [start, node] of paragraphs)
      if (isEnd ? start < unit && unit <= start + node.length : start <= unit && unit < start + node.length)
        return { node, offset: unit - start }
    return null
  }
  const [from, to] = [find(mark.start, false), find(mark.end, true)]
  if (from === null || to === null) return null
  const range = new Range()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

const groups = ['open', 'names', 'done', 'chosen'] as const

function groupOf({ record }: TextMark, selected: string | null): (typeof groups)[number] {
  if (recordKey(record) === selected) return 'chosen'
  if (record.file === 'actors.json' || record.file.startsWith('layers/')) return 'names'
  return isOpen(record) ? 'open' : 'done'
}

/**
 * Paints the marks with the browser's own highlights (CSS Custom Highlight API): the text stays one text, marks may lie over
 * each other, and a thousand of them cost no element. A library for annotations would bring some 100 kB to do less.
 */
function useHighlights(element: HTMLElement | null, marks: readonly TextMark[], selected: string | null): void {
  useEffect(() => {
    if (element === null || !('highlights' in CSS)) return
    const paragraphs = new Map<number, Text>()
    for (const each of element.querySelectorAll('[data-start]'))
      if (each.firstChild instanceof Text) paragraphs.set(Number(each.getAttribute('data-start')), each.firstChild)
    const ranges = new Map(groups.map((group) => [group, [] as Range[]]))
    for (const mark of marks) {
      const range = toRange(paragraphs, mark)
      if (range !== null) ranges.get(groupOf(mark, selected))?.push(range)
    }
    for (const [index, group] of groups.entries()) {
      const highlight = new Highlight()
      for (const range of ranges.get(group) ?? []) highlight.add(range)
      highlight.priority = index
      CSS.highlights.set(`editor-${group}`, highlight)
    }
    return () => {
      for (const group of groups) CSS.highlights.delete(`editor-${group}`)
    }
  }, [element, marks, selected])
}

function titleOf({ working }: Workspace, source: string): string {
  const record = working.get(recordKey({ file: 'sources.json', id: source }))
  return record === undefined ? source : recordTitle(record)
}

interface ReportTextProps {
  /** Begins a record of the selected words. */
  onBegin(kind: (typeof fromWords)[number]): void
  /** Shows the text of another source of the case. */
  onRead(source: string): void
}

/** The report with its proposals and records marked in it: a click chooses, selected words become a record. */
export function ReportText({ onBegin, onRead }: ReportTextProps) {
  const t = useTranslations('editor')
  const { store, report, selected, select } = useEditor()
  const { workspace, texts } = useSnapshot(store)
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [hasSelection, setHasSelection] = useState(false)
  const marked = report?.marked
  const source = report?.source
  const paragraphs = useMemo(() => splitParagraphs(marked?.text ?? ''), [marked])
  const marks = useMemo(
    () => (marked === undefined ? [] : listMarks(marked, source ?? '', workspace.working.values())),
    [marked, source, workspace.working],
  )
  useHighlights(element, marks, selected)
  const first = marks.find(({ record }) => recordKey(record) === selected)
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (last.current === selected) return
    last.current = selected
    const start = paragraphs.findLast((each) => each.start <= (first?.start ?? -1))?.start
    element?.querySelector(`[data-start="${start}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selected, first, element, paragraphs])
  useEffect(() => {
    const look = () => setHasSelection(selectedStretch() !== null)
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  const choose = (event: MouseEvent) => {
    const unit = selectedStretch() === null ? caretAt(event) : null
    const [mark] = unit === null ? [] : marksAt(marks, unit)
    if (mark !== undefined) select(recordKey(mark.record))
  }
  return (
    <section className={`${layout.report} grows`} aria-label={t('report')}>
      <div className={layout.fromWords} role="toolbar" aria-label={t('fromWords')}>
        {texts.length > 1 && (
          <select
            aria-label={t('whichReport')}
            value={source ?? ''}
            onChange={({ target }) => onRead(target.value)}
            className={layout.which}
          >
            {texts.map((each) => (
              <option key={each.source} value={each.source}>
                {titleOf(workspace, each.source)}
              </option>
            ))}
          </select>
        )}
        <span className={styles.hint}>{t('fromWords')}</span>
        {fromWords.map((kind, index) => (
          <Button
            key={kind}
            className={styles.small}
            disabled={!hasSelection}
            // A button that takes the focus would take the selection away.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onBegin(kind)}
          >
            <kbd>{index + 1}</kbd> {t(`kinds.${kind}`)}
          </Button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the list has a button for each mark */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
      <div ref={setElement} className={layout.text} onClick={choose} tabIndex={0}>
        {paragraphs.map(({ start, text }) => (
          <p key={start} data-start={start}>
            {text}
          </p>
        ))}
        {paragraphs.length === 0 && <p className={styles.hint}>{t('noText')}</p>}
      </div>
    </section>
  )
}

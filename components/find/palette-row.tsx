'use client'
import { OneOrigin } from '@/components/records/one-origin'
import colours from '@/components/ui/colour.module.css'
import { LayerMark } from '@/components/ui/layer-mark'
import { markWords } from '@/lib/client/find/mark-words'
import styles from './palette.module.css'
import type { IsMatched } from './use-describe-found'
import type { PaletteRow } from './use-palette-groups'

/** A text with the words that were found emphasised. */
function MarkedText({ text, isMatched }: { text: string; isMatched: IsMatched }) {
  return markWords(text, isMatched).map((run) =>
    run.marked ? <mark key={run.at}>{run.text}</mark> : <span key={run.at}>{run.text}</span>,
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
export function Row({ id, row: { kind, words }, active, isMatched, onPoint, onChoose }: RowProps) {
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

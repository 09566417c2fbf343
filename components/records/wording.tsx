'use client'
import { useTranslations } from 'next-intl'
import type { LinkedQuotation, WordingRun } from '@/lib/derive/linked-case'
import styles from './quotation-card.module.css'
import { type ExcerptPiece, excerptWording, restoreTheirs, splitBlanks } from './wording-excerpt'

interface WordingExcerptProps {
  runs: readonly WordingRun[]
  words: string
  /** What it is compared with stands right above it. */
  above?: boolean
}

/** The other record's wording on one line of a card: differing words underlined, and ours in their place for the ear. */
export function WordingExcerpt({ runs, words, above = false }: WordingExcerptProps) {
  const pieces = excerptWording(restoreTheirs(runs, words))
  // A comparison has no ids; its runs never move, so their place is their identity.
  return <q className={styles.quoted}>{pieces.map((piece, index) => excerptPiece(piece, `${index}`, above))}</q>
}

function excerptPiece(piece: ExcerptPiece, key: string, above: boolean) {
  if (piece.kind === 'same')
    return (
      <span key={key} data-run="">
        {piece.text}
      </span>
    )
  if (piece.kind === 'context')
    return (
      <span key={key} data-run="" className={styles.context}>
        {piece.text}
      </span>
    )
  const [before, words, after] = splitBlanks(piece.text)
  return (
    <span key={key} data-run="">
      {before}
      <ins className={styles.differs}>{words}</ins>
      {piece.ours !== undefined && <InsteadOf words={piece.ours} above={above} />}
      {after}
    </span>
  )
}

function InsteadOf({ words, above }: { words: string; above: boolean }) {
  const t = useTranslations('quotation')
  return <span className="visually-hidden"> {t(above ? 'insteadAbove' : 'instead', { words })}</span>
}

interface WholeWordingProps {
  runs: readonly WordingRun[]
  /** The other record's wording as it stands there. */
  words: string
  side: 'ours' | 'theirs'
}

/** The marks around words: none about those that come in their own, single ones about those that have others inside. */
function marksOf(words: string): string | undefined {
  if (/^["“„«].*["”“»]$/su.test(words.trim())) return styles.bare
  return /["“”„«»]/u.test(words) ? styles.quotedSingly : styles.quoted
}

/**
 * One of the two wordings whole: `ours` as the report has it, `theirs` as the other record does. Screen readers do not
 * say `del` and `ins`, so that what differs is also told in words that only they have.
 */
export function WholeWording({ runs, words, side }: WholeWordingProps) {
  const t = useTranslations('differences')
  const own = side === 'theirs' ? restoreTheirs(runs, words) : runs
  const shown = own.filter((run) => run.kind === 'same' || run.kind === side)
  const text = shown.map((run) => run.text).join('')
  return (
    <q className={marksOf(text)}>
      {shown.map((run, index) => {
        const key = `${index}`
        const [before, changed, after] = splitBlanks(run.text)
        if (run.kind === 'same' || changed === '')
          return (
            <span key={key} data-run="">
              {run.text}
            </span>
          )
        const Changed = side === 'ours' ? 'del' : 'ins'
        return (
          <span key={key} data-run="">
            {before}
            <Changed className={styles.differs}>
              <span className="visually-hidden">{`${t(side === 'ours' ? 'onlyHere' : 'onlyThere')} `}</span>
              {changed}
              <span className="visually-hidden">{` ${t('end')}`}</span>
            </Changed>
            {index < shown.length - 1 && after}
          </span>
        )
      })}
    </q>
  )
}

/** Both wordings of one record, ours only where it differs. */
export function Wordings({ quotation, index }: { quotation: LinkedQuotation; index: number }) {
  const t = useTranslations('quotation')
  const record = quotation.records[index]
  const runs = quotation.comparisons[index]
  if (record === undefined) return null
  const differs = record.status === 'differs' && runs !== undefined
  return (
    <dl className={styles.wordings}>
      {differs && (
        <>
          <dt>{t('here')}</dt>
          <dd>
            <WholeWording runs={runs} words={record.words} side="ours" />
          </dd>
        </>
      )}
      <dt>{t('there')}</dt>
      <dd>
        <WholeWording
          runs={differs ? runs : [{ kind: 'same', text: record.words }]}
          words={record.words}
          side="theirs"
        />
      </dd>
    </dl>
  )
}

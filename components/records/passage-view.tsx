'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { requestPassage, scrollWithin, useRequestedPassage } from '@/lib/client/reveal-requests'
import type { LinkedQuotation } from '@/lib/derive/linked-case'
import { wholeWords } from '@/lib/derive/place-passages'
import type { Passage } from '@/lib/schema/passage'
import type { Focus } from '@/lib/url/view'
import styles from './quotation-card.module.css'
import { SourceLine } from './source-line'

interface PassageButtonProps {
  focus: Focus
  /** Of the record; without one, as a derived figure is, there is nothing to lead to. */
  passage: Passage | undefined
  /** The record's name or words: which passage it is, for those who hear the button alone. */
  of: string
  className?: string | undefined
}

/** Leads from a number or a word straight to its sentence: the record comes into focus, its passage into sight. */
export function PassageButton({ focus, passage, of, className }: PassageButtonProps) {
  const t = useTranslations('quotation')
  if (passage === undefined) return null
  const words = of.length > 60 ? `${of.slice(0, 60)}…` : of
  return (
    <RecordLink focus={focus} look="link" className={className} onChoose={() => requestPassage(passage)}>
      {t('passage')}
      <span className="visually-hidden"> {t('passageOf', { words })}</span>
    </RecordLink>
  )
}

/** Leads from what is told of a quotation to its words as the source has them. */
export function QuotationPassageButton({ quotation: { id, passage } }: { quotation: LinkedQuotation }) {
  return <PassageButton focus={{ kind: 'quotation', id }} passage={passage} of={passage.exact} />
}

interface PassageViewProps {
  passage: Passage
  note?: string | undefined
}

/** Where words stand in their source; or, where a record has none to quote, what we noted from it, as plain prose. */
export function PassageView({ passage, note }: PassageViewProps) {
  const t = useTranslations('source')
  const ref = useAskedFor(passage)
  const noted = passage.noted === true
  return (
    <PanelSection title={t(noted ? 'noted' : 'passage')}>
      {/* It takes the keyboard's place when it was asked for by name. */}
      <div ref={ref} tabIndex={-1} className={styles.passageViewWords}>
        {noted ? <p className={panel.prose}>{passage.exact}</p> : <MarkedWords passage={passage} />}
      </div>
      {note !== undefined && <p className={panel.prose}>{note}</p>}
      <SourceLine id={passage.source} />
      {noted ? <p className={panel.small}>{t('notedExplained')}</p> : <PassagePosition passage={passage} />}
    </PanelSection>
  )
}

/** Brings the passage into sight, and the keyboard to it, when a reader has asked for this one. */
function useAskedFor(passage: Passage) {
  const ref = useRef<HTMLDivElement>(null)
  const isAsked = useRequestedPassage() === passage
  useEffect(() => {
    const element = ref.current
    if (!isAsked || element === null) return
    requestPassage(null)
    element.focus({ preventScroll: true })
    scrollWithin(element)
  }, [isAsked])
  return ref
}

/** A little before, the words marked, a little after. */
export function MarkedWords({ passage }: { passage: Passage }) {
  const { prefix, exact, suffix } = passage
  const { before, after } = wholeWords(passage)
  return (
    <p className={styles.passage}>
      {prefix !== undefined && `…${before}`}
      <mark className={styles.exact}>{exact}</mark>
      {suffix !== undefined && `${after}…`}
    </p>
  )
}

function PassagePosition({ passage: { source: id, start, end } }: { passage: Passage }) {
  const { source } = useCase()
  const t = useTranslations('source')
  const numbers = new Intl.NumberFormat(useLocale())
  if (start === undefined || end === undefined) return <p className={panel.small}>{t('notHeld')}</p>
  const sha256 = source(id)?.sha256
  return (
    <>
      <p className={panel.small}>{t('position', { start: numbers.format(start), end: numbers.format(end) })}</p>
      {sha256 !== undefined && (
        <details className={panel.small}>
          <summary className={panel.summary}>{t('sha256')}</summary>
          <span className={styles.hash}>{sha256}</span>
        </details>
      )}
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { PassageButton } from '@/components/evidence/passage-button'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { Figure } from '@/lib/schema/figure'
import styles from './figure-card.module.css'
import panel from './panel.module.css'
import { useActorName, useAsOfText, useFigureText, useStatusText } from './use-words'

/** The numeral large in the serif, its qualifier and unit small beside it. */
export function FigureNumeral({ figure, size }: { figure: Figure; size: 'list' | 'panel' | 'large' }) {
  const { qualifier, numeral, unit } = useFigureText()(figure)
  // A range is twice as long as a number and would break over two lines at the same size.
  const long = numeral.length > 9 ? styles.long : ''
  return (
    <span className={`${styles.number} ${styles[size]} ${long}`}>
      {qualifier !== '' && <span className={styles.beside}>{qualifier} </span>}
      <span className={styles.numeral}>{numeral}</span>
      {unit !== '' && <span className={styles.beside}> {unit}</span>}
    </span>
  )
}

/** Who says so: the maker, and by way of whom it reached the report. */
function useMakerText(): (figure: Figure) => string {
  const t = useTranslations('figure')
  const name = useActorName()
  return (figure) =>
    figure.via === undefined
      ? t('says', { name: name(figure.maker) })
      : t('saysVia', { name: name(figure.maker), via: name(figure.via) })
}

interface FigureCardProps {
  figure: Figure
  size: 'list' | 'panel'
}

/** One number of the case: what it counts, who says so, how sure it is and as of when. The whole card chooses it. */
export const FigureCard = memo(function FigureCard({ figure, size }: FigureCardProps) {
  const { view, choose } = useCaseboard()
  const makerText = useMakerText()
  const statusText = useStatusText()
  const asOfText = useAsOfText()
  const chosen = view.focus?.kind === 'figure' && view.focus.id === figure.id
  return (
    <div className={styles.card}>
      <button
        type="button"
        className={styles.choose}
        aria-current={chosen ? 'true' : undefined}
        onClick={() => choose({ kind: 'figure', id: figure.id })}
      >
        <FigureNumeral figure={figure} size={size} /> <span className={styles.counts}>{figure.counts}</span>
      </button>
      <p className={`${styles.meta} ${panel.quiet}`}>
        {makerText(figure)}
        {'\u00a0· '}
        <span className={styles.status}>{statusText(figure)}</span>
        {'\u00a0· '}
        {asOfText(figure)}
        {figure.passage !== undefined && '\u00a0· '}
        <PassageButton
          focus={{ kind: 'figure', id: figure.id }}
          passage={figure.passage}
          of={figure.counts}
          className={styles.passage}
        />
      </p>
    </div>
  )
})

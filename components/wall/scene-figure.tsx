'use client'
import { useTranslations } from 'next-intl'
import { useActorName, useAsOfText, useFigureText, useStatusText } from '@/components/record-text/use-words'
import { OneOriginNote } from '@/components/records/one-origin'
import colours from '@/components/ui/colour.module.css'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import type { Hue } from '@/lib/schema/hue'
import styles from './scene-figure.module.css'

/** How large a numeral can be set, by how long it is, characters. */
function lengthClass(numeral: string): string {
  if (numeral.length <= 4) return styles.short ?? ''
  return (numeral.length <= 9 ? styles.medium : styles.long) ?? ''
}

/** One number, as large as the wall allows: what it counts, who says so, how sure it is, as of when. */
export function SceneFigure({ figure, tone }: { figure: LinkedFigure; tone: Hue }) {
  const t = useTranslations('figure')
  const { qualifier, lead, numeral, unit } = useFigureText()(figure)
  const before = [qualifier, lead].filter((part) => part !== '').join(' ')
  const statusText = useStatusText()
  const asOfText = useAsOfText()
  const name = useActorName()
  return (
    <div className={`${styles.figure} ${colours[tone]}`} data-part="numbers">
      <p className={styles.number}>
        {before !== '' && <span className={styles.beside}>{before} </span>}
        <span className={`${styles.numeral} ${lengthClass(numeral)}`}>{numeral}</span>
        {unit !== '' && <span className={styles.beside}> {unit}</span>}
      </p>
      <p className={styles.counts}>{figure.counts}</p>
      <p className={styles.meta}>
        {t('says', { name: name(figure.by) })}
        {'\u00a0· '}
        {statusText(figure)}
        {figure.origins === 1 && '\u00a0· '}
        <OneOriginNote carried={figure} />
        <span data-part="extras">
          {'\u00a0· '}
          {asOfText(figure)}
        </span>
      </p>
    </div>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import chart from '@/components/charts/chart.module.css'
import { LIST_PART, MoreButton } from '@/components/filter/more-button'
import { OneOriginNote } from '@/components/panels/one-origin'
import pages from '@/components/panels/pages.module.css'
import panel from '@/components/panels/panel.module.css'
import { accentOf } from '@/components/panels/place-tone'
import { SelectButton } from '@/components/panels/select-button'
import tones from '@/components/panels/tone.module.css'
import { useActorName, useAsOfText, useFigureText, useMakerName, useStatusText } from '@/components/panels/use-words'
import { useActions } from '@/lib/client/board-actions'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useShown } from '@/lib/client/shown-context'
import type { Difference, Distance, ScaledFigure } from '@/lib/derive/find-differences'
import styles from './difference-question.module.css'
import { PassageButton } from './passage-button'
import { ScaleMark } from './scale-mark'

/**
 * One question and every answer to it on one scale: who says so, for when, how sure, and the way to the sentence. Those
 * that filter, time or layers leave out stay, faint.
 */
export function DifferenceQuestion({ difference }: { difference: Difference }) {
  const index = useCaseboard()
  const shown = useShown()
  const filterWords = useTranslations('filter')
  const id = useId()
  const { kind, title, figures, scale, distance } = difference
  const name = useActorName()
  // One question may have a conflict and several series: whose a series is tells them apart.
  const maker = kind === 'series' ? figures[0]?.figure.by : undefined
  const distanceText = useDistanceText()
  const outside = new Set(figures.map(({ figure }) => figure.id).filter((figure) => !shown.figure.has(figure)))
  const about = figures.flatMap(({ figure }) => figure.about)
  const [part, setPart] = useState(LIST_PART)
  const rest = Math.max(0, figures.length - part)
  return (
    <section className={`${pages.group} ${tones[accentOf(index, about)]}`} aria-labelledby={id}>
      <h2 className={panel.sectionTitle}>
        <span id={id}>
          {title}
          {maker !== undefined && <span className={panel.quiet}> {name(maker)}</span>}
        </span>
        {distance !== null && distance.amount > 0 && (
          <span className={`${panel.count} ${styles.spread}`}>{distanceText(distance)}</span>
        )}
      </h2>
      <ol className={panel.list}>
        {figures.slice(0, part).map((scaled) => (
          <li key={scaled.figure.id}>
            <Answer scaled={scaled} scale={scale} outside={outside.has(scaled.figure.id)} />
          </li>
        ))}
      </ol>
      {rest > 0 && <MoreButton rest={rest} onMore={() => setPart(part + LIST_PART)} />}
      {outside.size > 0 && <p className={chart.note}>{filterWords('outsideNote', { count: outside.size })}</p>}
    </section>
  )
}

/** How far apart, in the scale of what is measured: "15% apart", "0.5 magnitudes apart", "4 percentage points apart". */
function useDistanceText(): (distance: Distance) => string {
  const t = useTranslations('differences')
  return ({ amount, unit, measures, relative }) => {
    if (measures === 'magnitude' || measures === 'share') return t(`apart.${measures}`, { amount })
    return relative === null ? t('apart.amount', { amount, unit }) : t('apart.relative', { relative, amount, unit })
  }
}

interface AnswerProps {
  scaled: ScaledFigure
  scale: Difference['scale']
  outside: boolean
}

function Answer({ scaled, scale, outside }: AnswerProps) {
  const { figure } = scaled
  const { choose } = useActions()
  const filterWords = useTranslations('filter')
  const makerName = useMakerName()
  const statusText = useStatusText()
  const asOfText = useAsOfText()
  const { qualifier, lead, numeral, unit } = useFigureText()(figure)
  const focus = { kind: 'figure', id: figure.id } as const
  const maker = makerName(figure)
  return (
    <div className={styles.answer}>
      <SelectButton
        of={focus}
        className={chart.row}
        data-outside={outside ? '' : undefined}
        onClick={() => choose(focus)}
      >
        <span className={chart.label}>
          <span className={chart.name}>{maker}</span>{' '}
          <span className={chart.value}>
            {qualifier !== '' && <span className={panel.quiet}>{qualifier} </span>}
            {lead !== '' && <span className={panel.quiet}>{lead} </span>}
            {numeral}
            <span className={panel.quiet}> {unit}</span>
          </span>
        </span>
        {scale !== null && <ScaleMark scaled={scaled} scale={scale} faint={outside} />}
        <span className={chart.detail}>{figure.counts}</span>
        {outside && <span className="visually-hidden">, {filterWords('outside')}</span>}
      </SelectButton>
      <p className={styles.meta}>
        {statusText(figure)}
        {'\u00a0· '}
        {asOfText(figure)}
        {figure.origins === 1 && '\u00a0· '}
        <OneOriginNote carried={figure} />
        {figure.passage !== undefined && '\u00a0· '}
        <PassageButton focus={focus} passage={figure.passage} of={`${numeral} ${unit}, ${maker}`} />
      </p>
    </div>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useFigureText } from '@/components/record-text/use-words'
import { FigureCard } from '@/components/records/record-cards'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import type { LinkedFigure, LinkedPlace } from '@/lib/derive/linked-case'
import { type FigureShare, findShare } from '@/lib/derive/place-figures'
import styles from './place-panel.module.css'
import { ShortList } from './short-list'

const FIRST_FIGURES = 3

interface PlaceKnownProps {
  place: LinkedPlace
  /** Those about this place and no other. */
  figures: readonly LinkedFigure[]
}

/** What was counted of this very place, each with its share of a whole where it has one; and what no record says of it. */
export function PlaceKnown({ place: { notHeld }, figures }: PlaceKnownProps) {
  const t = useTranslations('place')
  if (figures.length === 0 && notHeld === undefined) return null
  return (
    <PanelSection title={t('figures')}>
      {figures.length > 0 && (
        <ShortList
          items={figures}
          first={FIRST_FIGURES}
          keyOf={({ id }) => id}
          className={`${panel.list} ${styles.known}`}
        >
          {(figure) => (
            <>
              <FigureCard figure={figure} size="panel" />
              <Share figure={figure} />
            </>
          )}
        </ShortList>
      )}
      {notHeld !== undefined && (
        <p className={styles.notHeld}>
          <strong>{t('notHeld')}</strong> {notHeld}.
        </p>
      )}
    </PanelSection>
  )
}

/** A figure as part of a sum: a bar, and the same in words with the way to the whole. */
function Share({ figure }: { figure: LinkedFigure }) {
  const { linked } = useCase()
  const t = useTranslations('place')
  const figureText = useFigureText()
  const found = findShare(figure, linked.figures)
  if (found === null) return null
  const { whole, share } = found
  return (
    <>
      <ShareBar figure={figure} share={found} />
      <p className={panel.small}>
        <RecordLink focus={{ kind: 'figure', id: whole.id }} look="link">
          {t('share', { share, whole: `${figureText(whole).line}, ${whole.counts}` })}
        </RecordLink>
      </p>
    </>
  )
}

/** Width of a panel, px, and of a letter of 12.5 px with what stands beside a name: a name that would be cut is not written. */
const BAR_WIDTH_PX = 320
const LETTER_WIDTH_PX = 5.9
const NAME_ROOM_PX = 9

/**
 * The parts in the order of the sum, so that a part stands in the same spot whichever of them is looked at. Drawn with
 * attributes: a style attribute is barred by the page's policy.
 */
function ShareBar({ figure, share: { whole, parts } }: { figure: LinkedFigure; share: FigureShare }) {
  const { place } = useCase()
  const total = whole.value ?? 1
  let reached = 0
  return (
    <svg className={styles.share} width="100%" height="20" aria-hidden="true">
      {parts.map((part) => {
        const start = reached / total
        const width = (part.value ?? 0) / total
        reached += part.value ?? 0
        const name = place(part.about[0] ?? '')?.name ?? ''
        const isWritten = name.length * LETTER_WIDTH_PX + NAME_ROOM_PX <= width * BAR_WIDTH_PX
        return (
          <svg
            key={part.id}
            x={`${start * 100}%`}
            width={`${width * 100}%`}
            height="20"
            className={part.id === figure.id ? styles.ownPart : undefined}
          >
            <title>{name}</title>
            <rect width="100%" height="20" />
            {isWritten && (
              <text x="6" y="14.5">
                {name}
              </text>
            )}
          </svg>
        )
      })}
    </svg>
  )
}

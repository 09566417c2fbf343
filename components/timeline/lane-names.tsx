import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Button } from '@/components/ui/button'
import colours from '@/components/ui/colour.module.css'
import { ThreadLabel } from '@/components/ui/layer-mark'
import { useCase } from '@/lib/client/case-context'
import type { FoldSide } from '@/lib/derive/plan-axis'
import type { TimeLane } from '@/lib/derive/time-lanes'
import styles from './plot-names.module.css'
import type { TimePlan } from './use-time-plan'

function LaneName({ lane: { kind, id, title, hue } }: { lane: TimeLane }) {
  const { threads } = useCase().linked
  const t = useTranslations('timeline.lane')
  if (kind === 'thread') return <ThreadLabel threads={threads} id={id} />
  return (
    <span className={`${colours.label} ${colours[hue]}`}>
      {title === '' ? t(kind === 'all' ? 'all' : 'other') : title}
    </span>
  )
}

/** The names of the lanes left of the plot; where it is slim, a dot in the hue of each. */
export const LaneNames = memo(function LaneNames({ plan, slim }: { plan: TimePlan; slim: boolean }) {
  const t = useTranslations('timeline')
  const { layout, lanes, gutter } = plan
  const { statements } = layout
  return (
    <>
      {lanes.map((lane, index) => {
        const { top, height } = layout.lanes[index] ?? { top: 0, height: 0 }
        return (
          <div key={lane.id} className={styles.lane} style={{ top, height, width: gutter }}>
            {slim ? <span className={`${styles.laneDot} ${colours[lane.hue]}`} /> : <LaneName lane={lane} />}
          </div>
        )
      })}
      {statements !== null && (
        <div className={styles.lane} style={{ ...statements, width: gutter }}>
          <span className={styles.laneQuote} aria-hidden="true">
            “
          </span>
          <span className={styles.laneStatements}>{t('lane.statements')}</span>
        </div>
      )}
    </>
  )
})

interface PlotButtonsProps {
  plan: TimePlan
  openFold: FoldSide | null
  /** The moment that is played has its words where a fold has its name. */
  playing: boolean
  onFold(side: FoldSide): void
  onUndated(): void
}

/** What is pressed on the plot: a fold is opened to scale and folded up again, and what has no day leads to the list. */
export function PlotButtons({
  plan: { axis, gutter, right, layout, undated },
  openFold,
  playing,
  onFold,
  onUndated,
}: PlotButtonsProps) {
  const t = useTranslations('timeline')
  const { statements } = layout
  return (
    <>
      {axis.pieces.map(({ kind, x0, x1 }) => {
        if (kind === 'core' || playing) return null
        const isOpen = openFold === kind
        const side = t(`fold.${kind}`)
        return (
          <Button
            key={kind}
            className={styles.foldButton}
            style={kind === 'before' ? { left: gutter + x0 } : { right: right + axis.width - x1 }}
            aria-expanded={isOpen}
            title={t(`fold.${isOpen ? 'close' : 'open'}`, { side })}
            onClick={() => onFold(kind)}
          >
            {side}
          </Button>
        )
      })}
      {undated > 0 && statements !== null && (
        <Button className={styles.undated} style={{ ...statements, right: 4 }} onClick={onUndated}>
          {t('undated', { count: undated })}
        </Button>
      )}
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { FigureChart } from '@/components/charts/figure-chart'
import { usePublisher } from '@/components/record-text/record-refs'
import { useDateText } from '@/components/record-text/use-words'
import { QuotationCard } from '@/components/records/quotation-card'
import { FigureCard } from '@/components/records/record-cards'
import { Button } from '@/components/ui/button'
import colours from '@/components/ui/colour.module.css'
import { ThreadLabel } from '@/components/ui/layer-mark'
import { useCase } from '@/lib/client/case-context'
import type { LinkedScene } from '@/lib/derive/linked-case'
import { neutralHue } from '@/lib/schema/plain-values'
import styles from './story.module.css'

interface StorySceneProps {
  scene: LinkedScene
  /** Whether it is the one that the map shows. */
  told: boolean
  onTell(): void
}

/** A scene in the column: its thread, when and where, its words, and the evidence that it shows. */
export const StoryScene = memo(
  function StoryScene({ scene, told, onTell }: StorySceneProps) {
    const { linked } = useCase()
    const dateText = useDateText()
    const hue = linked.threads?.find(({ id }) => id === scene.thread)?.hue ?? neutralHue
    const when = scene.when === undefined ? undefined : dateText(scene.when)
    return (
      <li className={`${styles.scene} ${colours[hue]}`} aria-current={told ? 'step' : undefined}>
        <p className={styles.over}>
          <ThreadLabel threads={linked.threads} id={scene.thread} />{' '}
          <span>{[when, scene.where].filter((part) => part !== undefined).join(' · ')}</span>
        </p>
        <h2>
          <Button className={styles.title} onClick={onTell}>
            {scene.title}
          </Button>
        </h2>
        <p className={styles.words}>{scene.words}</p>
        <SceneEvidence scene={scene} />
      </li>
    )
  },
  // What it does when it is pressed is the same for as long as it is the same scene.
  (before, next) => before.scene === next.scene && before.told === next.told,
)

/** The number or the chart of a scene, the words of somebody, and what all of it comes from. */
function SceneEvidence({ scene }: { scene: LinkedScene }) {
  const t = useTranslations('story')
  const { linked, figure, quotation } = useCase()
  const publisher = usePublisher()
  const shown = scene.figure === undefined ? undefined : figure(scene.figure)
  const said = scene.quotation === undefined ? undefined : quotation(scene.quotation)
  const chart = linked.charts.find(({ id }) => id === scene.chart)
  const publishers = [...new Set((scene.sources ?? []).map(publisher))]
  return (
    <>
      {shown !== undefined && <FigureCard figure={shown} size="list" />}
      {chart !== undefined && <FigureChart chart={chart} level={3} whole />}
      {said !== undefined && <QuotationCard quotation={said} size="list" />}
      {publishers.length > 0 && <p className={styles.sources}>{t('sources', { names: publishers.join(' · ') })}</p>}
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LayerMark } from '@/components/ui/layer-mark'
import { useHasBrought } from '@/lib/client/bring/brought-store'
import { useCase } from '@/lib/client/case-context'
import { setLegendOpen, useLegendChoice } from '@/lib/client/map-panels'
import { useOpenTool } from '@/lib/client/tool-store'
import { useMedia } from '@/lib/client/use-media'
import { useView } from '@/lib/client/view-context'
import { groupByThread } from '@/lib/derive/find-thread'
import { doubtMarks, legendMarks, legendRow, overlayColours } from '@/lib/map/legend-marks'
import { neutralHue } from '@/lib/schema/plain-values'
import styles from './legend.module.css'
import { LayerRow, ThreadHead } from './legend-rows'

/** Where the map has no room for an open legend beside what else lies on it; as in the legend's own sheet. */
const SMALL = '(width < 1360px) or (height < 820px)'
/** Where what is in focus stands beside the case, and leaves the legend its room; as in the page's own sheet and the legend's. */
const WIDE = '(width >= 1680px) and (height >= 820px)'

/** The legend on the map: by the threads of the story, each layer with its mark, its name and its switch. */
export function MapLegend() {
  const { linked } = useCase()
  const content = useMemo(
    () => (
      <>
        <ul className={styles.threads}>
          {groupByThread(linked.threads, linked.layers).map(({ thread, layers }) => (
            <li key={thread?.id ?? ''}>
              <ThreadHead thread={thread} layers={layers} />
              <ul>
                {layers.map((layer) => (
                  <LayerRow key={layer.id} layer={layer} />
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <BroughtRow />
        <GroundRow />
        <LegendRest />
        <LegendKey />
      </>
    ),
    [linked],
  )
  return <LegendFold>{content}</LegendFold>
}

/** Open where there is room and nothing is opened beside the map; a button otherwise. On a phone the menu of tools has it. */
function LegendFold({ children }: { children: ReactNode }) {
  const t = useTranslations('panel')
  const id = useId()
  const choice = useLegendChoice()
  const isSmall = useMedia(SMALL)
  const isBeside = useView(({ focus }) => focus !== null)
  const isWide = useMedia(WIDE)
  const isOpen = choice ?? (isWide || !(isSmall || isBeside))
  const { tool } = useOpenTool()
  return (
    // Where nobody has chosen, the style sheet opens it: the server does not know how wide the window is.
    <div
      className={`${styles.legend} grows`}
      data-map-panel=""
      data-open={choice ?? (isBeside ? 'wide' : 'room')}
      data-covered={tool !== null || undefined}
    >
      <Button className={styles.fold} aria-expanded={isOpen} aria-controls={id} onClick={() => setLegendOpen(!isOpen)}>
        <Icon name="legend" size={16} />
        {t('layersTitle')}
      </Button>
      <section id={id} aria-label={t('layersTitle')} className={styles.body}>
        {children}
      </section>
    </div>
  )
}

/** Has the rows that stand only in the whole legend stand too: a style sheet reads what it says. */
function LegendRest() {
  const t = useTranslations('panel')
  const [isWhole, setWhole] = useState(false)
  return (
    <Button className={styles.rest} data-whole={isWhole} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
      {t(isWhole ? 'legendInView' : 'legendWhole')}
    </Button>
  )
}

/** Of a reader's own data, which is none of the case's; nothing where there is none. */
function BroughtRow() {
  const t = useTranslations('overlays')
  return useHasBrought() ? (
    <p className={styles.ground}>
      <LayerMark strokes={legendMarks.brought} colour={overlayColours.brought} />
      {t('brought')}
    </p>
  ) : null
}

/** Of the ground, which has no switch. */
function GroundRow() {
  const t = useTranslations('borders')
  return (
    <p className={styles.ground} data-rest="true">
      <LayerMark strokes={legendMarks['disputed-border']} colour="border" />
      {t('legend')}
    </p>
  )
}

/** What a mark's size, line or position says, which its picture cannot. */
function LegendKey() {
  const t = useTranslations('panel')
  const { linked } = useCase()
  return (
    <details className={styles.key}>
      <summary>{t('layersKey')}</summary>
      <dl>
        {linked.layers.map((layer) => (
          <div key={layer.id}>
            <dt>
              <LayerMark {...legendRow(layer)} />
              {layer.name}
            </dt>
            {layer.key !== undefined && <dd>{layer.key}</dd>}
          </div>
        ))}
      </dl>
      <h3>{t('doubtTitle')}</h3>
      <dl>
        {doubtMarks.map((mark) => (
          <div key={mark}>
            <dt>
              <LayerMark strokes={legendMarks[mark]} colour={neutralHue} />
              {t(`doubt.${mark}.name`)}
            </dt>
            <dd>{t(`doubt.${mark}.key`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

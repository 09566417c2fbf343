'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useAccuracyText } from '@/components/record-text/use-accuracy-text'
import { useMomentText, usePrecisionText } from '@/components/records/moment-text'
import { SourceLine } from '@/components/records/source-line'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { formatMeasuredArea } from '@/lib/client/format-figure'
import { useOpenTool } from '@/lib/client/tool-store'
import { pushView } from '@/lib/client/view-store'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import styles from './place-panel.module.css'
import { PlacePassages } from './place-passages'

/** How well a place's position is known, what its mark comes from, and what the drawing itself measures. */
export function PlaceDoubt({ place }: { place: LinkedPlace }) {
  const t = useTranslations('place')
  const accuracy = useAccuracyText()(place)
  return (
    <>
      <PanelSection title={t('doubt')}>
        <p className={panel.prose}>
          {accuracy}. {place.basis !== undefined && <span className={panel.quiet}>{place.basis}.</span>}
        </p>
        {place.fromDate !== undefined && <Begun date={place.fromDate} place={place.id} />}
        {place.measuredAreaKm2 !== undefined && <MeasuredArea areaKm2={place.measuredAreaKm2} />}
        <PlacePassages place={place} />
      </PanelSection>
      <PanelSection title={t(place.anchor === null ? 'rowSources' : 'sources')} count={place.sources.length}>
        <ul className={`${panel.list} ${styles.sources}`}>
          {place.sources.map((id) => (
            <li key={id}>
              <SourceLine id={id} />
            </li>
          ))}
        </ul>
        <Tools place={place} />
      </PanelSection>
    </>
  )
}

/** From when it is on the map, and how finely that is known: of a month it is there from the first day. */
function Begun({ date, place }: { date: string; place: string }) {
  const t = useTranslations('place')
  const momentText = useMomentText()
  const precisionText = usePrecisionText()
  return (
    <p className={panel.prose}>{t('begun', { date: momentText(date, [place]), precision: precisionText(date) })}.</p>
  )
}

/** Kept apart from the official figures above it: it is a property of the drawing, not of the place. */
function MeasuredArea({ areaKm2 }: { areaKm2: number }) {
  const t = useTranslations('place')
  const area = formatMeasuredArea(areaKm2, useLocale())
  return (
    <p className={panel.prose}>
      {t('measured', { area })}. <span className={panel.quiet}>{t('measuredExplained')}</span>
    </p>
  )
}

/** What can be done with a place that is shown: an area laid over another, and the link. */
function Tools({ place: { id, anchor, measuredAreaKm2 } }: { place: LinkedPlace }) {
  const { openTool } = useOpenTool()
  const t = useTranslations('place')
  const compare = () => {
    if (anchor !== null) pushView({ laidOver: { shape: id, at: anchor, turn: 0 } })
    openTool('lay-over')
  }
  return (
    <p className={styles.tools}>
      {measuredAreaKm2 !== undefined && (
        <Button className={panel.link} onClick={compare}>
          {t('compareSize')}
        </Button>
      )}
      <Button className={panel.link} onClick={() => openTool('share')}>
        {t('link')}
      </Button>
    </p>
  )
}

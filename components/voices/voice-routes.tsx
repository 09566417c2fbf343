'use client'
import { useTranslations } from 'next-intl'
import { ChooseButton, PlaceButtons } from '@/components/panels/choose-button'
import panel from '@/components/panels/panel.module.css'
import { PanelSection } from '@/components/panels/panel-section'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { listVoiceLines } from '@/lib/derive/voice-lines'
import styles from './voice-routes.module.css'

/** In words what the lines on the map show: from where these quotations were said, and about where. Nothing without one. */
export function VoiceRoutes({ ids }: { ids: readonly string[] }) {
  const { quotation, place } = useCaseboard()
  const t = useTranslations('voices')
  const quotations = ids.map(quotation).filter((found) => found !== undefined)
  const lines = listVoiceLines(quotations)
  const origins = [...new Set(lines.map(({ from }) => from))]
  const unknown = quotations.filter(({ where }) => where === undefined).length
  if (quotations.length === 0) return null
  return (
    <PanelSection title={t('lines')}>
      <ul className={panel.list}>
        {origins.map((from) => (
          <li key={from} className={styles.route}>
            <span>
              <span className={panel.quiet}>{t('saidIn')} </span>
              <ChooseButton focus={{ kind: 'place', id: from }} look="link">
                <strong>{place(from)?.name ?? from}</strong>
              </ChooseButton>
              <span className={panel.quiet}>{t('about')}</span>
            </span>
            <PlaceButtons ids={lines.filter((line) => line.from === from).map(({ to }) => to)} />
          </li>
        ))}
      </ul>
      {unknown > 0 && <p className={panel.small}>{t('whereUnknown', { count: unknown })}</p>}
    </PanelSection>
  )
}

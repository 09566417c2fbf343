import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import { useView } from '@/lib/client/view-context'
import { pushView } from '@/lib/client/view-store'

/** Draws on the map from where to where all of these words go, one line each; or takes the lines away. */
export function VoicesSwitch() {
  const t = useTranslations('voices')
  const isOn = useView(({ voices }) => voices)
  return (
    <p className={panel.prose}>
      <Button className={panel.link} aria-pressed={isOn} onClick={() => pushView({ voices: !isOn })}>
        {t('show')}
      </Button>
      {isOn && <span className={panel.quiet}> {t('shown')}</span>}
    </p>
  )
}

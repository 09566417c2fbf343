import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useActorName } from '@/components/record-text/use-words'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { useView } from '@/lib/client/view-context'
import { pushView } from '@/lib/client/view-store'
import { useVisible } from '@/lib/client/visible-context'
import { listVoices } from '@/lib/derive/voice-lines'
import styles from './case-panel.module.css'

/** Draws on the map from where to where a speaker's words go, one line each; or takes the lines away. */
export function VoicesSwitch() {
  const t = useTranslations('voices')
  const isOn = useView(({ voices }) => voices !== null)
  return (
    <>
      <p className={panel.prose}>
        <Button className={panel.link} aria-pressed={isOn} onClick={() => pushView({ voices: isOn ? null : '' })}>
          {t('show')}
        </Button>
        {isOn && <span className={panel.quiet}> {t('shown')}</span>}
      </p>
      {isOn && <VoiceChoice />}
    </>
  )
}

/** Whose lines they are: one speaker's at a time, since all at once only cross each other. */
function VoiceChoice() {
  const { linked } = useCase()
  const { quotation: shown } = useVisible()
  const t = useTranslations('voices')
  const actorName = useActorName()
  const asked = useView(({ voices }) => voices)
  const voices = useMemo(() => listVoices(linked.quotations, shown), [linked, shown])
  const [first] = voices
  if (first === undefined) return null
  return (
    <label className={styles.voice}>
      {t('whose')}
      <select
        value={asked === '' ? first.speaker : (asked ?? '')}
        onChange={({ target }) => pushView({ voices: target.value })}
      >
        {voices.map(({ speaker, count }) => (
          <option key={speaker} value={speaker}>
            {t('voice', { speaker: actorName(speaker), count })}
          </option>
        ))}
      </select>
    </label>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useId, useState } from 'react'
import { StreetCredit } from '@/components/map/street-credit'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import panel from '@/components/ui/panel.module.css'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { isTaken, isTyping, keyOf } from '@/lib/client/keyboard'
import { setPadOpen, useIsPadOpen } from '@/lib/client/map-panels'
import { attributionOf } from '@/lib/derive/linked-case'
import styles from './map-foot.module.css'

/** The last line on the map: what drawing a border does not say, and behind its button whose geography this is. */
export function MapFoot() {
  const t = useTranslations('page')
  const { linked } = useCase()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const first = linked.attribution?.[0]
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (keyOf(event) !== '?' || isTaken(event) || isTyping(event.target)) return
    event.preventDefault()
    setOpen(!isOpen)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <footer className={`${styles.foot} grows`} data-map-panel="">
      <p className={styles.line}>
        {t('boundaryShort')}
        {first !== undefined && ` · ${t('attributionShort', { first })}`}
        <StreetCredit />
      </p>
      <IconButton
        icon="about"
        label={t('aboutMap')}
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      />
      <div id={id} className={styles.about} hidden={!isOpen}>
        <AboutMap />
      </div>
    </footer>
  )
}

const keys = ['find', 'threads', 'story', 'steps', 'play', 'places', 'map', 'close', 'this'] as const

/** Borders, whose data the map is made from, the keys of the page, and the buttons that move the map. */
function AboutMap() {
  const t = useTranslations('page')
  const { linked } = useCase()
  const { openPage } = useActions()
  const isPadOpen = useIsPadOpen()
  return (
    <>
      <p>{t('boundary')}</p>
      <p>{attributionOf(linked, t('attribution'))}</p>
      <h2>{t('keysTitle')}</h2>
      <dl>
        {keys.map((key) => (
          <div key={key}>
            <dt>{t(`keys.${key}.press`)}</dt>
            <dd>{t(`keys.${key}.does`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.actions}>
        <Button className={panel.link} onClick={() => openPage('sources')}>
          {t('sources')}
        </Button>
        <Button className={panel.link} aria-pressed={isPadOpen} onClick={() => setPadOpen(!isPadOpen)}>
          {t('moveMap')}
        </Button>
      </p>
    </>
  )
}

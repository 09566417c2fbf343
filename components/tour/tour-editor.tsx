'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import styles from './tour.module.css'
import { TourFile } from './tour-file'
import { TourScene } from './tour-scene'
import { useTourSteps } from './use-tour-steps'

/** What had the keyboard's focus is gone with what was taken away. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()

/** The scenes of the tour in their order, to be added to, moved, worded, timed and taken away; then the file of them. */
export function TourEditor() {
  const t = useTranslations('tour')
  const { draft, opened, said, before, ...tour } = useTourSteps()
  const { scenes } = draft
  const status = useRef<HTMLParagraphElement>(null)
  const undo = () => {
    tour.undo()
    status.current?.focus()
  }
  return (
    <>
      <Button className={styles.action} onClick={tour.add}>
        {t('add')}
      </Button>
      <p className={panel.small}>{t('keys')}</p>
      <ol className={styles.scenes} aria-label={t('scenes')}>
        {scenes.map((scene, index) => (
          <TourScene
            key={scene.id}
            scene={scene}
            place={index + 1}
            count={scenes.length}
            open={opened === scene.id}
            onToggle={() => tour.toggle(scene)}
            onMove={(by) => tour.move(scene, by)}
            onChange={(words) => tour.word(scene, words)}
            onLook={() => tour.lookAgain(scene)}
            onRemove={() => tour.remove(scene)}
          />
        ))}
      </ol>
      <p ref={status} tabIndex={-1} className={styles.status}>
        <span role="status">{said}</span>
        {before !== null && (
          <Button key={before.words} ref={takeFocus} className={panel.link} onClick={undo}>
            {t('undo')}
          </Button>
        )}
      </p>
      <TourFile draft={draft} onRestore={tour.restore} />
    </>
  )
}

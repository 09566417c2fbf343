'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import tool from '@/components/ui/tool.module.css'
import { useCase } from '@/lib/client/case-context'
import { saveText } from '@/lib/client/save-file'
import { writeScenes } from '@/lib/wall/tour-draft'
import styles from './tour.module.css'
import { TourScene } from './tour-scene'
import { type TourDraft, useSceneFaults } from './use-tour-draft'
import { useTourSteps } from './use-tour-steps'

/** The tour as a file for the case's folder, and the way back to the case's own. */
export function TourFile({ draft, onRestore }: { draft: TourDraft; onRestore: () => void }) {
  const { linked } = useCase()
  const t = useTranslations('tour')
  const faultsOf = useSceneFaults()
  const faulty = draft.scenes.filter((scene) => faultsOf(scene).length > 0).length
  const [refused, setRefused] = useState(false)
  return (
    <section className={panel.section}>
      <Button
        className={`${tool.button} ${styles.action}`}
        onClick={() => {
          setRefused(faulty > 0)
          if (faulty === 0) saveText('scenes.json', 'application/json', writeScenes(draft.scenes))
        }}
      >
        {t('download')}
      </Button>
      <p role="alert" className={styles.fault}>
        {refused && faulty > 0 && t('refused', { count: faulty })}
      </p>
      <p className={panel.small}>{t('downloadHint', { folder: `cases/${linked.id}` })}</p>
      {draft.changed && (
        <p className={panel.small}>
          {draft.kept ? t('kept') : t('notKept')}{' '}
          <Button className={panel.link} onClick={onRestore}>
            {t('restore')}
          </Button>
        </p>
      )}
    </section>
  )
}

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
      <Button className={`${tool.button} ${styles.action}`} onClick={tour.add}>
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

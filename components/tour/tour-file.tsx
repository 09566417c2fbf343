'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { saveText } from '@/lib/client/save-file'
import type { TourDraft } from '@/lib/client/tour/use-tour-draft'
import { writeScenes } from '@/lib/wall/tour-draft'
import styles from './tour.module.css'
import { useSceneFaults } from './use-scene-faults'

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
        className={styles.action}
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

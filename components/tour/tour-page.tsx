'use client'
import { useTranslations } from 'next-intl'
import { type ComponentType, useEffect, useState } from 'react'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { loadWithRetry } from '@/lib/client/load-with-retry'
import { WallTabLink } from './wall-link'

/** The editor's code, fetched once somebody opens the tour; null until it is there. */
function useTourEditor(): ComponentType | null {
  const [editor, setEditor] = useState<ComponentType | null>(null)
  useEffect(
    () =>
      loadWithRetry(
        () => import('./tour-editor'),
        ({ TourEditor }) => setEditor(() => TourEditor),
      ),
    [],
  )
  return editor
}

/** The case's tour: a way onto the wall, and its scenes to look through and change, whose code comes when asked for. */
export function TourPage() {
  const { linked } = useCase()
  const t = useTranslations('tour')
  const Editor = useTourEditor()
  return (
    <>
      <p className={panel.quiet}>{t('intro', { count: linked.scenes.length })}</p>
      <p>
        <WallTabLink caseId={linked.id}>{t('openWall')}</WallTabLink>
      </p>
      {Editor === null ? (
        <p role="status" className={panel.quiet}>
          {t('loading')}
        </p>
      ) : (
        <Editor />
      )}
    </>
  )
}

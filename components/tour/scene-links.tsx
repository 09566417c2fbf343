'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import panel from '@/components/panels/panel.module.css'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { Scene } from '@/lib/schema/scene'
import { WallLink, wallAddress } from './wall-link'

/** The scene on the wall, and its address to be passed on; a scene that the case does not have yet has neither. */
export function SceneLinks({ scene }: { scene: Scene }) {
  const { linked } = useCaseboard()
  const t = useTranslations('tour')
  const [copied, setCopied] = useState(false)
  if (!linked.scenes.some(({ id }) => id === scene.id)) return <p className={panel.small}>{t('notOnWall')}</p>
  const copy = () =>
    navigator.clipboard.writeText(new URL(wallAddress(linked.id, scene.id), window.location.href).href).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <ul className={panel.chips}>
      <li>
        <WallLink caseId={linked.id} scene={scene.id}>
          {t('openScene')}
        </WallLink>
      </li>
      {/* A page over plain http from another machine has no clipboard; there the link itself can be copied. */}
      {window.isSecureContext && (
        <li>
          <button type="button" className={panel.link} onClick={copy}>
            {t('copyLink')}
          </button>{' '}
          <span role="status" className={panel.small}>
            {copied && t('copied')}
          </span>
        </li>
      )}
    </ul>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import panel from '@/components/ui/panel.module.css'
import { addressBelow } from '@/lib/url/base-path'

interface WallTabLinkProps {
  caseId: string
  scene?: string
  children: ReactNode
}

/** Where the wall plays a case, from a scene or from its beginning; a link to be passed on has the case's version. */
export function wallAddress(caseId: string, scene?: string, version?: string): string {
  if (scene === undefined) return addressBelow(`/wall/${caseId}`)
  return addressBelow(`/wall/${caseId}?scene=${scene}${version === undefined ? '' : `&v=${version}`}`)
}

/** A link to the wall, in a tab of its own: it is for another display, or for a window that fills this one. */
export function WallTabLink({ caseId, scene, children }: WallTabLinkProps) {
  const t = useTranslations('panel')
  return (
    <a href={wallAddress(caseId, scene)} target="_blank" rel="noreferrer" className={panel.link}>
      {children}
      <span className="visually-hidden"> ({t('opensElsewhere')})</span>
    </a>
  )
}

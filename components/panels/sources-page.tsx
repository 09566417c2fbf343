'use client'
import { useTranslations } from 'next-intl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import panel from './panel.module.css'
import { SourceLine } from './source-line'

/** Every document that something in the case comes from. */
export function SourcesPage() {
  const { linked } = useCaseboard()
  const t = useTranslations('panel')
  const page = useTranslations('page')
  return (
    <>
      <p className={panel.quiet}>{t('sourcesIntro', { count: linked.sources.length })}</p>
      <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
        {linked.sources.map((source) => (
          <li key={source.id}>
            <SourceLine id={source.id} full />
          </li>
        ))}
      </ul>
      <p className={panel.prose}>{t('mapData', { attribution: page('attribution') })}</p>
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { isSifted } from '@/components/filter/lift-facets'
import { ShownList } from '@/components/filter/shown-list'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useShown } from '@/lib/client/shown-context'
import { findShown } from '@/lib/derive/shown-records'
import { findSources } from '@/lib/derive/shown-sources'
import panel from './panel.module.css'
import { SourceLine } from './source-line'

/** Every document that something comes from; while something is asked for, those that what is shown comes from. */
export function SourcesPage() {
  const { linked } = useCaseboard()
  const shown = useShown()
  const { records, sieve } = shown
  const t = useTranslations('panel')
  const page = useTranslations('page')
  const found = isSifted(sieve) ? findSources(linked, shown) : null
  return (
    <>
      <ShownList
        kind="source"
        items={linked.sources.filter(({ id }) => found?.has(id) ?? true)}
        total={linked.sources.length}
        intro={t('sourcesIntro', { count: linked.sources.length })}
        count={(without) => findSources(linked, findShown(records, sieve, without)).size}
      >
        {(part) => (
          <ul className={`${panel.list} ${panel.ruled} ${panel.spaced}`}>
            {part.map(({ id }) => (
              <li key={id}>
                <SourceLine id={id} full />
              </li>
            ))}
          </ul>
        )}
      </ShownList>
      <p className={panel.prose}>{t('mapData', { attribution: page('attribution') })}</p>
    </>
  )
}

import { useTranslations } from 'next-intl'
import { type ReactNode, useContext, useState } from 'react'
import { threadOf } from '@/components/record-text/record-colour'
import { useFocusName } from '@/components/record-text/use-names'
import { OneOrigin } from '@/components/records/one-origin'
import { Button } from '@/components/ui/button'
import { ThreadLabel } from '@/components/ui/layer-mark'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { LinkVersionContext } from '@/lib/client/link-version'
import { useWholeView } from '@/lib/client/view-context'
import { addressedCamera } from '@/lib/client/view-store'
import { useVisible } from '@/lib/client/visible-context'
import { addressBelow } from '@/lib/url/base-path'
import type { Focus } from '@/lib/url/view'
import { readView, writeView } from '@/lib/url/view-codec'
import styles from './embed-screen.module.css'

/**
 * Leads to the full case with everything that is chosen here, seen from where this map is, in the version that the map was
 * linked from, so that the full case says what was corrected since.
 */
export function FullCaseLink({ initialSearch, children }: { initialSearch: string; children: ReactNode }) {
  const t = useTranslations('embed')
  const { linked } = useCase()
  const view = useWholeView()
  const { time } = useVisible().query
  const { version } = useContext(LinkVersionContext)
  // The map says to nobody here that it moved; so it is asked when hand or keyboard come to the link.
  const [camera, setCamera] = useState(() => readView(initialSearch).map)
  const look = () => setCamera(addressedCamera())
  return (
    <a
      href={addressBelow(
        `/cases/${linked.id}${writeView({ ...view, time, map: camera, version: version ?? linked.caseVersion })}`,
      )}
      target="_blank"
      rel="noopener"
      onPointerEnter={look}
      onFocus={look}
    >
      {children}
      <span className="visually-hidden"> ({t('opens')})</span>
    </a>
  )
}

/** What is in focus: its name, how much there is about it, and the way to it in the full case. */
export function EmbedCard({ focus, initialSearch }: { focus: Focus; initialSearch: string }) {
  const t = useTranslations('embed')
  const index = useCase()
  const { place, figure, quotation, statement, event } = index
  const { choose } = useActions()
  const name = useFocusName()(focus)
  const found = focus.kind === 'place' ? place(focus.id) : undefined
  const { kind, id } = focus
  const carried = { place: undefined, speaker: undefined, figure, quotation, statement, event }[kind]?.(id)
  if (name === null) return null
  const thread = threadOf(index, focus)
  return (
    <section aria-label={t('card')} className={styles.card}>
      {(found !== undefined || thread !== undefined) && (
        <p className={styles.kind}>
          {found?.kind} <ThreadLabel threads={index.linked.threads} id={thread?.id} />
        </p>
      )}
      <h2>
        {name} {carried !== undefined && <OneOrigin carried={carried} />}
      </h2>
      {found !== undefined && (
        <p>
          {t('evidence', {
            quotations: found.quotations.length,
            figures: found.figures.length,
            events: found.events.length,
          })}
        </p>
      )}
      <p className={styles.actions}>
        <FullCaseLink initialSearch={initialSearch}>{t('openPlace')}</FullCaseLink>
        <Button onClick={() => choose(null)}>{t('close')}</Button>
      </p>
    </section>
  )
}

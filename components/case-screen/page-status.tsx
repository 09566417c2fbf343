'use client'
import { useTranslations } from 'next-intl'
import { showSetAside, useSetAsideText } from '@/components/case-panel/set-aside-notice'
import { useFocusName } from '@/components/record-text/use-names'
import { useAgeText } from '@/components/record-text/use-time-text'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import { useActions } from '@/lib/client/board-actions'
import { useCase, useFreshness } from '@/lib/client/case-context'
import { useFocus } from '@/lib/client/view-context'
import { addressBelow } from '@/lib/url/base-path'
import styles from './case-screen.module.css'

/**
 * What the reader must know wherever they are in the panels: that the server is away and how old the page is, that
 * records were set aside. Nothing to see otherwise; the live regions stay, for they must precede their words.
 */
export function PageStatus() {
  const { linked } = useCase()
  const t = useTranslations('panel')
  const { failing } = useFreshness()
  const flawed = linked.setAside.length > 0
  return (
    <div className={failing || flawed ? styles.news : undefined}>
      <p>
        {/* Only the news is announced; the age beside it changes every second. */}
        <span role="status">{failing ? t('unreachable') : ''}</span>
        {failing && <ShownSince />}
      </p>
      <p role="status">{flawed && <SetAsideButton />}</p>
    </div>
  )
}

function ShownSince() {
  const t = useTranslations('panel')
  const age = useAgeText()
  return age === null ? null : ` ${t('shownSince', { age })}`
}

function SetAsideButton() {
  const { choose } = useActions()
  const words = useSetAsideText()
  return (
    <Button
      className={panel.link}
      onClick={() => {
        if (showSetAside()) return
        // On a phone a record in focus covers the case panel.
        choose(null)
        requestAnimationFrame(showSetAside)
      }}
    >
      {words}
    </Button>
  )
}

/** What of the reader's page is printed besides its panels: where the page that is made for paper stands. */
export function PrintHint() {
  const t = useTranslations('print')
  const { linked } = useCase()
  return <p className={styles.hint}>{t('hint', { address: addressBelow(`/print/${linked.id}`) })}</p>
}

/** Says to a screen reader what the detail panel shows now. Always in the page: a live region must precede its words. */
export function FocusStatus() {
  const focus = useFocus()
  const t = useTranslations('panel')
  const nameOf = useFocusName()
  const name = focus === null ? null : nameOf(focus)
  return (
    <p role="status" className="visually-hidden">
      {name === null ? '' : t('showing', { name })}
    </p>
  )
}

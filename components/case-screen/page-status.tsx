'use client'
import { useTranslations } from 'next-intl'
import { showSetAside } from '@/components/case-panel/set-aside-notice'
import { useSetAsideText } from '@/components/case-panel/use-set-aside-text'
import { useAgeText } from '@/components/record-text/use-age-text'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import { useActions } from '@/lib/client/board-actions'
import { useCase, useFreshness } from '@/lib/client/case-context'
import styles from './page-status.module.css'

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

'use client'
import { useTranslations } from 'next-intl'
import { useFocusName } from '@/components/record-text/use-names'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import tool from '@/components/ui/tool.module.css'
import { useCase } from '@/lib/client/case-context'
import { useOpenTool } from '@/lib/client/tool-store'
import { useFocus } from '@/lib/client/view-context'
import { currentLink } from '@/lib/client/view-store'
import { FigureCitation, QuotationCitation } from './cite'
import { DataPart, PicturePart } from './download-parts'
import { CopyButton, Part } from './part'
import { PublishPart } from './publish-part'
import styles from './share.module.css'

function CitePart() {
  const t = useTranslations('share.citing')
  const { quotation, figure } = useCase()
  const nameOf = useFocusName()
  const focus = useFocus()
  const said = focus?.kind === 'quotation' ? quotation(focus.id) : undefined
  const counted = focus?.kind === 'figure' ? figure(focus.id) : undefined
  const name = focus === null ? null : nameOf(focus)
  const cites = said !== undefined || counted !== undefined
  return (
    <Part title={cites && name !== null ? t('titleOf', { name }) : t('title')}>
      {said !== undefined && <QuotationCitation key={said.id} quotation={said} />}
      {counted !== undefined && <FigureCitation key={counted.id} figure={counted} />}
      {!cites && <p className={styles.said}>{t('nothing')}</p>}
    </Part>
  )
}

/** The way to what a reader brings: it stands where data is taken away. */
function BringPart() {
  const t = useTranslations('bring')
  const { openTool } = useOpenTool()
  return (
    <Part title={t('name')}>
      <p className={tool.hint}>{t('hint')}</p>
      <p className={tool.actions}>
        <Button className={tool.button} onClick={() => openTool('bring')}>
          {t('open')}
        </Button>
      </p>
    </Part>
  )
}

/** The card of everything that can be taken away: a link, a citation, a picture, pages, data. */
export function ShareTool() {
  const t = useTranslations('share')
  const { linked } = useCase()
  return (
    <section aria-label={t('name')} className={`${panel.page} ${styles.tool}`}>
      <h2 className={panel.toolTitle}>{t('name')}</h2>
      <Part title={t('link.title')}>
        <p className={tool.hint}>{t('link.hint')}</p>
        <p className={tool.actions}>
          <CopyButton label={t('link.copy')} field={t('link.field')} text={() => currentLink(linked)} />
        </p>
      </Part>
      <CitePart />
      <PicturePart />
      <PublishPart />
      <Part title={t('data.title')}>
        <DataPart />
      </Part>
      <BringPart />
    </section>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import panel from '@/components/ui/panel.module.css'
import tool from '@/components/ui/tool.module.css'
import type { BroughtRows } from '@/lib/client/bring/bring-messages'
import { useKeptLayers } from '@/lib/client/bring/brought-store'
import { keepLayer, removeKept } from '@/lib/client/bring/kept-layers'
import { useCase } from '@/lib/client/case-context'
import { showBounds } from '@/lib/client/map-commands'
import { isolate } from '@/lib/derive/isolate'
import styles from './bring.module.css'
import { BringFile } from './bring-file'
import { useBring } from './use-bring'

/** What this browser keeps for the case. */
function KeptLayers() {
  const t = useTranslations('bring')
  const layers = useKeptLayers()
  if (layers.length === 0) return null
  return (
    <section className={styles.kept} aria-label={t('yours')}>
      <h3>{t('yours')}</h3>
      <ul>
        {layers.map((layer) => (
          <li key={layer.id}>
            <Button
              className={styles.link}
              aria-label={t('look', { name: isolate(layer.name) })}
              onClick={() => layer.bounds !== null && showBounds(layer.bounds)}
            >
              {layer.name}
            </Button>
            <span className={styles.sure}>{t('places', { count: layer.count })}</span>
            <IconButton
              icon="close"
              className={styles.remove}
              label={t('remove', { name: isolate(layer.name) })}
              onClick={() => removeKept(layer)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface TakenProps {
  outcome: BroughtRows
  name: string
  onZip(): void
}

/** What a reader can do with the rows: keep them in this browser, or take them along. */
function Taken({ outcome: { brought, features, bounds }, name, onZip }: TakenProps) {
  const t = useTranslations('bring')
  const { linked } = useCase()
  const [kept, setKept] = useState<boolean | null>(null)
  const keep = () =>
    keepLayer({ caseId: linked.id, name, count: brought, features, bounds }).then(
      () => setKept(true),
      () => setKept(false),
    )
  return (
    <>
      <p className={tool.actions}>
        <Button className={tool.button} onClick={keep}>
          {t('keep')}
        </Button>
        <Button className={tool.button} onClick={onZip}>
          {t('zip')}
        </Button>
      </p>
      <p role="status" className={tool.hint}>
        {kept === null ? t('zipHint') : t(kept ? 'kept' : 'notKept')}
      </p>
    </>
  )
}

/** The card in which a reader brings a file of their own: chosen here or dropped on the page. */
export function BringTool() {
  const t = useTranslations('bring')
  const bring = useBring()
  return (
    <section aria-label={t('name')} className={`${panel.page} ${styles.tool}`}>
      <h2 className={panel.toolTitle}>{t('name')}</h2>
      <BringFile bring={bring} actions={(outcome, name) => <Taken outcome={outcome} name={name} onZip={bring.zip} />} />
      <KeptLayers />
    </section>
  )
}

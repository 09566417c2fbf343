'use client'
import { useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import panel from '@/components/ui/panel.module.css'
import tool from '@/components/ui/tool.module.css'
import { useKeptLayers } from '@/lib/client/bring/brought-store'
import { removeKept } from '@/lib/client/bring/kept-layers'
import { showBounds } from '@/lib/client/map-commands'
import { isolate } from '@/lib/derive/isolate'
import { limits } from '@/lib/limits'
import styles from './bring.module.css'
import { BringOutcome, FirstRows } from './bring-outcome'
import { ColumnChoices } from './column-choices'
import { type BringState, leftOpen, useBring } from './use-bring'

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

function useFailure(state: BringState): string {
  const t = useTranslations('bring')
  if (state.kind !== 'failed') return ''
  const { name, why } = state
  if (why === 'too-long') return t('failed', { name, reason: t('tooLong', { seconds: limits.import.pageMs / 1000 }) })
  return t('failed', { name, reason: why === 'broken' ? t('broken') : why.reason })
}

/** The card in which a reader brings a file of their own: chosen here or dropped on the page. */
export function BringTool() {
  const t = useTranslations('bring')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { state, open, stop, change, zip } = useBring()
  const failure = useFailure(state)
  return (
    <section aria-label={t('name')} className={`${panel.page} ${styles.tool}`}>
      <h2 className={panel.toolTitle}>{t('name')}</h2>
      {state.kind !== 'opened' && <p className={tool.hint}>{t('explained')}</p>}
      <p className={tool.actions}>
        <Button className={tool.button} onClick={() => input.current?.click()}>
          {t(state.kind === 'opened' ? 'another' : 'choose')}
        </Button>
        {(state.kind === 'reading' || state.kind === 'opened') && (
          <Button className={styles.link} onClick={stop}>
            {t(state.kind === 'opened' ? 'away' : 'stop')}
          </Button>
        )}
      </p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('choose')}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) open(file)
          // The same file again, mended meanwhile, is another choice.
          target.value = ''
        }}
      />
      <p role="alert" className={styles.failure}>
        {failure}
      </p>
      {state.kind === 'reading' && <p role="status">{t('reading', { name: isolate(state.name) })}</p>}
      {state.kind === 'opened' && (
        <>
          <p className={styles.file}>
            <strong>{state.opened.name}</strong>
          </p>
          {state.opened.sheets.length > 1 && (
            <p className={styles.sheet}>
              <label htmlFor={`${id}-sheet`}>{t('sheet')}</label>{' '}
              <select
                id={`${id}-sheet`}
                value={state.opened.sheet ?? ''}
                onChange={({ target }) => open(state.file, target.value)}
              >
                {state.opened.sheets.map((sheet) => (
                  <option key={sheet}>{sheet}</option>
                ))}
              </select>
            </p>
          )}
          {leftOpen(state.opened, state.mapping).map(({ ask, words }) => (
            <p key={ask} className={styles.failure}>
              {words}
            </p>
          ))}
          {state.outcome === null && state.rows > 0 && <p role="status">{t('progress', { count: state.rows })}</p>}
          {state.outcome !== null && <BringOutcome outcome={state.outcome} name={state.name} onZip={zip} />}
          <ColumnChoices
            key={`${state.opened.name} ${state.opened.sheet}`}
            opened={state.opened}
            mapping={state.mapping}
            onChange={change}
          />
          <FirstRows opened={state.opened} />
          {state.opened.found.length > 0 && (
            <details className={styles.more}>
              <summary>{t('found')}</summary>
              <ul className={styles.list}>
                {state.opened.found.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      <KeptLayers />
    </section>
  )
}

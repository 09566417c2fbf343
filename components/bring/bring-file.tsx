import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import tool from '@/components/ui/tool.module.css'
import type { BroughtRows } from '@/lib/client/bring/bring-messages'
import { isolate } from '@/lib/derive/isolate'
import { limits } from '@/lib/limits'
import styles from './bring.module.css'
import { BringOutcome, FirstRows } from './bring-outcome'
import { ColumnChoices, OrderChoice } from './column-choices'
import { type BringState, leftOpen, type useBring } from './use-bring'

function useFailure(state: BringState): string {
  const t = useTranslations('bring')
  if (state.kind !== 'failed') return ''
  const { name, why } = state
  if (why === 'too-long') return t('failed', { name, reason: t('tooLong', { seconds: limits.import.pageMs / 1000 }) })
  return t('failed', { name, reason: why === 'broken' ? t('broken') : why.reason })
}

interface BringFileProps {
  bring: Pick<ReturnType<typeof useBring>, 'change' | 'open' | 'state' | 'stop'>
  /** What can be done with rows that were read. */
  actions(outcome: BroughtRows, name: string): ReactNode
}

/** A file is chosen and read; what its columns are taken for can be said otherwise. */
export function BringFile({ bring: { state, open, stop, change }, actions }: BringFileProps) {
  const t = useTranslations('bring')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const failure = useFailure(state)
  return (
    <>
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
          <OrderChoice opened={state.opened} mapping={state.mapping} onChange={change} />
          {state.outcome === null && state.rows > 0 && <p role="status">{t('progress', { count: state.rows })}</p>}
          {state.outcome !== null && (
            <BringOutcome outcome={state.outcome}>{actions(state.outcome, state.name)}</BringOutcome>
          )}
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
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useDateText } from '@/components/record-text/use-words'
import { CopyButton } from '@/components/share/part'
import { Button } from '@/components/ui/button'
import panel from '@/components/ui/panel.module.css'
import tool from '@/components/ui/tool.module.css'
import { useCase } from '@/lib/client/case-context'
import type { Scene } from '@/lib/schema/scene'
import { sceneReadingMs } from '@/lib/wall/plan-tour'
import type { SceneWords } from '@/lib/wall/tour-draft'
import styles from './tour.module.css'
import { WallTabLink, wallAddress } from './wall-link'

/** The scene on the wall, and its address to be passed on; a scene that the case does not have yet has neither. */
function SceneLinks({ scene }: { scene: Scene }) {
  const { linked } = useCase()
  const t = useTranslations('tour')
  if (!linked.scenes.some(({ id }) => id === scene.id)) return <p className={panel.small}>{t('notOnWall')}</p>
  return (
    <ul className={panel.chips}>
      <li>
        <WallTabLink caseId={linked.id} scene={scene.id}>
          {t('openScene')}
        </WallTabLink>
      </li>
      <li>
        <CopyButton
          className={panel.link}
          label={t('copyLink')}
          field={t('linkField')}
          text={() => new URL(wallAddress(linked.id, scene.id, linked.caseVersion), window.location.href).href}
        />
      </li>
    </ul>
  )
}

interface SceneTimeProps {
  time: NonNullable<Scene['time']>
  onChange(time: Scene['time']): void
}

/** The window of time that a scene came with: whether the wall plays through it, and the way back to all of time. */
function SceneTime({ time, onChange }: SceneTimeProps) {
  const t = useTranslations('tour.time')
  const dateText = useDateText()
  const { window, play = false } = time
  return (
    <div className={styles.field}>
      <p>{t('shows', { date: dateText(window) })}</p>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={play}
          onChange={({ target }) => onChange(target.checked ? { window, play: true } : { window })}
        />
        {t('play')}
      </label>
      <p>
        <Button className={panel.link} onClick={() => onChange(undefined)}>
          {t('remove')}
        </Button>
      </p>
    </div>
  )
}

interface SceneFormProps {
  scene: Scene
  faults: readonly (keyof SceneWords)[]
  onChange(change: Partial<Scene>): void
  onLook(): void
  onRemove(): void
}

/** Words and time of one scene. What is typed is kept at once; there is nothing to send. */
export function SceneForm({ scene, faults, onChange, onLook, onRemove }: SceneFormProps) {
  const { linked } = useCase()
  const t = useTranslations('tour')
  const dateText = useDateText()
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => first.current?.querySelector('input')?.focus(), [])
  const readingSeconds = Math.round(sceneReadingMs(scene, linked) / 1000)
  const fault = (key: keyof SceneWords) => (faults.includes(key) ? t(`faults.${key}`) : null)
  const text = (key: 'title' | 'words' | 'when' | 'where' | 'notes', rows: number, hint: string | null = null) => (
    <Field label={t(`fields.${key}`)} hint={fault(key) ?? hint} faulty={fault(key) !== null}>
      {(ids) =>
        rows === 1 ? (
          <input
            {...ids}
            className={tool.field}
            value={scene[key] ?? ''}
            onChange={(event) => onChange({ [key]: event.target.value })}
          />
        ) : (
          <textarea
            {...ids}
            className={tool.field}
            rows={rows}
            value={scene[key] ?? ''}
            onChange={(event) => onChange({ [key]: event.target.value })}
          />
        )
      }
    </Field>
  )
  const when = scene.when?.trim() ?? ''
  return (
    <div ref={first} className={styles.form}>
      {text('title', 1)}
      {text('words', 5)}
      {text('when', 1, when === '' ? t('whenHint') : dateText(when))}
      {text('where', 1)}
      {text('notes', 3)}
      <Field
        label={t('fields.dwellSeconds')}
        hint={fault('dwellSeconds') ?? t('readingTime', { seconds: readingSeconds })}
        faulty={fault('dwellSeconds') !== null}
      >
        {(ids) => (
          <input
            {...ids}
            className={tool.field}
            type="number"
            min={3}
            max={600}
            value={scene.dwellSeconds === 0 ? '' : scene.dwellSeconds}
            onChange={(event) => onChange({ dwellSeconds: Number(event.target.value) })}
          />
        )}
      </Field>
      {scene.time !== undefined && <SceneTime time={scene.time} onChange={(time) => onChange({ time })} />}
      <SceneLinks scene={scene} />
      <ul className={panel.chips}>
        <li>
          <Button className={panel.link} onClick={onLook}>
            {t('takeView')}
          </Button>
        </li>
        <li>
          <Button className={panel.link} onClick={onRemove}>
            {t('remove')}
          </Button>
        </li>
      </ul>
    </div>
  )
}

interface FieldProps {
  label: string
  hint: string | null
  faulty: boolean
  children(ids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }): ReactNode
}

/** A field under its name, with what there is to say of it below. */
function Field({ label, hint, faulty, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': hint === null ? undefined : hintId, 'aria-invalid': faulty })}
      {hint !== null && (
        <p id={hintId} className={faulty ? styles.fault : panel.small}>
          {hint}
        </p>
      )}
    </div>
  )
}

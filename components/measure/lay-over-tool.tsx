'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import panel from '@/components/ui/panel.module.css'
import { usePositionWords } from '@/lib/client/find/world-places'
import { formatPosition } from '@/lib/client/format-figure'
import { layAt, type Spot } from '@/lib/client/measure/find-spots'
import { useShapeName, useShapes } from '@/lib/client/measure/use-shapes'
import { useView } from '@/lib/client/view-context'
import { pushView } from '@/lib/client/view-store'
import type { CaseShape } from '@/lib/derive/case-shapes'
import { isolate } from '@/lib/derive/isolate'
import { sphereCentre } from '@/lib/geo/sphere'
import type { LngLat } from '@/lib/schema/geometry'
import styles from './measure.module.css'
import { MeasureKinds } from './measure-kinds'
import { ShapeNumbers } from './shape-numbers'
import { SpotFinder, useCaseSpot } from './spot-finder'
import { useLayOverPointer } from './use-lay-over-pointer'

const stepsKm = [10, 50, 200] as const
export type StepKm = (typeof stepsKm)[number]

const moves = [
  ['west', 270],
  ['north', 0],
  ['south', 180],
  ['east', 90],
] as const

const turns = [
  ['left', -1],
  ['right', 1],
] as const

interface MovePadProps {
  stepKm: StepKm
  onStep(stepKm: StepKm): void
  onMove(bearing: number): void
  onTurn(steps: number): void
}

/** Moves and turns the laid shape without a pointer; arrow keys work anywhere in it. */
function MovePad({ stepKm, onStep, onMove, onTurn }: MovePadProps) {
  const t = useTranslations('layOver.move')
  const number = new Intl.NumberFormat(useLocale())
  const name = useId()
  return (
    <fieldset className={styles.move} data-move-pad="">
      <legend className={styles.label}>{t('name')}</legend>
      <p className={styles.note}>{t('hint')}</p>
      <div className={styles.pad}>
        {moves.map(([where, bearing]) => (
          <IconButton
            key={where}
            icon={`move.${where}`}
            label={t(where)}
            className={styles.button}
            onClick={() => onMove(bearing)}
          />
        ))}
        {turns.map(([where, steps]) => (
          <IconButton
            key={where}
            icon={`turn.${where}`}
            label={t(where)}
            className={styles.button}
            onClick={() => onTurn(steps)}
          />
        ))}
      </div>
      <div role="radiogroup" aria-label={t('step')} className={styles.steps}>
        {stepsKm.map((km) => (
          <label key={km} className={styles.step}>
            <input type="radio" name={name} checked={km === stepKm} onChange={() => onStep(km)} />
            {t('km', { number: number.format(km) })}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const kinds = ['claim', 'area', 'ring', 'line'] as const

/** What lies under the middle of a laid shape: a place of the case or the world by its point, else the part of a country. */
function useOver(at: LngLat | null): Spot | undefined {
  const ofCase = useCaseSpot(at)
  const words = usePositionWords(at, useLocale())
  if (at === null) return undefined
  if (words?.place != null) return words.place
  if (ofCase !== undefined) return ofCase
  const names = [words?.region?.name, words?.country].filter((name) => name != null)
  return names.length === 0 ? undefined : { name: [...new Set(names)].join(', '), kind: 'region', at }
}

/** The card that lays a shape of the case over another place, at its true size. */
export function LayOverTool() {
  const t = useTranslations('layOver')
  const locale = useLocale()
  const { shapes, failed } = useShapes(true)
  const nameOf = useShapeName()
  const [stepKm, setStepKm] = useState<StepKm>(50)
  const laid = useView(({ laidOver }) => laidOver)
  const shape = shapes.find(({ id }) => id === laid?.shape)
  const pointer = useLayOverPointer(laid, shape, stepKm)

  const choose = (id: string) => {
    const chosen = shapes.find((candidate) => candidate.id === id)
    if (chosen === undefined) pushView({ laidOver: null })
    else layAt(chosen, laid?.at ?? sphereCentre(chosen.geometry), laid?.turn ?? 0)
  }
  const over = useOver(laid?.at ?? null)
  return (
    <section aria-label={t('name')} className={styles.card}>
      <h2 className={panel.toolTitle}>{t('name')}</h2>
      <MeasureKinds />
      {shape === undefined && <p className={styles.note}>{t('hint')}</p>}
      <ShapeSelect shapes={shapes} chosen={shape?.id ?? ''} onChoose={choose} />
      {shapes.length === 0 && <p role="status">{t(failed ? 'failed' : 'loading')}</p>}
      {shapes.length > 0 && laid !== null && shape === undefined && <p role="alert">{t('unknown')}</p>}
      {laid !== null && shape !== undefined && (
        <>
          <SpotFinder label={t('over')} onChoose={({ at }) => layAt(shape, at, laid.turn)} />
          <ShapeNumbers shape={shape} over={over} />
          <MovePad stepKm={stepKm} onStep={setStepKm} onMove={pointer.move} onTurn={pointer.turn} />
          <p role="status" className={styles.note}>
            {over === undefined
              ? t('move.at', { position: formatPosition(laid.at, locale), turn: laid.turn })
              : t('move.over', {
                  name: isolate(over.name),
                  position: formatPosition(laid.at, locale),
                  turn: laid.turn,
                })}
          </p>
          <div className={styles.buttons}>
            <Button className={styles.button} onClick={() => layAt(shape, sphereCentre(shape.geometry), 0)}>
              {t('original')}
            </Button>
            <Button className={styles.button} onClick={() => pushView({ laidOver: null })}>
              {t('remove')}
            </Button>
          </div>
          <p className={styles.note}>{t('note', { name: isolate(nameOf(shape)) })}</p>
        </>
      )}
    </section>
  )
}

interface ShapeSelectProps {
  shapes: readonly CaseShape[]
  chosen: string
  onChoose(id: string): void
}

function ShapeSelect({ shapes, chosen, onChoose }: ShapeSelectProps) {
  const t = useTranslations('layOver')
  const nameOf = useShapeName()
  const field = useId()
  return (
    <div className={styles.finder}>
      <label htmlFor={field}>{t('choose')}</label>
      <select
        id={field}
        className={styles.field}
        value={chosen}
        disabled={shapes.length === 0}
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value="">{t('none')}</option>
        {kinds.map((kind) => (
          <optgroup key={kind} label={t(`groups.${kind}`)}>
            {shapes
              .filter((shape) => shape.kind === kind)
              .map((shape) => (
                <option key={shape.id} value={shape.id}>
                  {nameOf(shape)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

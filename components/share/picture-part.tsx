'use client'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { type TakenPicture, useTakePicture } from '@/components/picture/use-take-picture'
import { Button } from '@/components/ui/button'
import { useCase } from '@/lib/client/case-context'
import { saveFile } from '@/lib/client/save-file'
import { Part } from './part'
import styles from './share.module.css'

const densities = [1, 2, 4] as const
type Density = (typeof densities)[number]

const BASE = { width: 1600, height: 1000 } as const

type State =
  | { kind: 'idle' | 'taking' | 'failed' }
  | { kind: 'done'; file: string; taken: TakenPicture; asked: Density }

/** The view as a picture: how large, and a button that draws and downloads it. */
export function PicturePart() {
  const words = useTranslations('picture')
  const { linked } = useCase()
  const takePicture = useTakePicture()
  const id = useId()
  const busy = useRef(false)
  const [density, setDensity] = useState<Density>(2)
  const [state, setState] = useState<State>({ kind: 'idle' })
  const take = async () => {
    // A disabled button would drop the keyboard's focus; a second press while one is drawn is passed over.
    if (busy.current) return
    busy.current = true
    setState({ kind: 'taking' })
    try {
      const taken = await takePicture(density)
      const file = `${linked.id}-${new Date().toISOString().slice(0, 10)}${density === 1 ? '' : `@${density}x`}.png`
      saveFile(file, taken.blob)
      setState({ kind: 'done', file, taken, asked: density })
    } catch {
      setState({ kind: 'failed' })
    } finally {
      busy.current = false
    }
  }
  return (
    <Part title={words('name')}>
      <p className={styles.hint}>{words('explained', BASE)}</p>
      <fieldset className={styles.choice}>
        <legend className="visually-hidden">{words('density')}</legend>
        {densities.map((each) => (
          <label key={each}>
            <input type="radio" name={`${id}-density`} checked={density === each} onChange={() => setDensity(each)} />{' '}
            {each}×
          </label>
        ))}
      </fieldset>
      <p className={styles.actions}>
        <Button className={styles.button} aria-busy={state.kind === 'taking'} onClick={take}>
          {words(state.kind === 'taking' ? 'taking' : 'take')}
        </Button>
      </p>
      <p role="status" className={styles.said}>
        <Outcome state={state} />
      </p>
    </Part>
  )
}

function Outcome({ state }: { state: State }) {
  const words = useTranslations('picture')
  if (state.kind === 'failed') return words('failed')
  if (state.kind !== 'done') return null
  const { file, asked, taken } = state
  if (taken.mapRatio === 'still') return words('doneStill', { file })
  const coarse = taken.mapRatio < asked * 0.99
  return coarse ? words('doneCoarse', { file, ratio: Number(taken.mapRatio.toFixed(1)) }) : words('done', { file })
}

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, memo, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import colours from '@/components/ui/colour.module.css'
import type { TimeMark } from '@/lib/derive/time-mark'
import { neutralHue } from '@/lib/schema/plain-values'
import { MarkShape } from './mark-shape'
import styles from './plot.module.css'
import names from './plot-names.module.css'

/** The field that each shape is shown on, px, and what of it a mark takes. */
const FIELD = { width: 40, height: 18 } as const

const shapes = {
  dot: { x0: 15, x1: 25, y: 4, height: 10 },
  bar: { x0: 4, x1: 36, y: 4.5, height: 9 },
  pale: { x0: 2, x1: 38, y: 2, height: 14 },
  soft: { x0: 2, x1: 38, y: 2, height: 14 },
  band: { x0: 2, x1: 38, y: 2, height: 14 },
  frame: { x0: 2, x1: 38, y: 2, height: 14 },
  count: { x0: 2, x1: 38, y: 2, height: 14 },
  thin: { x0: 4, x1: 36, y: 12, height: 3 },
  density: { x0: 14, x1: 26, y: 4, height: 14 },
  quote: { x0: 15, x1: 25, y: 1, height: 14 },
  number: { x0: 12, x1: 28, y: 1, height: 14 },
} as const
type KeyShape = keyof typeof shapes

/** Which rows of the key a mark asks for. */
function shapesOf({ shape, thin, soft }: TimeMark): KeyShape[] {
  if (thin) return ['thin']
  if (shape === 'word') return []
  const isSoft = soft.start || soft.end
  return shape === 'pale' && isSoft ? ['pale', 'soft'] : [shape]
}

/** A mark of the plot, to be shown by itself. */
function exampleOf(key: KeyShape): TimeMark {
  const place = shapes[key]
  const shape = key === 'soft' || key === 'thin' ? 'pale' : key
  const soft = { start: false, end: key === 'soft' || key === 'band' }
  return {
    ...{ key, kind: 'event', ids: [], lane: 0, hue: neutralHue, unproven: false, shape, thin: key === 'thin', soft },
    moment: {
      kind: 'event',
      id: key,
      date: '',
      start: 0,
      end: 0,
      precision: 'day',
      basis: 'record',
      approximate: false,
    },
    ...place,
    words: key === 'number' ? { lead: '', text: '2', x: 26, anchor: 'middle', strong: false } : null,
    reach: place,
  }
}

/** What the shapes of the timeline say of a date, which their places cannot: those that are on it, behind a button. */
export const TimeKey = memo(function TimeKey({ marks }: { marks: readonly TimeMark[] }) {
  const t = useTranslations('timeline.key')
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const used = new Set(marks.flatMap(shapesOf))
  const rows = (Object.keys(shapes) as KeyShape[]).filter((key) => used.has(key))
  if (rows.length === 0) return null
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    setOpen(false)
  }
  return (
    <div className={names.keyPlace}>
      <Button
        className={names.keyButton}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={leave}
      >
        {t('name')}
      </Button>
      <div id={id} className={names.key} hidden={!isOpen} data-time-key="">
        <ul>
          {rows.map((key) => (
            <li key={key}>
              <svg className={styles.plot} {...FIELD} viewBox={`0 0 ${FIELD.width} ${FIELD.height}`} aria-hidden="true">
                <g
                  className={`${styles.mark} ${colours[neutralHue]}`}
                  data-shape={exampleOf(key).shape}
                  data-thin={key === 'thin' || undefined}
                >
                  <MarkShape mark={exampleOf(key)} />
                </g>
              </svg>
              {t(key)}
            </li>
          ))}
        </ul>
        <p>{t('folds')}</p>
      </div>
    </div>
  )
})

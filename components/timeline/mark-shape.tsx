import { memo } from 'react'
import type { MarkWords, TimeMark } from '@/lib/derive/time-mark'
import styles from './plot.module.css'

const fades = {
  start: [
    [0, 0],
    [0.45, 1],
  ],
  end: [
    [0.55, 1],
    [1, 0],
  ],
  both: [
    [0, 0],
    [0.3, 1],
    [0.7, 1],
    [1, 0],
  ],
} as const

/** Ends that are not known fade out, over a third of the mark or more. */
export const SoftEnds = memo(function SoftEnds() {
  return (
    <defs>
      {Object.entries(fades).map(([name, stops]) => (
        <g key={name}>
          <linearGradient id={`time-fade-${name}`}>
            {stops.map(([offset, opacity]) => (
              <stop key={offset} offset={offset} stopColor="#fff" stopOpacity={opacity} />
            ))}
          </linearGradient>
          <mask id={`time-soft-${name}`} maskContentUnits="objectBoundingBox">
            <rect width="1" height="1" fill={`url(#time-fade-${name})`} />
          </mask>
        </g>
      ))}
    </defs>
  )
})

function maskOf({ start, end }: TimeMark['soft']): string | undefined {
  if (start && end) return 'url(#time-soft-both)'
  if (start) return 'url(#time-soft-start)'
  return end ? 'url(#time-soft-end)' : undefined
}

function Words({ words, y }: { words: MarkWords; y: number }) {
  const { lead, text, x, anchor, strong } = words
  return (
    <text className={styles.words} x={x} y={y} textAnchor={anchor} data-strong={strong || undefined}>
      {lead !== '' && <tspan className={styles.lead}>{lead}</tspan>}
      {text}
    </text>
  )
}

/** From the middle of a row to the foot of its words, px. */
const BASELINE_PX = 4

/** A mark as its shape has it, and its words. A text, since a mark of words is the quotation mark itself. */
export const MarkShape = memo(function MarkShape({ mark }: { mark: TimeMark }) {
  const { shape, thin, soft, words, x0, x1, y, height } = mark
  const [middle, centre] = [y + height / 2, (x0 + x1) / 2]
  const said = words === null ? null : <Words words={words} y={middle + BASELINE_PX} />
  if (shape === 'quote')
    return (
      <text className={styles.quote} x={centre} y={y + height + BASELINE_PX} textAnchor="middle">
        “
      </text>
    )
  if (shape === 'number')
    return (
      <>
        <text className={styles.quote} x={centre - 7} y={y + height + BASELINE_PX} textAnchor="middle">
          “
        </text>
        {said}
      </>
    )
  if (shape === 'dot')
    return (
      <>
        <circle cx={centre} cy={middle} r={height / 2} />
        {said}
      </>
    )
  // Drawn by its own line, a frame stays within its px.
  const inset = !thin && (shape === 'frame' || shape === 'count') ? 0.6 : 0
  return (
    <>
      <rect
        x={x0 + inset}
        y={y + inset}
        width={Math.max(1, x1 - x0 - 2 * inset)}
        height={Math.max(1, height - 2 * inset)}
        rx={Math.min(2, height / 2)}
        mask={maskOf(soft)}
      />
      {said}
    </>
  )
})

import type { LayerColour, LayerMark as LayerMarkKind } from '@/lib/map/layer-table'
import styles from './layer-mark.module.css'
import tones from './tone.module.css'

/** The strokes of each mark on a field of 28 by 18: told apart by shape alone, in greyscale as well. */
const drawings: Record<LayerMarkKind, React.ReactNode> = {
  hatch: (
    <>
      <path d="M2 6 6 2M2 11l9-9M2 16 16 2M7 16 21 2M12 16 26 2M17 16l9-9M22 16l4-4" strokeWidth="1.6" />
      <rect x="1.75" y="1.75" width="24.5" height="14.5" strokeWidth="1.5" />
    </>
  ),
  bar: (
    <>
      <path d="M2 9h24" strokeWidth="1.25" />
      <rect className={styles.solid} x="12" y="2.5" width="4" height="13" />
    </>
  ),
  queue: <path d="M4 14.5c6 0 5.5-5 10.5-5.5S21 8 24 3.5" strokeWidth="4" strokeLinecap="round" />,
  arc: <path className={styles.solid} d="M2 15.2C6 5.5 15.5 1.8 26 4.6 17 4.2 9.5 8 5.8 16.8Z" />,
  pipe: <path d="M2 12.5 11 8.5l6-.5 9-5M2 16.5l10-4.5 6-.5 8-4.5" strokeWidth="1.6" />,
  drop: (
    <>
      <circle cx="14" cy="9" r="7.5" strokeWidth="1.25" strokeDasharray="2.6 1.7" />
      <path className={styles.solid} d="M14 4c1.9 2.7 3.2 4.2 3.2 6a3.2 3.2 0 0 1-6.4 0C10.8 8.2 12.1 6.7 14 4Z" />
    </>
  ),
  rings: (
    <>
      <circle cx="14" cy="9" r="7.5" strokeWidth="1.5" />
      <circle cx="14" cy="9" r="3.5" strokeWidth="1.5" />
    </>
  ),
  speech: <path d="M5.5 2.5h17v9.5H13l-4 4v-4H5.5Z" strokeWidth="1.6" strokeLinejoin="round" />,
  square: <rect x="10" y="5" width="8" height="8" strokeWidth="1.75" />,
}

/** A layer's mark as legend, lists and headings show it; decoration beside the layer's name. */
export function LayerMark({ mark, colour }: { mark: LayerMarkKind; colour: LayerColour }) {
  return (
    <svg className={`${styles.mark} ${tones[colour]}`} viewBox="0 0 28 18" width="28" height="18" aria-hidden="true">
      {drawings[mark]}
    </svg>
  )
}

/** Drawings of the menu's buttons, on a square of 24. */
const drawings = {
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  hold: 'M8 5v14M16 5v14',
  play: 'M8 5l11 7-11 7z',
  blank: 'M4 5h16v12H4zM4 20h16',
  connect: 'M8 3h8v18H8zM11 18h2',
  connected: 'M3 6h2M9 6h12M3 12h2M9 12h12M3 18h2M9 18h12',
  present: 'M3 5h18v11H3zM12 16v4M8 20h8',
  fullScreen: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
} as const

export type MenuDrawing = keyof typeof drawings

/** The drawing of a button; its words are the button's. */
export function MenuIcon({ drawing, className }: { drawing: MenuDrawing; className: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[drawing]} />
    </svg>
  )
}

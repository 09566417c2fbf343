// The package's main file gives Node no names, so its source is what is imported.
declare module 'mgrs/mgrs.js' {
  /** The middle of a square, [lng, lat]; throws where there is no such square. */
  export function toPoint(mgrs: string): [number, number]
}

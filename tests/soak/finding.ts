/** One figure of a soak, and what it should be. */
export interface Finding {
  what: string
  value: string
  target?: { words: string; met: boolean }
}

/** A figure that must not be more than `limit`. */
export function atMost(what: string, value: number, limit: number, unit: string, digits = 0): Finding {
  const written = `${value.toFixed(digits)} ${unit}`
  return { what, value: written, target: { words: `≤ ${limit} ${unit}`, met: value <= limit } }
}

/** A count that must be exactly this. */
export function exactly(what: string, value: number, wanted: number): Finding {
  return { what, value: String(value), target: { words: String(wanted), met: value === wanted } }
}

/** A figure that is only told. */
export function told(what: string, value: number, unit: string, digits = 0): Finding {
  return { what, value: `${value.toFixed(digits)} ${unit}` }
}

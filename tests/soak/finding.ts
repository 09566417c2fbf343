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

/** A share, in percent, that must not be less than `limit`. */
export function atLeastShare(what: string, share: number, limit: number): Finding {
  const written = `${(share * 100).toFixed(0)} %`
  return { what, value: written, target: { words: `≥ ${limit * 100} %`, met: share >= limit } }
}

/** A count that must be exactly this. */
export function exactly(what: string, value: number, wanted: number): Finding {
  return { what, value: String(value), target: { words: String(wanted), met: value === wanted } }
}

/** A figure that is only told. */
export function told(what: string, value: number, unit: string, digits = 0): Finding {
  return { what, value: `${value.toFixed(digits)} ${unit}` }
}

/** The value below which the share `p` (0 to 1) of `values` lies, interpolated between neighbours. Throws for none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * p
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new RangeError('no values to take a percentile of')
  return below + (above - below) * (place - Math.floor(place))
}

/** The middle value, or the mean of the two middle ones. Throws for none. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** How many times `base` goes into `value`. Throws where `base` is nothing to compare with. */
export function ratio(value: number, base: number): number {
  if (!(base > 0)) throw new RangeError(`cannot compare with ${base}`)
  return value / base
}

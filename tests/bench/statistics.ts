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

/** The bare page's and Caseboard's percentile `p`, and those two in words. */
export function atPercentile(ours: readonly number[], theirs: readonly number[], p: number) {
  const [app, bare] = [percentile(ours, p), percentile(theirs, p)]
  return { app, bare, value: `${bare.toFixed(0)} → ${app.toFixed(0)} ms, ${ratio(app, bare).toFixed(2)} ×` }
}

/** How much `y` grows with each `x`, by least squares. Throws where all points stand at one `x`. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const middleX = mean(points.map(([x]) => x))
  const middleY = mean(points.map(([, y]) => y))
  const spread = points.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0)
  if (!(spread > 0)) throw new RangeError('a slope needs two places')
  return points.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0) / spread
}

/** How finely a date is known. A `span` has two ends, each as fine as it is written. */
export type TimePrecision = 'instant' | 'minute' | 'day' | 'month' | 'year' | 'span'

/**
 * How finely an EDTF date that `edtfSchema` took is written: `instant` is to the second; what leaves digits open, as
 * `201X`, is a span. Without the parser of such dates, so that the page need not load it.
 */
export function timePrecision(edtf: string): TimePrecision {
  const text = edtf.replace(/[~?%]/g, '').replace(/(-XX)+$/, '')
  if (/[/X]/.test(text)) return 'span'
  if (text.includes('T')) return /T\d{2}:\d{2}:/.test(text) ? 'instant' : 'minute'
  const parts = text.replace(/^-/, '').split('-').length
  return parts >= 3 ? 'day' : parts === 2 ? 'month' : 'year'
}

/** Whether an EDTF date says itself that it is not certain: `~`, `?` or `%` at either end. */
export function isHedged(edtf: string): boolean {
  return /[~?%]/.test(edtf)
}

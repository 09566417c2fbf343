/** How finely a date is known. A `span` has two ends, each as fine as it is written. */
export type TimePrecision = 'instant' | 'day' | 'month' | 'year' | 'span'

/** How finely a date of the schema's `edtfSchema` is written. Reads the text alone, without that date's parser. */
export function precisionOf(text: string): TimePrecision {
  if (text.includes('/')) return 'span'
  if (text.includes('T')) return 'instant'
  const [, month = 'XX', day = 'XX'] = text.replace(/[~?%]/g, '').split('-')
  if (month === 'XX') return 'year'
  return day === 'XX' ? 'month' : 'day'
}

/** Whether a date says of itself that it is approximate or uncertain: EDTF's `~`, `?` or `%` on either end. */
export function isApproximateDate(text: string): boolean {
  return /[~?%]/.test(text)
}

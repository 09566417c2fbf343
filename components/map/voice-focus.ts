import type { LinkedQuotation } from '@/lib/derive/linked-case'
import type { Focus } from '@/lib/url/view'

/**
 * What a line of these quotations leads to: the quotation where it is one, who spoke where they are of one speaker, and
 * else the place where all of them were said. Null for none.
 */
export function voiceFocus(quotations: readonly (LinkedQuotation | undefined)[]): Focus | null {
  const found = quotations.filter((quotation) => quotation !== undefined)
  const [first] = found
  if (first === undefined) return null
  if (found.length === 1) return { kind: 'quotation', id: first.id }
  const { speaker, where } = first
  if (speaker !== undefined && found.every((quotation) => quotation.speaker === speaker))
    return { kind: 'speaker', id: speaker }
  return where === undefined ? null : { kind: 'place', id: where }
}

import type { Passage } from '@/lib/schema/passage'

/**
 * The words around a passage as they are shown: selectors are only as long as they must be and may begin or end within
 * a word, of which then nothing is shown. `prefix` stands before the passage, `suffix` after it.
 */
export function wholeWords({ prefix = '', suffix = '' }: Pick<Passage, 'prefix' | 'suffix'>): {
  before: string
  after: string
} {
  return {
    before: prefix.replace(/^[\p{L}\p{N}]+/u, ''),
    after: suffix.replace(/[\p{L}\p{N}]+$/u, ''),
  }
}

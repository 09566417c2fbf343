import type { SetAside } from '@/lib/schema/records'

/** The scenes' file, set aside for its shape, but for what is given. */
export function setAsideAs(given: Partial<SetAside>): SetAside {
  return { file: 'scenes.json', pointer: '', line: 1, id: null, rule: 'shape', reason: 'why', ...given }
}

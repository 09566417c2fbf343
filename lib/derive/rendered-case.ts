import type { LinkedCase } from './linked-case'

declare global {
  // The page's server half and its browser half are bundled apart, and run in one process while the page is rendered.
  var caseboardRendered: Map<string, LinkedCase> | undefined
}

/**
 * Hands a case from the page's server half to its browser half while both run on the server. As a property it would be
 * written into the page's HTML, where it weighs more than all the rest; the browser asks for it by its version instead.
 * Of each case the last one is kept.
 */
export function handOverCase(linked: LinkedCase): void {
  globalThis.caseboardRendered ??= new Map()
  globalThis.caseboardRendered.set(linked.id, linked)
}

/** The case that was handed over last; undefined in a browser, where none ever is. */
export function handedOverCase(id: string): LinkedCase | undefined {
  return globalThis.caseboardRendered?.get(id)
}

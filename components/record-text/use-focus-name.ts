'use client'
import { useCase } from '@/lib/client/case-context'
import type { Focus } from '@/lib/url/view'
import { useFigureText } from './use-words'

const NAME_LENGTH = 48

/**
 * A short name for whatever is in focus: a place's name, a quotation's first words, a figure's line. Null where the case
 * has no such record: an address that leads to nothing is passed over.
 */
export function useFocusName(): (focus: Focus) => string | null {
  const index = useCase()
  const figureText = useFigureText()
  return ({ kind, id }) => {
    const figure = kind === 'figure' ? index.figure(id) : undefined
    const found = {
      place: () => index.place(id)?.name,
      quotation: () => index.quotation(id)?.passage.exact,
      statement: () => index.statement(id)?.words,
      figure: () => figure && figureText(figure).line,
      speaker: () => index.actor(id)?.name,
      event: () => index.event(id)?.title,
    }[kind]()
    if (found === undefined) return null
    return found.length > NAME_LENGTH ? `${found.slice(0, NAME_LENGTH).replace(/\s+\S*$/, '')}…` : found
  }
}

import { findDifferences } from '@/lib/derive/find-differences'
import type { LinkedCase } from '@/lib/derive/linked-case'

/** What all that a tour tells rests on. */
interface RestingOn {
  sources: number
  quotations: number
  figures: number
  /** The titles of the questions that makers answer differently, those furthest apart first. */
  questions: string[]
  /** How many quotations another record has in other words. */
  wordings: number
}

type Records = Pick<LinkedCase, 'sources' | 'quotations' | 'figures' | 'questions'>

/** Counts what a case holds and where its records disagree. A maker's own series over time disagrees with nobody. */
export function countRest({ sources, quotations, figures, questions }: Records): RestingOn {
  return {
    sources: sources.length,
    quotations: quotations.length,
    figures: figures.filter(({ status }) => status !== 'derived').length,
    questions: findDifferences(questions, figures)
      .filter(({ kind }) => kind === 'apart')
      .map(({ title }) => title),
    wordings: quotations.filter(({ corroboration }) => corroboration.includes('differs')).length,
  }
}

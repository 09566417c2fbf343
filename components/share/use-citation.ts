'use client'
import { useLocale, useTranslations } from 'next-intl'
import {
  useActorName,
  useAsOfText,
  useDateText,
  useFigureText,
  useStatusText,
  useWhereText,
} from '@/components/record-text/use-words'
import { useCase } from '@/lib/client/case-context'
import type { AnnotatedQuotation } from '@/lib/derive/cite/annotation'
import type { Citation, CitationWords } from '@/lib/derive/cite/citation'
import type { Carried, LinkedFigure, LinkedQuotation } from '@/lib/derive/linked-case'
import type { Passage } from '@/lib/schema/passage'
import type { Focus } from '@/lib/url/view'
import { recordAddress } from '@/lib/url/view-codec'

/** Address of a record on this server, whole, with the version of the case that it is linked from. Only in the browser. */
export function useRecordLink(): (focus: Focus) => string {
  const { linked } = useCase()
  return (focus) => window.location.origin + recordAddress(linked.id, focus, linked.caseVersion)
}

/** The words that hold citations together, in the reader's language. */
export function useCitationWords(): CitationWords {
  const t = useTranslations('share.cite')
  const date = useDateText()
  const numbers = new Intl.NumberFormat(useLocale())
  return {
    date,
    quoted: (words) => t('quoted', { words }),
    published: (when) => t('published', { date: when }),
    retrieved: (when) => t('retrieved', { date: when }),
    document: (facts) => t('document', { facts }),
    via: (how) => t('via', { how }),
    passage: (words) => t('passage', { words }),
    noted: (words) => t('noted', { words }),
    position: (start, end) => t('position', { start: numbers.format(start), end: numbers.format(end) }),
    board: (title, updated, version) => t('board', { title, updated, version }),
  }
}

function useCitationOf(): (kind: 'quotation' | 'figure', id: string, passage?: Passage) => Omit<Citation, 'statement'> {
  const { linked, source } = useCase()
  const linkTo = useRecordLink()
  return (kind, id, passage) => ({
    // Ids are unique within a kind only.
    key: `${linked.id}-${kind}-${id}`,
    source: (passage && source(passage.source)) ?? null,
    passage: passage ?? null,
    board: { title: linked.title, updated: linked.updated, version: linked.caseVersion, link: linkTo({ kind, id }) },
  })
}

/** Who said a quotation, where and when, as far as it is known: "Anna Lund, harbour master, Vesby, …". */
function useSayer(): (quotation: LinkedQuotation) => { speaker: string | null; all: string } {
  const { actor } = useCase()
  const t = useTranslations('share.cite')
  const date = useDateText()
  const whereText = useWhereText()
  return (quotation) => {
    const { speaker: id, said } = quotation
    const found = id === undefined ? undefined : actor(id)
    const speaker = found === undefined ? (id ?? null) : t('by', { name: found.name, role: found.role })
    const parts = [speaker ?? undefined, whereText(quotation), said && date(said)]
    return { speaker, all: parts.filter((part) => part !== undefined).join(', ') }
  }
}

/** That all reports of it go back to one origin, as a sentence; nothing for anything else. */
function useOneOriginFacts(): (carried: Carried) => string[] {
  const t = useTranslations('share.cite')
  return ({ reports, origins }) => (origins === 1 ? [t('oneOrigin', { reports })] : [])
}

/** What is to be known of a quotation's wording, a sentence each: that it is no speech, that it is garbled, how other records have it. */
function useWordingFacts(): (quotation: LinkedQuotation) => string[] {
  const t = useTranslations('share.cite')
  return ({ form, garbled = false, corroboration }) => [
    ...(form === 'term' ? [t('term')] : []),
    ...(garbled ? [t('garbled')] : []),
    ...corroboration.map((status) => t(status)),
  ]
}

/** What a citation of a quotation is written from. */
export function useCiteQuotation(): (quotation: LinkedQuotation) => Citation {
  const t = useTranslations('share.cite')
  const citationOf = useCitationOf()
  const sayer = useSayer()
  const wordingFacts = useWordingFacts()
  const oneOrigin = useOneOriginFacts()
  return (quotation) => {
    const { id, passage } = quotation
    const words = t('quoted', { words: passage.exact })
    const { all } = sayer(quotation)
    const whose = all === '' ? `${words}.` : t('saidBy', { words, by: all })
    return {
      ...citationOf('quotation', id, passage),
      statement: [whose, ...wordingFacts(quotation), ...oneOrigin(quotation)].join(' '),
    }
  }
}

/** What a citation of a figure is written from. */
export function useCiteFigure(): (figure: LinkedFigure) => Citation {
  const t = useTranslations('share.cite')
  const citationOf = useCitationOf()
  const name = useActorName()
  const asOfText = useAsOfText()
  const figureText = useFigureText()
  const statusText = useStatusText()
  const oneOrigin = useOneOriginFacts()
  return (figure) => {
    const { id, passage, counts, by, via = [], status } = figure
    const facts = {
      line: figureText(figure).line,
      counts,
      who: name(by),
      via: via.map(name).join(', '),
      status: statusText(figure),
      asOf: asOfText(figure),
    }
    const form = status === 'derived' ? 'figureDerived' : via.length === 0 ? 'figure' : 'figureVia'
    return { ...citationOf('figure', id, passage), statement: [t(form, facts), ...oneOrigin(figure)].join(' ') }
  }
}

/** What an annotation of a quotation is written from. */
export function useAnnotateQuotation(): (quotation: LinkedQuotation) => AnnotatedQuotation {
  const { linked, actor, source } = useCase()
  const t = useTranslations('corrections')
  const date = useDateText()
  const linkTo = useRecordLink()
  const sayer = useSayer()
  const wordingFacts = useWordingFacts()
  const whereText = useWhereText()
  return (quotation) => {
    const { id, passage, speaker, said, note } = quotation
    const side = speaker === undefined ? undefined : actor(speaker)?.side
    const placed = [whereText(quotation), said && date(said)]
    const whereAndWhen = placed.filter((part) => part !== undefined).join(', ')
    const canonical = (focus: Focus) => window.location.origin + recordAddress(linked.id, focus, null)
    return {
      link: linkTo({ kind: 'quotation', id }),
      canonical: canonical({ kind: 'quotation', id }),
      passage,
      source: source(passage.source) ?? null,
      speaker: sayer(quotation).speaker,
      speakerLink: speaker === undefined ? null : canonical({ kind: 'speaker', id: speaker }),
      side: linked.sides.find((one) => one.id === side)?.name ?? null,
      facts: [whereAndWhen, ...wordingFacts(quotation), note ?? '', t('cite', { version: linked.caseVersion })].filter(
        (fact) => fact !== '',
      ),
      updated: linked.updated,
    }
  }
}

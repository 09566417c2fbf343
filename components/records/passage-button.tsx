'use client'
import { useTranslations } from 'next-intl'
import { RecordLink } from '@/components/ui/record-link'
import { askForPassage } from '@/lib/client/asked-passage'
import type { Passage } from '@/lib/schema/passage'
import type { Focus } from '@/lib/url/view'

interface PassageButtonProps {
  focus: Focus
  /** Of the record; without one, as a derived figure is, there is nothing to lead to. */
  passage: Passage | undefined
  /** The record's name or words: which passage it is, for those who hear the button alone. */
  of: string
  className?: string | undefined
}

/** Leads from a number or a word straight to its sentence: the record comes into focus, its passage into sight. */
export function PassageButton({ focus, passage, of, className }: PassageButtonProps) {
  const t = useTranslations('quotation')
  if (passage === undefined) return null
  const words = of.length > 60 ? `${of.slice(0, 60)}…` : of
  return (
    <RecordLink focus={focus} look="link" className={className} onChoose={() => askForPassage(passage)}>
      {t('passage')}
      <span className="visually-hidden"> {t('passageOf', { words })}</span>
    </RecordLink>
  )
}

'use client'
import type { Passage } from '@/lib/schema/passage'
import type { Focus } from '@/lib/url/view'
import { askForPassage } from './asked-passage'
import { useActions } from './board-actions'

/** Brings a record into focus and its passage into sight: one action from a number or a word to its sentence. */
export function useOpenPassage(): (focus: Focus, passage: Passage | undefined) => void {
  const { choose } = useActions()
  return (focus, passage) => {
    askForPassage(passage ?? null)
    choose(focus)
  }
}

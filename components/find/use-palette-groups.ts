'use client'
import { useMemo } from 'react'
import { useOpenPart } from '@/components/record-text/use-parts'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import type { Finds, Found } from '@/lib/client/find/find-index'
import { recentFinds, rememberFind } from '@/lib/client/find/session-memory'
import type { FindState } from '@/lib/client/find/use-find-index'
import { neutralHue } from '@/lib/schema/hue'
import { type FoundWords, type IsMatched, useDescribeFound } from './use-describe-found'
import { useTypedCommands } from './use-typed-commands'

/** How many of a kind are shown: the rest is a word more of typing away. */
const SHOWN = 5

export interface PaletteRow {
  key: string
  words: FoundWords
  kind: Found['kind'] | 'command'
  /** The place that it stands for, to be highlighted on the map. */
  placeId: string | null
  run(): void
}

export interface PaletteGroup {
  id: Found['kind'] | 'command' | 'recent'
  rows: readonly PaletteRow[]
  /** How many there are in all. */
  count: number
}

export interface PaletteList {
  groups: readonly PaletteGroup[]
  isMatched: IsMatched
}

const nothing: Finds = { groups: [], matched: new Set() }
const noMark: IsMatched = () => false

/** What the palette lists for what was typed; for an empty field, what was opened before and the commands most used. */
export function usePaletteGroups(typed: string, state: FindState): PaletteList {
  const { linked } = useCase()
  const { choose } = useActions()
  const openPart = useOpenPart()
  const describe = useDescribeFound()
  const offered = useTypedCommands(typed)
  const { groups, matched } = useMemo(() => (state.is === 'ready' ? state.find(typed, SHOWN) : nothing), [state, typed])
  const isMatched: IsMatched = state.is === 'ready' ? (word) => state.isMatched(word, matched) : noMark

  const rowOf = (found: Found): PaletteRow[] => {
    const words = describe(found, isMatched)
    if (words === null) return []
    const { kind, id } = found
    const run = () => {
      rememberFind(linked.id, found)
      if (kind === 'source') openPart({ kind, id })
      else choose({ kind, id })
    }
    return [{ key: `${kind} ${id}`, words, kind, placeId: kind === 'place' ? id : null, run }]
  }
  const commands: PaletteGroup = {
    id: 'command',
    count: offered.commands.length,
    rows: offered.commands.slice(0, typed.trim() === '' ? undefined : SHOWN).map(({ id, title, run }) => ({
      key: `command ${id}`,
      kind: 'command',
      words: { text: title, alias: null, detail: '', mark: null, colour: neutralHue, carried: null },
      placeId: null,
      run,
    })),
  }
  if (typed.trim() === '') {
    const rows = recentFinds(linked.id).flatMap(rowOf)
    return { groups: filled([{ id: 'recent', rows, count: rows.length }, commands]), isMatched }
  }
  const finds = groups.map(({ kind, found, count }) => ({
    fit: found[0]?.fit ?? 0,
    group: { id: kind, rows: found.flatMap(rowOf), count } satisfies PaletteGroup,
  }))
  const ranked = [...finds, { fit: offered.fit, group: commands }]
    // The sort is stable: groups that fit equally well stay in the order of the kinds, commands last.
    .sort((one, other) => one.fit - other.fit)
  return { groups: filled(ranked.map(({ group }) => group)), isMatched }
}

function filled(groups: readonly PaletteGroup[]): PaletteGroup[] {
  return groups.filter(({ rows }) => rows.length > 0)
}

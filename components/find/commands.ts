'use client'
import { useTranslations } from 'next-intl'
import { pagesOf } from '@/components/case-panel/case-pages'
import { useThemeName } from '@/components/map/use-map-style'
import { wallAddress } from '@/components/tour/wall-link'
import { announce } from '@/lib/client/announcements'
import { type BoardActions, useActions } from '@/lib/client/board-actions'
import { type CaseIndex, useCase } from '@/lib/client/case-context'
import { clearAllFacets, hasActiveFilters } from '@/lib/client/filter-actions'
import { copyText } from '@/lib/client/save-file'
import { type OpenTool, useOpenTool } from '@/lib/client/tool-store'
import { type BoardView, useWholeView } from '@/lib/client/view-context'
import { currentLink, pushView, replaceTime } from '@/lib/client/view-store'
import { useVisible } from '@/lib/client/visible-context'
import type { RecordQuery } from '@/lib/derive/filter-records'
import { spellings, wordsOf } from '@/lib/derive/spellings'
import { fits, nameFit, spacedWords } from '@/lib/find/find-index'
import type { ThemeName } from '@/lib/map/theme'

interface Worded {
  title: string
  also: string
}

/** By its title; words that it is also found by are as good as a word within, and better than what is only nearly so. */
function fitOf({ title, also }: Worded, whole: readonly string[]): number {
  const byAlso = nameFit(wordsOf(also).flatMap(spacedWords), whole)
  return Math.min(nameFit(spacedWords(title), whole), Math.max(byAlso, fits.word))
}

/** Commands of which every typed word begins a word, best first, and how well the best fits; see `nameFit`. */
export function matchCommands<T extends Worded>(commands: readonly T[], typed: string): { commands: T[]; fit: number } {
  const sought = wordsOf(typed).flatMap((word) => spellings(word).slice(0, 1))
  if (sought.length === 0) return { commands: [], fit: fits.other }
  const whole = spacedWords(typed)
  const found = commands
    .filter(({ title, also }) => {
      const words = wordsOf(`${title} ${also}`).flatMap(spellings)
      return sought.every((part) => words.some((word) => word.startsWith(part)))
    })
    .map((command) => ({ command, fit: fitOf(command, whole) }))
    .sort((one, other) => one.fit - other.fit)
  return { commands: found.map(({ command }) => command), fit: found[0]?.fit ?? fits.other }
}

/** Something that the palette can do, in the reader's words. */
export interface Command {
  id: string
  title: string
  /** Other words that it is found by. */
  also: string
  run(): void
}

interface Place {
  board: CaseIndex
  view: BoardView
  actions: BoardActions
  tools: OpenTool
  theme: ThemeName
  query: RecordQuery
  /** Says what was done where nothing else shows it. */
  announce(what: 'linkCopied'): void
}

interface CommandRow {
  /** Whether there is anything for it to do; without it, always. */
  when?(place: Place): boolean
  run(place: Place): void
}

/** Copies a link to the view as it is now; a page over plain http has no clipboard, and the card lets it be copied by hand. */
async function copyLink({ board, tools, announce }: Place): Promise<void> {
  if (await copyText(currentLink(board.linked))) announce('linkCopied')
  else tools.openTool('share')
}

/** The commands that are always the same few; their words are in the catalogue under `find.commands`. */
const commandTable = {
  filter: { run: ({ tools }) => tools.openTool('filter') },
  'clear-filter': {
    when: ({ query }) => hasActiveFilters(query),
    run: clearAllFacets,
  },
  'all-time': { run: () => replaceTime(null) },
  'voices-on': { when: ({ view }) => view.voices === null, run: () => pushView({ voices: '' }) },
  'voices-off': { when: ({ view }) => view.voices !== null, run: () => pushView({ voices: null }) },
  measure: { run: ({ tools }) => tools.openTool('measure') },
  'lay-over': { run: ({ tools }) => tools.openTool('lay-over') },
  dark: { when: ({ theme }) => theme === 'light', run: ({ actions }) => actions.setTheme('dark') },
  light: { when: ({ theme }) => theme === 'dark', run: ({ actions }) => actions.setTheme('light') },
  'copy-link': { run: (place) => void copyLink(place) },
  share: { run: ({ tools }) => tools.openTool('share') },
  bring: { run: ({ tools }) => tools.openTool('bring') },
  wall: { run: ({ board }) => void window.open(wallAddress(board.linked.id), '_blank', 'noreferrer') },
} as const satisfies Record<string, CommandRow>

type CommandId = keyof typeof commandTable

function isCommandId(id: string): id is CommandId {
  return id in commandTable
}

/** Every command that there is something to do for now: the table's, a switch a layer, and the parts of the case. */
export function useCommands(): readonly Command[] {
  const t = useTranslations('find')
  const tPages = useTranslations('panel.pages')
  const board = useCase()
  const view = useWholeView()
  const actions = useActions()
  const place: Place = {
    board,
    view,
    actions,
    tools: useOpenTool(),
    theme: useThemeName(),
    query: useVisible().query,
    announce: (what) => announce(t(what)),
  }
  const rows: [CommandId, CommandRow][] = Object.entries(commandTable).flatMap(([id, row]) =>
    isCommandId(id) ? [[id, row]] : [],
  )
  const table = rows
    .filter(([, { when }]) => when?.(place) ?? true)
    .map(([id, { run }]) => ({
      id,
      title: t(`commands.${id}.title`),
      also: t(`commands.${id}.also`),
      run: () => run(place),
    }))
  const layers = board.linked.layers.map(({ id, name }) => ({
    id: `layer ${id}`,
    title: t(view.visibleLayers.includes(id) ? 'hideLayer' : 'showLayer', { name }),
    also: t('layerAlso'),
    run: () => actions.toggleLayer(id),
  }))
  const pages = pagesOf(board.linked).map(({ id }) => ({
    id: `page ${id}`,
    title: t('openPage', { name: tPages(id) }),
    also: t('pageAlso'),
    run: () => actions.openPage(id),
  }))
  return [...table, ...layers, ...pages]
}

'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCaseCentre, useSpotSearch, useSpotWords } from '@/components/measure/spot-finder'
import { useOpenPart } from '@/components/record-text/record-refs'
import { useDateText } from '@/components/record-text/use-words'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { readTypedDate } from '@/lib/client/find/typed-date'
import { type FindState, mostUsed, recentFinds, rememberCommand, rememberFind } from '@/lib/client/find/use-find-index'
import { boundsAround, useWorldPlaces } from '@/lib/client/find/world-places'
import { showBounds } from '@/lib/client/map-commands'
import { layAt } from '@/lib/client/measure/find-spots'
import { useShapes } from '@/lib/client/measure/use-shapes'
import { useOpenTool } from '@/lib/client/tool-store'
import { pushView, replaceTime } from '@/lib/client/view-store'
import { isolate } from '@/lib/derive/isolate'
import { withinUnit } from '@/lib/derive/record-filter'
import type { Finds, Found } from '@/lib/find/find-index'
import type { WorldPlace } from '@/lib/gazetteer/place-entry'
import { isOpenEnd, pointExtent } from '@/lib/schema/plain-dates'
import { neutralHue } from '@/lib/schema/plain-values'
import { type Command, matchCommands, useCommands } from './commands'
import { type FoundWords, type IsMatched, useDescribeFound } from './use-describe-found'
import { useOtherCasesGroup } from './use-other-cases'

/** How many commands stand there while nothing is typed. */
const OFFERED = 7

/** The start of the case's time, ms since 1970; a date typed without its year is meant to be near it. */
function caseTime(period: string, moments: readonly { start: number }[]): number {
  const [from = '', to = from] = period.split('/')
  return pointExtent(isOpenEnd(from) ? to : from)?.start ?? moments.at(-1)?.start ?? 0
}

/** "Go to 26 September 2022", where a date was typed. */
function useDateCommand(typed: string): Command[] {
  const t = useTranslations('find')
  const dateText = useDateText()
  const { linked } = useCase()
  const date = readTypedDate(typed, caseTime(linked.period, linked.moments))
  if (date === null) return []
  const { start, end } = date
  const title = t('goTo', { date: dateText(date.edtf) })
  return [{ id: 'go-to', title, also: '', run: () => replaceTime({ start, end }) }]
}

/**
 * "Lay the claimed territory over Portugal", where "over portu" was typed: the claimed places together, over the best name
 * of the case or the basemap. Offered as soon as the shape is there to be laid, or is known not to come.
 */
function useLayOverCommand(typed: string): Command[] {
  const t = useTranslations('find')
  const { linked } = useCase()
  const { openTool } = useOpenTool()
  const sought = new RegExp(`^(?:${t('overWord')})\\s+(.{2,})$`, 'iu').exec(typed.trim())?.[1]
  const wanted = sought !== undefined
  const { shapes, failed } = useShapes(wanted)
  const { found } = useSpotSearch(sought ?? '')
  const claim = linked.claims.find(({ precedent }) => !precedent)
  const shape = shapes.find(({ id }) => id === claim?.id)
  const [spot] = found
  if (claim === undefined || spot === undefined || (shape === undefined && !failed)) return []
  const run = () => {
    if (shape === undefined) pushView({ laidOver: { shape: claim.id, at: spot.at, turn: 0 } })
    else layAt(shape, spot.at, 0)
    openTool('lay-over')
  }
  return [{ id: 'lay-over-place', title: t('layOverPlace', { name: isolate(spot.name) }), also: '', run }]
}

interface OfferedCommands {
  commands: readonly Command[]
  /** How well the best of them fits what was typed; see `nameFit`. */
  fit: number
}

/** The commands that what was typed may mean, best first; while nothing is typed, those most used. */
function useTypedCommands(typed: string): OfferedCommands {
  const made = [...useDateCommand(typed), ...useLayOverCommand(typed)]
  const all = useCommands()
  const { commands, fit } =
    typed.trim() === '' ? { commands: mostUsed(all).slice(0, OFFERED), fit: 0 } : matchCommands(all, typed)
  const remembered = [...made, ...commands].map((command) => ({
    ...command,
    run: () => {
      rememberCommand(command.id)
      command.run()
    },
  }))
  return { commands: remembered, fit: made.length > 0 ? 0 : fit }
}

/** How many of a kind are shown: the rest is a word more of typing away. */
const SHOWN = 5

export interface PaletteRow {
  key: string
  words: FoundWords
  kind: Found['kind'] | 'command' | 'case' | 'world'
  /** The place that it stands for, to be highlighted on the map. */
  placeId: string | null
  run(): void
}

export interface PaletteGroup {
  id: Found['kind'] | 'command' | 'recent' | 'case' | 'world'
  rows: readonly PaletteRow[]
  /** How many there are in all. */
  count: number
}

export interface PaletteContent {
  groups: readonly PaletteGroup[]
  isMatched: IsMatched
  /** More is on its way. */
  isOut: boolean
}

const plainWords: FoundWords = { text: '', alias: null, detail: '', mark: null, colour: neutralHue, carried: null }
/** A single letter begins the names of thousands. */
const SHORTEST_NAME = 2

const nothing: Finds = { groups: [], matched: new Set() }
const noMark: IsMatched = () => false

/** The code of a place that is a country or a part of one. */
function unitCode({ kind, countryCode, regionCode }: WorldPlace): string | undefined {
  if (kind === 'country') return countryCode
  return kind === 'region' ? regionCode : undefined
}

/** Places of the world, below all that the case has; a place of the case that is one of them stands there twice, as what it is to each. */
function useWorldGroup(typed: string): PaletteGroup & { isOut: boolean } {
  const describe = useSpotWords()
  const { places, isOut } = useWorldPlaces(typed.length < SHORTEST_NAME ? '' : typed, useCaseCentre(), useLocale())
  const { setFilter } = useActions()
  const t = useTranslations('find')
  const onlyThere = (place: WorldPlace): PaletteRow[] => {
    const code = unitCode(place)
    if (code === undefined) return []
    const run = () => {
      setFilter({ within: withinUnit(code) })
      showBounds(boundsAround(place), true)
    }
    const text = t('onlyThere', { name: isolate(place.name) })
    return [{ key: `world only ${code}`, kind: 'world', words: { ...plainWords, text }, placeId: null, run }]
  }
  const shown = places.slice(0, SHOWN)
  const rows = shown.flatMap((place): PaletteRow[] => [
    {
      key: `world ${place.kind} ${place.at.join()}`,
      kind: 'world',
      words: { ...plainWords, text: place.name, detail: describe(place) },
      placeId: null,
      run: () => showBounds(boundsAround(place), true),
    },
    ...onlyThere(place),
  ])
  return { id: 'world', rows, count: shown.length, isOut }
}

/** What the palette lists for what was typed; for an empty field, what was opened before and the commands most used. */
export function usePaletteGroups(typed: string, state: FindState): PaletteContent {
  const { linked } = useCase()
  const { choose } = useActions()
  const openPart = useOpenPart()
  const describe = useDescribeFound()
  const offered = useTypedCommands(typed)
  const world = useWorldGroup(typed)
  const others = useOtherCasesGroup(typed, linked.id)
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
      words: { ...plainWords, text: title },
      placeId: null,
      run,
    })),
  }
  if (typed.trim() === '') {
    const rows = recentFinds(linked.id).flatMap(rowOf)
    return { groups: filled([{ id: 'recent', rows, count: rows.length }, commands, others]), isMatched, isOut: false }
  }
  const finds = groups.map(({ kind, found, count }) => ({
    fit: found[0]?.fit ?? 0,
    group: { id: kind, rows: found.flatMap(rowOf), count } satisfies PaletteGroup,
  }))
  const ranked = [...finds, { fit: offered.fit, group: commands }]
    // The sort is stable: groups that fit equally well stay in the order of the kinds, commands last.
    .sort((one, other) => one.fit - other.fit)
  const own = ranked.map(({ group }) => group)
  return { groups: filled([...own, others, world]), isMatched, isOut: world.isOut || others.isOut }
}

function filled(groups: readonly PaletteGroup[]): PaletteGroup[] {
  return groups.filter(({ rows }) => rows.length > 0)
}

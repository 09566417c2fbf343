'use client'
import { useTranslations } from 'next-intl'
import { useShapes } from '@/components/measure/use-shapes'
import { useFindSpots, useSpots } from '@/components/measure/use-spots'
import { useDateText } from '@/components/record-text/use-words'
import { useCase } from '@/lib/client/case-context'
import { matchCommands } from '@/lib/client/find/match-commands'
import { mostUsed, rememberCommand } from '@/lib/client/find/session-memory'
import { readTypedDate } from '@/lib/client/find/typed-date'
import { layAt } from '@/lib/client/measure/lay-at'
import { useOpenTool } from '@/lib/client/open-tool'
import { pushView, replaceTime } from '@/lib/client/view-store'
import { type Command, useCommands } from './commands'

/** How many commands stand there while nothing is typed. */
const OFFERED = 7

/** The start of the case's time, ms since 1970; a date typed without its year is meant to be near it. */
function caseTime(period: string, moments: readonly { start: number }[]): number {
  const written = Date.parse(period.slice(0, 10))
  return Number.isNaN(written) ? (moments.at(-1)?.start ?? 0) : written
}

/** "Go to 26 September 2022", where a date was typed. */
function useDateCommand(typed: string): Command[] {
  const words = useTranslations('find')
  const dateText = useDateText()
  const { linked } = useCase()
  const date = readTypedDate(typed, caseTime(linked.period, linked.moments))
  if (date === null) return []
  const { start, end } = date
  const title = words('goTo', { date: dateText(date.edtf) })
  return [{ id: 'go-to', title, also: '', run: () => replaceTime({ start, end }) }]
}

/**
 * "Lay the claimed territory over Portugal", where "over portu" was typed: the claimed places together, over the best name
 * of the case or the basemap. Offered as soon as the shape is there to be laid, or is known not to come.
 */
function useLayOverCommand(typed: string): Command[] {
  const words = useTranslations('find')
  const { linked } = useCase()
  const { openTool } = useOpenTool()
  const sought = new RegExp(`^(?:${words('overWord')})\\s+(.{2,})$`, 'iu').exec(typed.trim())?.[1]
  const wanted = sought !== undefined
  const { shapes, failed } = useShapes(wanted)
  const findSpots = useFindSpots(useSpots(wanted))
  const claim = linked.claims.find(({ precedent }) => !precedent)
  const shape = shapes.find(({ id }) => id === claim?.id)
  const [spot] = wanted ? findSpots(sought) : []
  if (claim === undefined || spot === undefined || (shape === undefined && !failed)) return []
  const run = () => {
    if (shape === undefined) pushView({ laidOver: { shape: claim.id, at: spot.at, turn: 0 } })
    else layAt(shape, spot.at, 0)
    openTool('lay-over')
  }
  return [{ id: 'lay-over-place', title: words('layOverPlace', { name: spot.name }), also: '', run }]
}

export interface OfferedCommands {
  commands: readonly Command[]
  /** How well the best of them fits what was typed; see `nameFit`. */
  fit: number
}

/** The commands that what was typed may mean, best first; while nothing is typed, those most used. */
export function useTypedCommands(typed: string): OfferedCommands {
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

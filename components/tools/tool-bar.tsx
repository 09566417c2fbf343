'use client'
import { useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { type DeferredPart, deferPart } from '@/components/ui/deferred-part'
import { Icon } from '@/components/ui/icon'
import { hasActiveFilters } from '@/lib/client/filter-actions'
import { type ToolId, useOpenTool } from '@/lib/client/open-tool'
import { useSaid } from '@/lib/client/said-store'
import { useOfShown } from '@/lib/client/shown-context'
import { useView } from '@/lib/client/view-context'
import { pushView } from '@/lib/client/view-store'
import styles from './tool-bar.module.css'
import { toolAttribute, useToolFocus } from './use-tool-focus'

const cards: Record<ToolId, DeferredPart<object>> = {
  filter: deferPart(() => import('@/components/filter/filter-tool').then((module) => module.FilterTool)),
  measure: deferPart(() => import('@/components/measure/measure-tool').then((module) => module.MeasureTool)),
  'lay-over': deferPart(() => import('@/components/measure/lay-over-tool').then((module) => module.LayOverTool)),
  share: deferPart(() => import('@/components/share/share-tool').then((module) => module.ShareTool)),
}

/** What a button opens, or what it has switched on. */
type BarState = { opens: 'dialog' } | { opens: ToolId; open: boolean; asks: boolean } | { on: boolean }

interface BarButtonProps {
  sign: ToolId | 'find' | 'voices'
  state: BarState
  onPress(): void
}

function stateAttributes(state: BarState) {
  if ('on' in state) return { 'aria-pressed': state.on }
  if (state.opens === 'dialog') return { 'aria-haspopup': 'dialog' as const }
  return { 'aria-expanded': state.open, [toolAttribute]: state.opens }
}

function BarButton({ sign, state, onPress }: BarButtonProps) {
  const words = useTranslations('tools')
  const asksId = useId()
  const asks = 'asks' in state && state.asks
  return (
    <Button
      className={styles.tool}
      aria-label={words(`names.${sign}`)}
      aria-describedby={asks ? asksId : undefined}
      title={words(`hints.${sign}`)}
      onClick={onPress}
      {...stateAttributes(state)}
    >
      <Icon name={`tool.${sign}`} />
      <span className={styles.name}>{words(`names.${sign}`)}</span>
      {asks && (
        <span className={styles.asks}>
          <span id={asksId} className="visually-hidden">
            {words('asks')}
          </span>
        </span>
      )}
    </Button>
  )
}

function Card({ tool }: { tool: ToolId }) {
  const { Part } = cards[tool]
  return <Part />
}

/** What can be done with the case, in one bar over the map; the open tool's card hangs under it. */
export function ToolBar() {
  const words = useTranslations('tools')
  const voices = useView((view) => view.voices)
  const asksFilter = useOfShown(({ sieve }) => hasActiveFilters(sieve))
  const said = useSaid()
  const { tool, openTool, find } = useOpenTool()
  const bar = useRef<HTMLDivElement>(null)
  const card = useRef<HTMLDivElement>(null)
  useToolFocus(bar, card)
  const button = (id: ToolId, asks = false) => (
    <BarButton
      sign={id}
      state={{ opens: id, open: tool === id, asks }}
      onPress={() => openTool(id === tool ? null : id)}
    />
  )
  return (
    <section aria-label={words('name')} className={`${styles.tools} grows`}>
      <div ref={bar} className={styles.bar} role="toolbar" aria-label={words('name')}>
        <BarButton sign="find" state={{ opens: 'dialog' }} onPress={find} />
        {button('filter', asksFilter)}
        <BarButton sign="voices" state={{ on: voices }} onPress={() => pushView({ voices: !voices })} />
        {button('measure')}
        {button('lay-over')}
        {button('share')}
      </div>
      <p role="status" className={said === '' ? 'visually-hidden' : styles.said}>
        {said}
      </p>
      {tool !== null && (
        // biome-ignore lint/a11y/useSemanticElements: a tool's card is no fieldset, and its own region stands in it
        <div ref={card} role="group" aria-label={words(`names.${tool}`)} tabIndex={-1} className={styles.card}>
          <Card key={tool} tool={tool} />
        </div>
      )}
    </section>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import {
  type KeyboardEvent as ReactKeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { Button } from '@/components/ui/button'
import { type DeferredPart, deferPart } from '@/components/ui/deferred-part'
import { Icon, type IconName } from '@/components/ui/icon'
import { useAnnouncement } from '@/lib/client/announcements'
import { hasActiveFilters } from '@/lib/client/filter-actions'
import { hasNoFocus } from '@/lib/client/keyboard'
import { setLegendOpen, useLegendChoice } from '@/lib/client/map-panels'
import { isInDialog, type ToolId, useOpenTool } from '@/lib/client/tool-store'
import { useOfVisible } from '@/lib/client/visible-context'
import styles from './tool-bar.module.css'

/** A tool with a button of its own in the bar. */
type ButtonTool = Exclude<ToolId, 'lay-over' | 'bring'>

/** Of which tool a button of the bar is; set on it, to be found when the keyboard comes back to it. */
const toolAttribute = 'data-tool'

/**
 * The keyboard's way into a tool's card and out of it, the same for all. A card that was not opened by its own button in
 * the bar, so by the palette, has the focus; Escape closes it, before it would take the record in focus away; and
 * whoever was in a card that has closed is at its button again.
 */
function useToolFocus(bar: RefObject<HTMLElement | null>, card: RefObject<HTMLElement | null>): void {
  const { tool, openTool } = useOpenTool()
  const before = useRef<ToolId | null>(tool)
  useLayoutEffect(() => {
    const last = before.current
    before.current = tool
    if (tool === last) return
    const buttonOf = (id: ToolId | null) => bar.current?.querySelector<HTMLElement>(`[${toolAttribute}="${id}"]`)
    const active = document.activeElement
    // What had the focus went away with the card.
    if (tool === null && hasNoFocus()) buttonOf(buttonTool(last))?.focus()
    if (tool !== null && active !== buttonOf(tool)) card.current?.focus()
  }, [tool, bar, card])

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isInDialog(event.target)) return
    event.preventDefault()
    openTool(null)
  })
  // Made anew with each tool, so that it comes after the keys of the tool itself, which may have a use for Escape.
  useEffect(() => {
    if (tool === null) return
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [tool])
}

/** Sizes are compared in the card of measuring; what is taken away and what is brought stand under one button. */
function buttonTool(tool: ToolId | null): ButtonTool | null {
  if (tool === 'lay-over') return 'measure'
  return tool === 'bring' ? 'share' : tool
}

const cards: Record<ToolId, DeferredPart<object>> = {
  filter: deferPart(() => import('@/components/filter/filter-tool').then((module) => module.FilterTool)),
  measure: deferPart(() => import('@/components/measure/measure-tool').then((module) => module.MeasureTool)),
  'lay-over': deferPart(() => import('@/components/measure/lay-over-tool').then((module) => module.LayOverTool)),
  share: deferPart(() => import('@/components/share/share-tool').then((module) => module.ShareTool)),
  bring: deferPart(() => import('@/components/bring/bring-tool').then((module) => module.BringTool)),
}

const icons = {
  find: 'tool.find',
  filter: 'tool.filter',
  measure: 'tool.measure',
  share: 'tool.share',
  legend: 'legend',
  more: 'more',
} as const satisfies Record<BarButtonProps['sign'], IconName>

/** What a button opens, or what it has switched on. */
type BarState = { opens: 'dialog' } | { opens: ToolId; open: boolean; asks: boolean } | { expanded: boolean }

interface BarButtonProps {
  sign: ButtonTool | 'find' | 'legend' | 'more'
  state: BarState
  onPress(): void
}

function stateAttributes(state: BarState) {
  if ('expanded' in state) return { 'aria-expanded': state.expanded }
  if (state.opens === 'dialog') return { 'aria-haspopup': 'dialog' as const }
  return { 'aria-expanded': state.open, [toolAttribute]: state.opens }
}

function BarButton({ sign, state, onPress }: BarButtonProps) {
  const t = useTranslations('tools')
  const asksId = useId()
  const asks = 'asks' in state && state.asks
  return (
    <Button
      className={styles.tool}
      aria-label={t(`names.${sign}`)}
      aria-describedby={asks ? asksId : undefined}
      title={t(`hints.${sign}`)}
      onClick={onPress}
      {...stateAttributes(state)}
    >
      <Icon name={icons[sign]} />
      <span className={styles.name}>{t(`names.${sign}`)}</span>
      {asks && (
        <span className={styles.asks}>
          <span id={asksId} className="visually-hidden">
            {t('asks')}
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

/**
 * What can be done with the case, in one bar on the map; the open tool's card hangs under it. On a phone all but the search
 * stand in a menu.
 */
export function ToolBar() {
  const t = useTranslations('tools')
  const asksFilter = useOfVisible(({ query }) => hasActiveFilters(query))
  const said = useAnnouncement()
  const { tool, openTool, find } = useOpenTool()
  const isLegendOpen = useLegendChoice() === true
  const [isMenuOpen, setMenuOpen] = useState(false)
  const bar = useRef<HTMLDivElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const more = useRef<HTMLSpanElement>(null)
  useToolFocus(bar, card)
  const closeMenu = (event: ReactKeyboardEvent) => {
    if (event.key !== 'Escape' || !isMenuOpen) return
    event.preventDefault()
    setMenuOpen(false)
    more.current?.querySelector('button')?.focus()
  }
  const press = (act: () => void) => () => {
    setMenuOpen(false)
    act()
  }
  const shown = buttonTool(tool)
  const button = (id: ButtonTool, asks = false) => (
    <BarButton
      sign={id}
      state={{ opens: id, open: shown === id, asks }}
      onPress={press(() => openTool(id === shown ? null : id))}
    />
  )
  return (
    <section aria-label={t('name')} className={`${styles.tools} grows`} data-menu={isMenuOpen}>
      <div ref={bar} className={styles.bar} role="toolbar" aria-label={t('name')} onKeyDown={closeMenu}>
        <BarButton sign="find" state={{ opens: 'dialog' }} onPress={press(find)} />
        <span ref={more} className={styles.more}>
          <BarButton sign="more" state={{ expanded: isMenuOpen }} onPress={() => setMenuOpen(!isMenuOpen)} />
        </span>
        <div className={styles.menu}>
          {button('filter', asksFilter)}
          {button('measure')}
          {button('share')}
          <span className={styles.onPhone}>
            <BarButton
              sign="legend"
              state={{ expanded: isLegendOpen }}
              onPress={press(() => setLegendOpen(isLegendOpen ? null : true))}
            />
          </span>
        </div>
      </div>
      <p role="status" className={said === '' ? 'visually-hidden' : styles.said}>
        {said}
      </p>
      {tool !== null && (
        // biome-ignore lint/a11y/useSemanticElements: a tool's card is no fieldset, and its own region stands in it
        <div ref={card} role="group" aria-label={t(`names.${tool}`)} tabIndex={-1} className={styles.card}>
          <Card key={tool} tool={tool} />
        </div>
      )}
    </section>
  )
}

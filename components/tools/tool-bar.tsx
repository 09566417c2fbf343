'use client'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { FilterTool } from '@/components/filter/filter-tool'
import { LayOverTool } from '@/components/measure/lay-over-tool'
import { MeasureTool } from '@/components/measure/measure-tool'
import { ShareTool } from '@/components/share/share-tool'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { type ToolId, useOpenTool } from '@/lib/client/open-tool'
import { pushView } from '@/lib/client/view-store'
import { isFiltering } from '@/lib/derive/record-filter'
import styles from './tool-bar.module.css'
import { toolSigns } from './tool-signs'

const cards: Record<ToolId, ComponentType> = {
  filter: FilterTool,
  measure: MeasureTool,
  'lay-over': LayOverTool,
  share: ShareTool,
}

interface BarButtonProps {
  sign: keyof typeof toolSigns
  on: boolean
  onPress(): void
}

function BarButton({ sign, on, onPress }: BarButtonProps) {
  const words = useTranslations('tools')
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={words(`names.${sign}`)}
      aria-pressed={on}
      title={words(`hints.${sign}`)}
      onClick={onPress}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={toolSigns[sign]} />
      </svg>
      <span className={styles.name}>{words(`names.${sign}`)}</span>
    </button>
  )
}

/** What can be done with the case, in one bar over the map; the open tool's card hangs under it. */
export function ToolBar() {
  const words = useTranslations('tools')
  const { view } = useCaseboard()
  const { tool, openTool, find } = useOpenTool()
  const Card = tool === null ? null : cards[tool]
  const toggle = (id: ToolId) => openTool(id === tool ? null : id)
  return (
    <section aria-label={words('name')} className={`${styles.tools} grows`}>
      <div className={styles.bar} role="toolbar" aria-label={words('name')}>
        <BarButton sign="find" on={false} onPress={find} />
        <BarButton sign="filter" on={tool === 'filter' || isFiltering(view.filter)} onPress={() => toggle('filter')} />
        <BarButton sign="voices" on={view.voices} onPress={() => pushView({ voices: !view.voices })} />
        <BarButton sign="measure" on={tool === 'measure'} onPress={() => toggle('measure')} />
        <BarButton sign="lay-over" on={tool === 'lay-over'} onPress={() => toggle('lay-over')} />
        <BarButton sign="share" on={tool === 'share'} onPress={() => toggle('share')} />
      </div>
      {Card !== null && (
        <div className={styles.card}>
          <Card />
        </div>
      )}
    </section>
  )
}

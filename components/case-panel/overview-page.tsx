'use client'
import { FigureChart } from '@/components/charts/figure-chart'
import { useCase } from '@/lib/client/case-context'
import { LayerLegend } from './layer-legend'

/** The legend with its switches, then the case's charts. */
export function OverviewPage() {
  const { linked } = useCase()
  return (
    <>
      <LayerLegend />
      {linked.charts.map((chart) => (
        <FigureChart key={chart.id} chart={chart} level={2} />
      ))}
    </>
  )
}

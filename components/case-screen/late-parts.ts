'use client'
import '@/components/case-panel/active-filters.module.css'
import '@/components/case-panel/case-panel.module.css'
import '@/components/case-panel/layer-legend.module.css'
import '@/components/records/carried-line.module.css'
import '@/components/records/one-origin.module.css'
import '@/components/timeline/timeline.module.css'
import '@/components/ui/chart.module.css'
import '@/components/ui/colour.module.css'
import '@/components/ui/corrections.module.css'
import '@/components/ui/empty-list.module.css'
import '@/components/ui/layer-mark.module.css'
import '@/components/ui/pages.module.css'
import { latePart } from '@/components/ui/late-part'

// The sheets above are those of what stands in the first HTML, which must not wait for the code.

export const casePanel = latePart('case-panel', () =>
  import('@/components/case-panel/case-panel').then((module) => module.CasePanel),
)

export const timeline = latePart('timeline', () =>
  import('@/components/timeline/timeline').then((module) => module.Timeline),
)

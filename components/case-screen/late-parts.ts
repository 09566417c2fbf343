'use client'
import { latePart } from '@/components/ui/late-part'

export const casePanel = latePart('case-panel', () =>
  import('@/components/case-panel/case-panel').then((module) => module.CasePanel),
)

export const timeline = latePart('timeline', () =>
  import('@/components/timeline/timeline').then((module) => module.Timeline),
)

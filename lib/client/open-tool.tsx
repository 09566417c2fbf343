'use client'
import { createContext, useContext } from 'react'

/** The tools of the bar over the map; each opens a card of its own under it. Only one is open at a time. */
const toolIds = ['filter', 'measure', 'lay-over', 'share'] as const
export type ToolId = (typeof toolIds)[number]

export interface OpenTool {
  tool: ToolId | null
  openTool(tool: ToolId | null): void
  /** Opens the command palette. */
  find(): void
}

export const OpenToolContext = createContext<OpenTool | null>(null)

/** Which tool is open, and what opens another. Throws outside of the case's page. */
export function useOpenTool(): OpenTool {
  const open = useContext(OpenToolContext)
  if (open === null) throw new Error('useOpenTool stands outside of the case page')
  return open
}

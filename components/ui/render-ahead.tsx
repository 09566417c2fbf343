'use client'
import { Activity, type ReactNode, useEffect, useState } from 'react'
import { whenSettled } from '@/lib/client/after-paint'

/**
 * Renders something once, unseen and without its effects, while there is nothing else to do, and takes it away again. A
 * browser compiles code when it first runs: that was half of what the first click of a visit took.
 */
export function RenderAhead({ children }: { children: ReactNode }) {
  const [isOver, setOver] = useState(false)
  useEffect(() => whenSettled(() => setOver(true)), [])
  return isOver ? null : <Activity mode="hidden">{children}</Activity>
}

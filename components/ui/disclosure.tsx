'use client'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import panel from './panel.module.css'

interface DisclosureProps {
  summary: ReactNode
  className?: string | undefined
  /** Made when it is opened, and not before. */
  children: () => ReactNode
}

/** A quiet line that opens. */
export function Disclosure({ summary, className, children }: DisclosureProps) {
  const ref = useRef<HTMLDetailsElement>(null)
  const [isOpen, setOpen] = useState(false)
  // The server's HTML opens without a script, perhaps before there is anybody to be told.
  useLayoutEffect(() => setOpen(ref.current?.open === true), [])
  return (
    <details ref={ref} className={className} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={panel.summary}>{summary}</summary>
      {isOpen && children()}
    </details>
  )
}

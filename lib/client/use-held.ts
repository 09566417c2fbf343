'use client'
import { useState } from 'react'

/** The newest value that was let through: `lets` says of the value held so far whether this one takes its place. */
export function useHeld<T>(value: T, lets: (held: T) => boolean): T {
  const [held, setHeld] = useState(value)
  const current = lets(held) ? value : held
  if (!Object.is(current, held)) setHeld(current)
  return current
}

import { useEffect, useState } from 'react'
import { keepAwake, type SleepReason } from '@/lib/client/wall/keep-awake'

/** Keeps the display awake; says why it may sleep all the same, null while it may not. */
export function useWakeLock(): SleepReason | null {
  const [reason, setReason] = useState<SleepReason | null>(null)
  useEffect(() => keepAwake(setReason), [])
  return reason
}

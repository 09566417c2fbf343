'use client'
import { useEffect, useState } from 'react'
import useSWR from 'swr'
import { fetchJson } from '../load-with-retry'

/** Nobody wants to know of a word that is still being typed, nor of a shape that is still being dragged. */
const PAUSE_MS = 150

function useSettled(value: string | null): string | null {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

const once = { revalidateOnFocus: false, revalidateOnReconnect: false, revalidateIfStale: false }

/** What an address answers, asked when it has been wanted for a moment; undefined until then, and for none. */
export function useAnswer<T>(address: string | null): { answer: T | undefined; isOut: boolean } {
  const settled = useSettled(address)
  const { data, error } = useSWR<T, Error>(settled, (wanted: string) => fetchJson<T>(wanted), once)
  const isCurrent = settled === address
  return {
    answer: isCurrent ? data : undefined,
    isOut: address !== null && (!isCurrent || (data === undefined && error === undefined)),
  }
}

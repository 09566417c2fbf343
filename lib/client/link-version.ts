'use client'
import { createContext, useContext, useMemo, useState } from 'react'
import { correctionsSince } from '@/lib/derive/case-version'
import type { Correction } from '@/lib/schema/correction'
import { readView } from '@/lib/url/view-codec'
import { useCase } from './case-context'
import { replaceView } from './view-store'

/** The version of the case that the link was made from by which the page was opened; null where it said none. */
interface LinkVersion {
  version: string | null
  /** Takes it for read. */
  dismiss(): void
}

export const LinkVersionContext = createContext<LinkVersion>({ version: null, dismiss: () => undefined })

/** The version that the page was opened with: the address loses it as soon as something is chosen, the page keeps it. */
export function useLinkVersionState(initialSearch: string): LinkVersion {
  const [version, setVersion] = useState(() => readView(initialSearch).version)
  return useMemo(
    () => ({
      version,
      dismiss: () => {
        setVersion(null)
        replaceView({})
      },
    }),
    [version],
  )
}

/** What of the case was corrected since the link was made by which the page was opened, oldest first. */
export function useCorrectionsSince(): readonly Correction[] {
  const { linked } = useCase()
  const { version } = useContext(LinkVersionContext)
  return useMemo(() => correctionsSince(version, linked), [version, linked])
}

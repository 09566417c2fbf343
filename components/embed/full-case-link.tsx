import { useTranslations } from 'next-intl'
import { type ReactNode, useContext, useState } from 'react'
import { useCase } from '@/lib/client/case-context'
import { LinkVersionContext } from '@/lib/client/link-version'
import { useShown } from '@/lib/client/shown-context'
import { useWholeView } from '@/lib/client/view-context'
import { addressedCamera } from '@/lib/client/view-store'
import { readView, writeView } from '@/lib/url/view-codec'

/**
 * Leads to the full case with everything that is chosen here, seen from where this map is, in the version that the map was
 * linked from, so that the full case says what was corrected since.
 */
export function FullCaseLink({ initialSearch, children }: { initialSearch: string; children: ReactNode }) {
  const words = useTranslations('embed')
  const { linked } = useCase()
  const view = useWholeView()
  const { time } = useShown().sieve
  const { version } = useContext(LinkVersionContext)
  // The map says to nobody here that it moved; so it is asked when hand or keyboard come to the link.
  const [camera, setCamera] = useState(() => readView(initialSearch).map)
  const look = () => setCamera(addressedCamera())
  return (
    <a
      href={`/cases/${linked.id}${writeView({ ...view, time, map: camera, version: version ?? linked.caseVersion })}`}
      target="_blank"
      rel="noopener"
      onPointerEnter={look}
      onFocus={look}
    >
      {children}
      <span className="visually-hidden"> ({words('opens')})</span>
    </a>
  )
}

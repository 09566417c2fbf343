import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CasePage } from '@/components/case-screen/case-screen'
import { InitialSearch } from '@/lib/client/initial-search'
import { isolate } from '@/lib/derive/isolate'
import { handOverCase } from '@/lib/derive/rendered-case'
import { basemapVersion } from '@/lib/server/basemap-archive'
import { loadCase } from '@/lib/server/case-store'
import { mapScript } from '@/lib/server/map-script'
import { addressBelow } from '@/lib/url/base-path'
import { ViewWords } from './view-words'

export type PageSearch = Promise<Record<string, string | string[] | undefined>>

/** The first value of each key, as the browser's own address would be read. */
export function toQuery(search: Awaited<PageSearch>): string {
  const pairs = Object.entries(search).flatMap(([key, value]) => {
    const first = Array.isArray(value) ? value[0] : value
    return first === undefined ? [] : [[key, first]]
  })
  return new URLSearchParams(pairs).toString()
}

/** The page's title: the case's own before the product's. */
export async function caseMetadata(caseId: string | undefined): Promise<Metadata> {
  const words = await getTranslations('page')
  const found = caseId === undefined ? null : await loadCase(caseId)
  return { title: found === null ? words('product') : `${isolate(found.linked.title)} · ${words('product')}` }
}

/** The page of a case: in its first HTML are the panels, the list that is open and the record that the address puts in focus. */
export async function renderCase(caseId: string, search: PageSearch) {
  const [found, version, query, script, sent] = await Promise.all([
    loadCase(caseId),
    basemapVersion(),
    search.then(toQuery),
    mapScript(),
    headers(),
  ])
  if (found === null) notFound()
  const address = addressBelow(`/api/cases/${caseId}?version=${found.version}`)
  handOverCase(found.linked)
  return (
    <ViewWords view="case">
      <InitialSearch search={query}>
        <CasePage
          caseId={found.linked.id}
          address={address}
          mapScript={script === null ? null : { address: addressBelow(script), nonce: sent.get('x-nonce') ?? '' }}
          renderedAt={Date.now()}
          initialSearch={query}
          basemapVersion={version}
        />
      </InitialSearch>
    </ViewWords>
  )
}

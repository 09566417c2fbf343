import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { caseMetadata, type PageSearch, toQuery } from '@/app/render-case'
import { ViewWords } from '@/app/view-words'
import { EmbedScreen } from '@/components/embed/embed-screen'
import { trimCase } from '@/lib/derive/trim-case'
import { basemapVersion } from '@/lib/server/basemap-archive'
import { loadCase } from '@/lib/server/case-store'

export async function generateMetadata({ params }: PageProps<'/embed/[case]'>): Promise<Metadata> {
  return caseMetadata((await params).case)
}

/** `/embed/<case-id>`: the map alone, for a frame in another's page. */
export default async function EmbedPage({
  params,
  searchParams,
}: PageProps<'/embed/[case]'> & { searchParams: PageSearch }) {
  const [{ case: id }, query, version] = await Promise.all([params, searchParams.then(toQuery), basemapVersion()])
  const found = await loadCase(id)
  if (found === null) notFound()
  return (
    <ViewWords view="embed">
      <EmbedScreen
        rendered={trimCase(found.linked)}
        renderedAt={Date.now()}
        initialSearch={query}
        basemapVersion={version}
      />
    </ViewWords>
  )
}

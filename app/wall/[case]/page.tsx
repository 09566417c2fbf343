import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { type PageSearch, toQuery } from '@/app/render-case'
import { ViewWords } from '@/app/view-words'
import { WallScreen } from '@/components/wall/screen/wall-screen'
import { WaitingWall } from '@/components/wall/session/quiet-wall'
import { isolate } from '@/lib/derive/isolate'
import { basemapVersion } from '@/lib/server/basemap-archive'
import { dataFolder, hasCaseFolder } from '@/lib/server/case-folder'
import { loadCase } from '@/lib/server/case-store'
import { lanAddress, roomAddress } from '@/lib/server/control/lan-address'
import { configuredOrigin, originOf } from '@/lib/server/control/request-guard'
import { readRelease } from '@/lib/server/health'
import { addressBelow } from '@/lib/url/base-path'

export async function generateMetadata({ params }: PageProps<'/wall/[case]'>): Promise<Metadata> {
  const { case: id } = await params
  const [words, found] = await Promise.all([getTranslations('wall.page'), loadCase(id)])
  return { title: words('title', { title: isolate(found?.linked.title ?? id) }) }
}

/** `/wall/<case-id>` plays the case's scenes on a display. */
export default async function WallPage({
  params,
  searchParams,
}: PageProps<'/wall/[case]'> & { searchParams: PageSearch }) {
  const { case: id } = await params
  const [found, version, query] = await Promise.all([loadCase(id), basemapVersion(), searchParams.then(toQuery)])
  if (found === null)
    return (
      <ViewWords view="wall">
        <WaitingWall caseId={id} isThere={await hasCaseFolder(dataFolder(), id)} />
      </ViewWords>
    )
  const origin = originOf(await headers())
  return (
    <ViewWords view="wall">
      <WallScreen
        rendered={found.linked}
        renderedAt={Date.now()}
        initialSearch={query}
        basemapVersion={version}
        release={readRelease()}
        address={roomAddress(addressBelow(`/cases/${found.linked.id}`), origin, configuredOrigin(), lanAddress())}
      />
    </ViewWords>
  )
}

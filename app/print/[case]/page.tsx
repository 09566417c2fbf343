import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { describeDrawn } from '@/app/drawing/describe-drawn'
import { overlaySentences } from '@/app/overlay-words'
import { readVisible } from '@/app/read-visible'
import { type PageSearch, toQuery } from '@/app/render-case'
import { ViewWords } from '@/app/view-words'
import { PrintScreen } from '@/components/print/print-screen'
import { isolate } from '@/lib/derive/isolate'
import { loadCase } from '@/lib/server/case-store'
import { configuredOrigin, originOf } from '@/lib/server/control/request-guard'
import { paperMap, readPaper } from '@/lib/url/still-map-address'
import { readView } from '@/lib/url/view-codec'

export async function generateMetadata({ params }: PageProps<'/print/[case]'>): Promise<Metadata> {
  const { case: id } = await params
  const [words, found] = await Promise.all([getTranslations('print'), loadCase(id)])
  return { title: words('title', { title: isolate(found?.linked.title ?? id) }) }
}

/** The origin by which the reader came here: paper has no links, so what it names is named whole. */
async function readOrigin(): Promise<string> {
  return configuredOrigin() ?? originOf(await headers())
}

/** `/print/<case-id>?…&paper=a4|letter`: the map and the evidence of a view, laid out for paper. */
export default async function PrintPage({
  params,
  searchParams,
}: PageProps<'/print/[case]'> & { searchParams: PageSearch }) {
  const [{ case: id }, search] = await Promise.all([params, searchParams.then(toQuery)])
  const found = await loadCase(id)
  if (found === null) notFound()
  const [view, origin] = [readView(search), await readOrigin()]
  const { shown, query } = readVisible(found.linked, view, paperMap)
  const overlays = await describeDrawn(found, view, shown.quotation, await overlaySentences())
  return (
    <ViewWords view="print">
      <PrintScreen
        linked={found.linked}
        view={view}
        shown={shown}
        query={query}
        overlays={overlays}
        paper={readPaper(new URLSearchParams(search).get('paper'))}
        drawnAt={Date.now()}
        origin={origin}
      />
    </ViewWords>
  )
}

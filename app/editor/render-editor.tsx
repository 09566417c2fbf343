import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ViewWords } from '@/app/view-words'
import { EditorScreen } from '@/components/editor/editor-screen'
import { basemapVersion } from '@/lib/server/basemap-archive'
import { isEditorOn } from '@/lib/server/editor/access'

export async function editorMetadata(): Promise<Metadata> {
  const [page, editor] = await Promise.all([getTranslations('page'), getTranslations('editor')])
  return { title: `${editor('title')} · ${page('product')}`, robots: { index: false } }
}

/** The editor's page, without any case in it: whether this browser may edit, each request for one is asked anew. */
export async function renderEditor(caseId: string | null) {
  if (!isEditorOn()) notFound()
  return (
    <ViewWords view="editor">
      <EditorScreen caseId={caseId} basemapVersion={await basemapVersion()} />
    </ViewWords>
  )
}

import { notFound } from 'next/navigation'
import { recordIdPattern } from '@/lib/schema/plain-values'
import { editorMetadata, renderEditor } from '../render-editor'

export const dynamic = 'force-dynamic'
export const generateMetadata = editorMetadata

/** `/editor/<case-id>`: one case, or one that is only in the editor's browser yet. */
export default async function CaseEditorPage({ params }: PageProps<'/editor/[case]'>) {
  const { case: id } = await params
  if (!recordIdPattern.test(id)) notFound()
  return renderEditor(id)
}

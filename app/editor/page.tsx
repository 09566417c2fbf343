import { editorMetadata, renderEditor } from './render-editor'

export const dynamic = 'force-dynamic'
export const generateMetadata = editorMetadata

/** `/editor`: the cases, and a new one from a report. */
export default function EditorPage() {
  return renderEditor(null)
}

import { useEffect, useState } from 'react'
import { previewEdits } from '@/lib/client/editor/editor-link'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { editsOf, type Workspace } from '@/lib/edit/workspace'
import type { SetAside } from '@/lib/schema/records'

interface Preview {
  linked: LinkedCase | null
  faults: readonly SetAside[]
  /** Why there is none, by the server. */
  words: string
}

/** Long enough that a person who types is not interrupted, short enough that the map seems to follow. */
const PAUSE_MS = 350

/** The case as it would be, proposals too, and what the check says of it; the last one that could be had. */
export function usePreview(caseId: string, workspace: Workspace, isReady: boolean): Preview {
  const [preview, setPreview] = useState<Preview>({ linked: null, faults: [], words: '' })
  const { server, working } = workspace
  useEffect(() => {
    if (!isReady) return
    let isOver = false
    const timer = setTimeout(async () => {
      const edits = editsOf({ server, working, steps: [], done: 0, conflicts: [] }, { withProposals: true })
      const answer = await previewEdits(caseId, edits)
      if (isOver) return
      if (answer.kind === 'refused') setPreview((before) => ({ ...before, words: answer.words }))
      if (answer.kind !== 'done') return
      const { linked, faults } = answer.value
      setPreview((before) => ({ linked: linked ?? before.linked, faults, words: '' }))
    }, PAUSE_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [caseId, server, working, isReady])
  return preview
}

'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { getViewBounds } from '@/components/map/places-beyond'
import { WorkspaceStore } from '@/lib/client/editor/workspace-store'
import { followChanges } from '@/lib/client/follow-changes'
import { beginRecord, type NewKind } from '@/lib/edit/new-record'
import { listOpen } from '@/lib/edit/proposals'
import { recordKey } from '@/lib/edit/record-edit'
import { passageAt, prepareText } from '@/lib/edit/text-marks'
import { takeStep } from '@/lib/edit/workspace'
import { toSceneCamera } from '@/lib/wall/scene-view'
import layout from './case-editor.module.css'
import { Conflicts } from './conflicts'
import styles from './editor.module.css'
import { EditorContext, type EditorParts, useSnapshot } from './editor-context'
import { EditorHead } from './editor-head'
import { EditorMap } from './editor-map'
import { RecordForm } from './record-form'
import { RecordList } from './record-list'
import { ReportText, selectedStretch } from './report-text'
import { FORM_ID, useEditorKeys } from './use-editor-keys'
import { usePreview } from './use-preview'

/** The work on a case, taken up when the page opens, and held against the server's when that has changed or the page is looked at again. */
function useWorkspaceStore(caseId: string): WorkspaceStore {
  const [store] = useState(() => new WorkspaceStore(caseId))
  useEffect(() => {
    void store.open()
    const look = () => document.visibilityState === 'visible' && void store.refresh()
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    const unfollow = followChanges(caseId, () => void store.refresh())
    return () => {
      unfollow()
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [store, caseId])
  return store
}

interface CaseEditorProps {
  caseId: string
  basemapVersion: string
}

/** One case: the report with what was found in it, the records, the map, and the record that is worked on. */
export function CaseEditor({ caseId, basemapVersion }: CaseEditorProps) {
  const t = useTranslations('editor')
  const store = useWorkspaceStore(caseId)
  const { phase, workspace, texts } = useSnapshot(store)
  const [selected, select] = useState<string | null>(null)
  const [reading, read] = useState<string | null>(null)
  const held = texts.find(({ source }) => source === reading) ?? texts[0]
  const report = useMemo(
    () => (held === undefined ? null : { source: held.source, marked: prepareText(held.text) }),
    [held],
  )
  const preview = usePreview(caseId, workspace, phase === 'ready')
  const choose = useCallback((key: string | null) => {
    select(key)
    // Where all stands below each other, as on a phone, the form is not in sight.
    requestAnimationFrame(() => document.getElementById(FORM_ID)?.scrollIntoView({ block: 'start' }))
  }, [])
  const parts = useMemo(
    (): EditorParts => ({ store, selected, select: choose, report, faults: preview.faults, linked: preview.linked }),
    [store, selected, choose, report, preview.faults, preview.linked],
  )
  // What is to be checked comes first: the page opens with the first of it chosen.
  useEffect(() => {
    if (phase !== 'ready') return
    const [first] = listOpen(store.current().workspace.working.values())
    if (first !== undefined) select((before) => before ?? recordKey(first))
  }, [phase, store])
  const begin = (kind: NewKind) => {
    const stretch = report === null ? null : selectedStretch()
    const passage =
      report === null || stretch === null ? null : passageAt(report.marked, report.source, stretch.start, stretch.end)
    const words = typeof passage?.exact === 'string' ? passage.exact : ''
    const shown = getViewBounds()
    const camera = shown === null ? undefined : toSceneCamera(shown)
    const record = beginRecord(workspace, kind, { words, passage, camera })
    store.change((before) => takeStep(before, [record]))
    choose(recordKey(record))
  }
  useEditorKeys(parts, begin)
  if (phase !== 'ready')
    return (
      <main className={styles.page}>
        <p role="status" className={styles.waiting}>
          {t(phase === 'failed' ? 'away' : 'asking')}
        </p>
      </main>
    )
  return (
    <EditorContext value={parts}>
      <main className={layout.editor}>
        <EditorHead caseId={caseId} />
        <Conflicts />
        <div className={layout.columns}>
          <ReportText onBegin={begin} onRead={read} />
          <RecordList onBegin={begin} />
          <div className={layout.work}>
            <EditorMap words={preview.words} basemapVersion={basemapVersion} />
            <RecordForm key={selected} />
          </div>
        </div>
      </main>
    </EditorContext>
  )
}

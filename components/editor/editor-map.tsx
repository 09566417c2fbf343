'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo } from 'react'
import { MapView } from '@/components/map/map-view'
import { type Board, BoardProvider, noActions } from '@/lib/client/board-actions'
import { addressedView, indexCase } from '@/lib/client/reader-board'
import { OpenToolContext } from '@/lib/client/tool-store'
import { replaceView } from '@/lib/client/view-store'
import { VisibleRecordsProvider } from '@/lib/client/visible-context'
import { attributionOf, type LinkedCase } from '@/lib/derive/linked-case'
import { recordKey } from '@/lib/edit/record-edit'
import type { WorkingRecord } from '@/lib/edit/workspace'
import type { Focus } from '@/lib/url/view'
import layout from './case-editor.module.css'
import styles from './editor.module.css'
import { type EditorParts, useEditor, useSnapshot } from './editor-context'

/** What the map can put in focus, by the file of the record. */
const focusKinds: Readonly<Record<string, Focus['kind']>> = {
  'quotations.json': 'quotation',
  'figures.json': 'figure',
  'events.json': 'event',
  'statements.json': 'statement',
  'actors.json': 'speaker',
}

function focusOf(key: string | null): Focus | null {
  if (key === null) return null
  const at = key.indexOf('#')
  const [file, id] = [key.slice(0, at), key.slice(at + 1)]
  const kind = file.startsWith('layers/') ? 'place' : focusKinds[file]
  return kind === undefined ? null : { kind, id }
}

/** The layers that a scene shows, by their ids with spaces between; null for what is no scene: the map then shows all. */
function sceneLayers(record: WorkingRecord | undefined): string | null {
  const layers = record?.file === 'scenes.json' ? record.value.layers : null
  return Array.isArray(layers) ? layers.join(' ') : null
}

/** The case as it would be: a click on a place of it chooses its record. */
function useEditorBoard(linked: LinkedCase, { store, select }: Pick<EditorParts, 'select' | 'store'>): Board {
  return useMemo(() => {
    const index = indexCase(linked)
    const choose = (focus: Focus | null) => {
      const record = [...store.current().workspace.working.values()].find(
        ({ file, id }) => focus !== null && id === focus.id && focusOf(recordKey({ file, id }))?.kind === focus.kind,
      )
      if (record !== undefined) select(recordKey(record))
    }
    return { index, view: addressedView(index, ''), actions: { ...noActions, choose } }
  }, [linked, store, select])
}

/** No tools here, but what is drawn over the map asks which one is open. */
const noTool = { tool: null, openTool: () => undefined, find: () => undefined }

function LinkedMap({ linked, basemapVersion }: { linked: LinkedCase; basemapVersion: string }) {
  const board = useEditorBoard(linked, useEditor())
  const map = useMemo(() => <MapView basemapVersion={basemapVersion} />, [basemapVersion])
  return (
    <BoardProvider board={board}>
      <VisibleRecordsProvider initialSearch="">
        <OpenToolContext value={noTool}>{map}</OpenToolContext>
      </VisibleRecordsProvider>
    </BoardProvider>
  )
}

interface EditorMapProps {
  /** Why there is no case to show. */
  words: string
  basemapVersion: string
}

/** The map of the case as it would be, with what is worked on in focus. */
export function EditorMap({ words, basemapVersion }: EditorMapProps) {
  const t = useTranslations('editor')
  const tPage = useTranslations('page')
  const { store, selected, linked } = useEditor()
  const { workspace } = useSnapshot(store)
  const layers = sceneLayers(selected === null ? undefined : workspace.working.get(selected))
  useEffect(() => replaceView({ focus: focusOf(selected), map: null }), [selected])
  useEffect(
    () => replaceView({ layers: layers === null ? null : layers.split(' ').filter((id) => id !== '') }),
    [layers],
  )
  return (
    <div className={layout.map}>
      {linked === null ? (
        <p className={styles.waiting}>{words === '' ? t('noMap') : words}</p>
      ) : (
        <>
          <div className={layout.mapView}>
            <LinkedMap linked={linked} basemapVersion={basemapVersion} />
          </div>
          <p className={layout.notes}>
            {tPage('boundary')} {attributionOf(linked, tPage('attribution'))}
          </p>
        </>
      )}
    </div>
  )
}

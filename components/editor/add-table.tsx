'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { BringFile } from '@/components/bring/bring-file'
import { useBring } from '@/components/bring/use-bring'
import { Button } from '@/components/ui/button'
import { recordsOfFiles } from '@/lib/edit/file-records'
import { fitTable } from '@/lib/edit/fit-table'
import { recordKey } from '@/lib/edit/record-edit'
import { fitsOneSave, MOST_BYTES } from '@/lib/edit/save-room'
import { editsOf, takeStep } from '@/lib/edit/workspace'
import { toId } from '@/lib/schema/plain-values'
import layout from './case-editor.module.css'
import styles from './editor.module.css'
import { useEditor } from './editor-context'
import { IfSaved } from './new-table'

/** A table whose rows become a layer of the case. */
export function AddTable() {
  const t = useTranslations('editor')
  const { store, select } = useEditor()
  const bring = useBring()
  const details = useRef<HTMLDetailsElement>(null)
  const [isTooLarge, setTooLarge] = useState(false)
  const add = async (name: string) => {
    const made = recordsOfFiles(await bring.makeFiles(toId(name) || 'table', name))
    const fitted = fitTable(made, [...store.current().workspace.working.values()])
    // It is saved together with what is not saved yet.
    const fits = fitsOneSave(editsOf(takeStep(store.current().workspace, fitted)))
    setTooLarge(!fits)
    if (!fits) return
    store.change((before) => takeStep(before, fitted))
    const layer = fitted.find(({ file }) => file === 'layers.json')
    if (layer !== undefined) select(recordKey(layer))
    bring.stop()
    details.current?.removeAttribute('open')
  }
  return (
    <details ref={details} className={layout.keys}>
      <summary>{t('addTable')}</summary>
      <div className={layout.table}>
        <BringFile
          bring={bring}
          actions={({ brought }, name) => (
            <IfSaved rows={brought}>
              <p className={styles.actions}>
                <Button className={styles.primary} onClick={() => void add(name)}>
                  {t('addRows')}
                </Button>
              </p>
              <p role="alert" className={styles.trouble}>
                {isTooLarge && t('tooLarge', { most: MOST_BYTES / 1e6 })}
              </p>
            </IfSaved>
          )}
        />
      </div>
    </details>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { setDropped } from '@/lib/client/bring/brought-store'
import { showKept } from '@/lib/client/bring/kept-layers'
import { useCase } from '@/lib/client/case-context'
import { useOpenTool } from '@/lib/client/tool-store'
import styles from './bring.module.css'

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true

/** Takes a file that is dropped anywhere on the page, and shows what this browser keeps for the case. */
export function DropFile() {
  const t = useTranslations('bring')
  const { linked } = useCase()
  const { openTool } = useOpenTool()
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent((event: DragEvent) => {
    setOver(false)
    const [file] = event.dataTransfer?.files ?? []
    if (file === undefined) return
    setDropped(file)
    openTool('bring')
  })
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const listen = (kind: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      window.addEventListener(
        kind,
        (event) => {
          if (!hasFiles(event)) return
          event.preventDefault()
          act(event)
        },
        { signal },
      )
    listen('dragover', () => setOver(true))
    // Between two elements of the page it is never outside of it.
    listen('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false))
    listen('drop', (event) => take(event))
    return () => stop.abort()
  }, [])
  useEffect(() => void showKept(linked.id), [linked.id])
  return isOver ? <p className={styles.drop}>{t('drop')}</p> : null
}

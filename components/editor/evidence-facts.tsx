'use client'
import { useTranslations } from 'next-intl'
import useSWR from 'swr'
import { fetchEvidence } from '@/lib/client/editor/editor-link'
import type { EvidenceFacts as Facts } from '@/lib/edit/wire'
import styles from './editor.module.css'
import { useEditor } from './editor-context'

/** What a file of evidence is, and what it tells of who took it, where and when: for the editor alone. */
export function EvidenceFacts({ sha256 }: { sha256: string }) {
  const { store } = useEditor()
  const t = useTranslations('editor.evidence')
  const { data } = useSWR(['evidence', store.caseId, sha256], () => fetchEvidence(store.caseId, sha256))
  if (data === undefined) return null
  if (data.kind !== 'done')
    return (
      <p role="status" className={styles.trouble}>
        {data.kind === 'away' ? t('away') : data.words}
      </p>
    )
  return <Told facts={data.value} />
}

function Told({ facts: { type, bytes, metadata } }: { facts: Facts }) {
  const t = useTranslations('editor.evidence')
  const { camera, taken, position, author, software } = metadata?.found ?? {}
  const [lng, lat] = position ?? []
  const rows = [
    ['camera', camera],
    ['taken', taken],
    ['position', lng === undefined || lat === undefined ? undefined : t('at', { lat: String(lat), lng: String(lng) })],
    ['author', author],
    ['software', software],
  ] as const
  const known = metadata === null ? 'asItIs' : metadata.kinds.length === 0 ? 'nothing' : 'takenOut'
  return (
    <div role="note" aria-label={t('file')}>
      <p className={styles.hint}>{t('size', { type, megabytes: bytes / 1e6 })}</p>
      <dl>
        {rows.map(([kind, said]) =>
          said === undefined ? null : (
            <div key={kind}>
              <dt>{t(`found.${kind}`)}</dt>
              <dd dir="auto">{said}</dd>
            </div>
          ),
        )}
      </dl>
      <p className={styles.hint}>{t(`published.${known}`)}</p>
    </div>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { ChooseButton } from '@/components/panels/choose-button'
import panel from '@/components/panels/panel.module.css'
import { useFocusName } from '@/components/panels/use-focus-name'
import { askForSource } from '@/lib/client/asked-source'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { CorrectedKind, CorrectedRecord } from '@/lib/schema/correction'
import { focusOf } from './record-refs'

/** Parts of the case where a record stands that cannot be put in focus. */
const pageOf: Partial<Record<CorrectedKind, string>> = {
  source: 'sources',
  scene: 'tour',
  claim: 'borders',
  chart: 'overview',
}

/** What a corrected record is called; null where the case does not have it any more. */
function useRecordName(): (record: CorrectedRecord) => string | null {
  const { linked, source } = useCaseboard()
  const focusName = useFocusName()
  return (record) => {
    const focus = focusOf(record)
    if (focus !== null) return focusName(focus)
    const { kind, id } = record
    if (kind === 'source') return source(id)?.title ?? null
    if (kind === 'scene') return linked.scenes.find((scene) => scene.id === id)?.title ?? null
    if (kind === 'claim') return linked.claims.find((claim) => claim.id === id)?.words ?? null
    return linked.charts.find((chart) => chart.id === id)?.title ?? null
  }
}

/** A button that leads to a corrected record; one that is not in the case any more is named without. */
export function RecordButton({ record }: { record: CorrectedRecord }) {
  const { openPage } = useCaseboard()
  const t = useTranslations('corrections')
  const name = useRecordName()(record)
  const { kind, id } = record
  if (name === null) return <span className={panel.quiet}>{t('gone', { name: id })}</span>
  const focus = focusOf(record)
  if (focus !== null)
    return (
      <ChooseButton focus={focus} look="link">
        {name}
      </ChooseButton>
    )
  const open = () => {
    if (kind === 'source') askForSource(id)
    openPage(pageOf[kind] ?? 'overview')
  }
  return (
    <button type="button" className={panel.link} onClick={open}>
      {name}
    </button>
  )
}

import { expect, it } from 'vitest'
import { evidenceByRecord } from '@/lib/derive/evidence-by-record'
import type { KeptEvidence } from '@/lib/schema/evidence'
import { document, evidenceRecord } from '../../evidence-files'

const kept = (id: string, of: Partial<KeptEvidence>): KeptEvidence => {
  const { event: _, ...record } = evidenceRecord(document, 'application/pdf')
  const type = 'application/pdf' as const
  return { ...record, type, id, ...of, file: { type, bytes: document.length, sha256: record.sha256 } }
}

it('each record has its evidence, and what belongs to two is of both', () => {
  const [one, two] = [kept('one', { event: 'sailing', place: 'quay' }), kept('two', { event: 'sailing' })]
  expect([...evidenceByRecord([one, two])]).toEqual([
    ['place quay', [one]],
    ['event sailing', [one, two]],
  ])
})

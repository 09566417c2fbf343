import { expect, it } from 'vitest'
import { listDocuments } from '@/lib/find/find-documents'
import type { KeptEvidence } from '@/lib/schema/evidence'
import { document, evidenceRecord } from '../../evidence-files'
import { linkRecords } from '../linked-fixture'

it('a record is found by what shows it', () => {
  const { linked } = linkRecords()
  const [event] = linked.events
  const type = 'application/pdf' as const
  const record = { ...evidenceRecord(document, type), type, event: event?.id ?? '' }
  const kept: KeptEvidence = { ...record, file: { type, bytes: document.length, sha256: record.sha256 } }
  const found = listDocuments({ ...linked, evidence: [kept] }).filter(({ texts }) => texts.includes(record.title))
  expect(found.map(({ key }) => key)).toEqual([`event ${event?.id}`])
  expect(found[0]?.texts).toEqual(expect.arrayContaining([record.shows, record.credit]))
})

import { addressBelow } from '@/lib/url/base-path'
import { readView, writeView } from '@/lib/url/view-codec'
import type { FoundKind } from './find-documents'

const emptyView = readView('')

/** Where a record of a case is opened. */
export function foundAddress(caseId: string, { kind, id }: { kind: FoundKind; id: string }): string {
  const query =
    kind === 'source' ? writeView({ ...emptyView, page: 'sources' }) : writeView({ ...emptyView, focus: { kind, id } })
  return addressBelow(`/cases/${caseId}${query}`)
}

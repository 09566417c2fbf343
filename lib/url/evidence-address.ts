import { addressBelow } from './base-path'

/** The address of a file of evidence as it is published; another one whenever that is other bytes. */
export function evidenceAddress(
  caseId: string,
  { sha256, file }: { sha256: string; file: { sha256: string } },
): string {
  return addressBelow(`/evidence/${caseId}/${sha256}?v=${file.sha256.slice(0, 12)}`)
}

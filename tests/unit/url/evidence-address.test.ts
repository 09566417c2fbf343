import { expect, it } from 'vitest'
import { evidenceAddress } from '@/lib/url/evidence-address'

it('the address of evidence names its case and its file, and the bytes that are published', () => {
  const evidence = { sha256: 'a'.repeat(64), file: { sha256: '0123456789abcdef' } }
  expect(evidenceAddress('ferry', evidence)).toBe(`/evidence/ferry/${'a'.repeat(64)}?v=0123456789ab`)
})

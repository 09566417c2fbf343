import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type CaseSummary, listCases } from '@/lib/server/case-store'
import { caseMetadata, type PageSearch, renderCase } from './render-case'
import { renderIndex } from './render-index'

/** The case that CASEBOARD_CASE names, else the only one there is. */
function chosenCase(cases: readonly CaseSummary[]): string | undefined {
  return process.env.CASEBOARD_CASE ?? (cases.length === 1 ? cases[0]?.id : undefined)
}

export async function generateMetadata(): Promise<Metadata> {
  return caseMetadata(chosenCase(await listCases()))
}

/** `/` opens the case that CASEBOARD_CASE names, or the only one; where there are several, it lists them. */
export default async function HomePage({ searchParams }: { searchParams: PageSearch }) {
  const cases = await listCases()
  const chosen = chosenCase(cases)
  if (chosen !== undefined) return renderCase(chosen, searchParams)
  if (cases.length === 0) notFound()
  const { q } = await searchParams
  return renderIndex(cases, String(q ?? '').trim())
}

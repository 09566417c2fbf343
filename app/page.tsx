import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listCases } from '@/lib/server/case-store'
import { caseMetadata, type PageSearch, renderCase } from './render-case'
import { renderIndex } from './render-index'

export async function generateMetadata(): Promise<Metadata> {
  const cases = await listCases()
  const chosen = process.env.CASEBOARD_CASE ?? (cases.length === 1 ? cases[0]?.id : undefined)
  return caseMetadata(chosen)
}

/** `/` opens the case that CASEBOARD_CASE names, or the only one; where there are several, it lists them. */
export default async function HomePage({ searchParams }: { searchParams: PageSearch }) {
  const cases = await listCases()
  const chosen = process.env.CASEBOARD_CASE ?? (cases.length === 1 ? cases[0]?.id : undefined)
  if (chosen !== undefined) return renderCase(chosen, searchParams)
  if (cases.length === 0) notFound()
  const { q } = await searchParams
  return renderIndex(cases, String(q ?? '').trim())
}

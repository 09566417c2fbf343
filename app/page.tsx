import { notFound } from 'next/navigation'
import { listCases } from '@/lib/server/case-store'
import { type PageSearch, renderCase } from './render-case'

/** `/` opens the case that CASEBOARD_CASE names, else the newest: case ids begin with a year. */
export default async function HomePage({ searchParams }: { searchParams: PageSearch }) {
  const chosen = process.env.CASEBOARD_CASE ?? (await listCases())[0]?.id
  if (chosen === undefined) notFound()
  return renderCase(chosen, searchParams)
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listCases } from '@/lib/server/case-store'
import { caseMetadata, type PageSearch, renderCase } from './render-case'

/** The case that CASEBOARD_CASE names, else the newest: case ids begin with a year. */
async function defaultCase(): Promise<string | undefined> {
  return process.env.CASEBOARD_CASE ?? (await listCases())[0]?.id
}

export async function generateMetadata(): Promise<Metadata> {
  return caseMetadata(await defaultCase())
}

/** `/` opens the default case. */
export default async function HomePage({ searchParams }: { searchParams: PageSearch }) {
  const chosen = await defaultCase()
  if (chosen === undefined) notFound()
  return renderCase(chosen, searchParams)
}

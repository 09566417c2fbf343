import type { Metadata } from 'next'
import { caseMetadata, renderCase } from '@/app/render-case'

export async function generateMetadata({ params }: PageProps<'/cases/[case]'>): Promise<Metadata> {
  return caseMetadata((await params).case)
}

/** `/cases/<case-id>` opens that case. */
export default async function CasePage({ params, searchParams }: PageProps<'/cases/[case]'>) {
  return renderCase((await params).case, searchParams)
}

import { type PageSearch, renderCase } from '@/app/render-case'

export default async function CasePage({ params, searchParams }: PageProps<'/cases/[case]'>) {
  const search: PageSearch = searchParams
  return renderCase((await params).case, search)
}

'use client'
import { type ComponentProps, use } from 'react'
import { fetchRenderedCase } from '@/lib/client/fetch-case'
import { handedOverCase } from '@/lib/derive/rendered-case'
import { CaseScreen } from './case-screen'

interface CasePageProps extends Omit<ComponentProps<typeof CaseScreen>, 'rendered'> {
  caseId: string
  /** Where the case that was rendered is to be had, as it was then. */
  address: string
}

/**
 * The page of a case that is not in the page itself: it stands as the server rendered it until the case has come. Within
 * no Suspense, or the server would write all of it behind the page, where nobody sees it without a script.
 */
export function CasePage({ caseId, address, ...rest }: CasePageProps) {
  const rendered = handedOverCase(caseId) ?? use(fetchRenderedCase(address))
  return <CaseScreen rendered={rendered} {...rest} />
}

'use client'
import { useCase } from '@/lib/client/case-context'
import { useView } from '@/lib/client/view-context'
import type { Thread } from '@/lib/schema/case'
import { stillMapAddress } from '@/lib/url/still-map-address'
import { readView } from '@/lib/url/view-codec'
import { StillPicture } from './still-picture'

/** Of a locator, px. */
const size = { width: 112, height: 92 } as const
/** Lines and marks that would be bold in so little room, drawn finer. */
const SCALE = 0.6

/** Where a thread of the story is: a small map with its marks alone. Decoration beside the thread's words. */
export function ThreadLocator({ thread, className }: { thread: Thread; className?: string | undefined }) {
  const { linked } = useCase()
  const theme = useView((view) => view.theme)
  const wish = { locator: thread.id, scale: SCALE, names: false }
  return (
    <StillPicture
      theme={theme}
      address={(of, as) => stillMapAddress(linked, { ...readView(''), theme: of }, size, [], { ...wish, ...as })}
      size={size}
      alt=""
      className={className}
      inPixels
    />
  )
}

import { useMedia } from '@/lib/client/use-media'
import { createValueStore } from '@/lib/client/value-store'

/** How much of the page the timeline takes: a line, its lanes, or its lanes with what each count covers. */
export const stripSizes = ['slim', 'open', 'tall'] as const
export type StripSize = (typeof stripSizes)[number]

const KEY = 'caseboard.timeline'

/** What the reader has chosen; null before, and where the browser keeps nothing: then it lasts as long as the page. */
const chosen = createValueStore<StripSize | null>(null)

function readKept(): StripSize | null {
  try {
    const kept = localStorage.getItem(KEY)
    return stripSizes.find((size) => size === kept) ?? null
  } catch {
    return null
  }
}

/** Takes up what was chosen on an earlier visit. */
export function restoreStripSize(): void {
  if (chosen.get() === null) chosen.set(readKept())
}

export function chooseStripSize(size: StripSize): void {
  chosen.set(size)
  try {
    localStorage.setItem(KEY, size)
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
}

/** The same widths and heights as in the style sheet. */
const SMALL = '(width < 1360px) or (height < 820px)'
const PHONE = '(width < 640px) or ((width < 1024px) and (height >= 500px))'

/** The size of the strip: on a phone always a line; else what was chosen, else what the window has room for. */
export function useStripSize(): { size: StripSize; choice: StripSize | 'auto'; isPhone: boolean } {
  const choice = chosen.use()
  const isSmall = useMedia(SMALL)
  const isPhone = useMedia(PHONE)
  const size = isPhone ? 'slim' : (choice ?? (isSmall ? 'slim' : 'open'))
  return { size, choice: choice ?? 'auto', isPhone }
}

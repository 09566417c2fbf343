import { useTranslations } from 'next-intl'
import { useLaidOverNote } from '@/components/map/use-legend'
import { useDateText } from '@/components/record-text/use-words'
import { useCase } from '@/lib/client/case-context'
import type { PictureTexts } from '@/lib/client/picture/plan-picture'
import { useShown } from '@/lib/client/shown-context'
import { useFocus } from '@/lib/client/view-context'
import { currentLink } from '@/lib/client/view-store'
import { attributionOf } from '@/lib/derive/attribution'
import type { DrawnOverlays } from '@/lib/map/overlays'
import { useShownText } from './use-shown-text'

/** Everything that the picture of this moment says, but for its scale; `legend` are the names in it. */
export function usePictureTexts(legend: readonly string[], overlays: DrawnOverlays): () => Omit<PictureTexts, 'scale'> {
  const words = useTranslations('picture')
  const page = useTranslations('page')
  const { linked } = useCase()
  const focus = useFocus()
  const { sieve } = useShown()
  const dateText = useDateText()
  const shownText = useShownText()
  const laidOverNote = useLaidOverNote(overlays)
  return () => ({
    title: linked.title,
    shown: shownText(sieve, focus),
    legend,
    notes: [
      ...(laidOverNote === null ? [] : [laidOverNote]),
      `${page('boundary')} ${attributionOf(linked, page('attribution'))}`,
      words('dated', {
        date: dateText(linked.updated),
        version: linked.caseVersion,
        taken: dateText(new Date().toISOString().slice(0, 10)),
      }),
      currentLink(linked),
    ],
  })
}

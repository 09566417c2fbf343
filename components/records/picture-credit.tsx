import { useTranslations } from 'next-intl'
import { useDateText } from '@/components/record-text/use-words'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import type { LinkedLayer } from '@/lib/derive/linked-case'
import { SourceTitle } from './source-line'

/** When a layer's picture was taken and whose it is, with the way to all that is known of it. Nothing for other layers. */
export function PictureCredit({ layer, className }: { layer: LinkedLayer; className?: string | undefined }) {
  const t = useTranslations('pictureLayer')
  const dateText = useDateText()
  const { linked } = useCase()
  const { picture, pictureFile, all } = layer
  if (picture === undefined) return null
  if (pictureFile === undefined) return <p className={className}>{t('missing')}</p>
  const place = linked.places.find((each) => each.layer === layer.id)
  return (
    <p className={className} data-picture-credit="">
      {picture.date !== undefined && `${dateText(picture.date)} · `}
      {all?.sources?.map((id) => (
        <span key={id}>
          <SourceTitle id={id} />
          {' · '}
        </span>
      ))}
      {place !== undefined && (
        <RecordLink focus={{ kind: 'place', id: place.id }} look="link">
          {t('about')}
        </RecordLink>
      )}
    </p>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { useFeed } from '@/lib/client/use-feed'
import { isolate } from '@/lib/derive/isolate'
import type { LinkedLayer } from '@/lib/derive/linked-case'

interface FeedAgeProps {
  layer: LinkedLayer
  /** The layer's own; whoever has none has nothing here either. */
  feed: NonNullable<LinkedLayer['feed']>
  className?: string | undefined
  /** The layer's name stands before it, where nothing else says which it is. */
  isNamed?: boolean
}

/** A moment by the reader's clock: the time of day, with the day where that is another one. */
function useClockText(): (iso: string) => string {
  const locale = useLocale()
  return (iso) => {
    const at = new Date(iso)
    const isToday = at.toDateString() === new Date().toDateString()
    const day = isToday ? {} : ({ day: 'numeric', month: 'short' } as const)
    return at.toLocaleString(locale, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  }
}

/** Where a layer's places come from that the server fetches, how old they are, and since when nothing newer was had. */
export function FeedAge({ layer, feed, className, isNamed = false }: FeedAgeProps) {
  const t = useTranslations('feeds')
  const report = useFeed(layer.id)
  const clockText = useClockText()
  const host = isolate(new URL(feed.address).host)
  const { asOf, failing = null, faulty = 0 } = report ?? {}
  return (
    <p className={className}>
      {isNamed && `${isolate(layer.name)} `}
      {asOf === undefined && t('from', { host })}
      {asOf === null && t('never', { host })}
      {typeof asOf === 'string' && t('asOf', { host, time: clockText(asOf) })}
      {failing !== null && ` ${t('failing', { time: clockText(failing.since), kind: failing.kind })}`}
      {faulty > 0 && ` ${t('faulty', { count: faulty })}`}
    </p>
  )
}

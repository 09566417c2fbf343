import type { Metadata, Viewport } from 'next'
import { getTranslations } from 'next-intl/server'
import { ViewWords } from '@/app/view-words'
import { RemoteScreen } from '@/components/remote/remote-screen'
import { themes } from '@/lib/map/theme'

export async function generateMetadata(): Promise<Metadata> {
  const [page, remote] = await Promise.all([getTranslations('page'), getTranslations('remote')])
  return { title: `${remote('title')} · ${page('product')}` }
}

/** The keyboard of a phone shrinks the page instead of covering its buttons; the browser's bars take its colour. */
export const viewport: Viewport = {
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: themes.light.panel },
    { media: '(prefers-color-scheme: dark)', color: themes.dark.panel },
  ],
}

/** `/remote` steers a wall from a phone, or presents from a computer. */
export default function RemotePage() {
  return (
    <ViewWords view="remote">
      <RemoteScreen />
    </ViewWords>
  )
}

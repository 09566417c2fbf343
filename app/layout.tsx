import './globals.css'
import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { StreetProvider } from '@/lib/client/street-map'
import { themeSheetAddress } from '@/lib/map/theme-sheet'
import { streetSetting } from '@/lib/server/street-archive'
import { ViewWords } from './view-words'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('page')
  return { title: words('product'), description: words('description'), referrer: 'no-referrer' }
}

// Every page carries this answer's nonce, so none can be rendered ahead.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <head>
        <link rel="stylesheet" href={themeSheetAddress} precedence="theme" />
      </head>
      <body>
        <StreetProvider isNamed={streetSetting() !== null}>
          <ViewWords view="message">{children}</ViewWords>
        </StreetProvider>
      </body>
    </html>
  )
}

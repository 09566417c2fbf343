import { getRequestConfig } from 'next-intl/server'
import words from '@/lib/words/en.json'
import { formats } from '@/lib/words/formats'

/** English for now; a further language is a further file beside `en.json` and a choice made here. */
export default getRequestConfig(async () => ({
  locale: 'en',
  messages: words,
  timeZone: 'UTC',
  formats,
}))

import { utcTime } from '@/lib/schema/plain-dates'

/** Languages whose months are known by name, beside English. */
const languages = [
  'en',
  'uk',
  'ru',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'pl',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'ro',
  'tr',
  'el',
  'bg',
  'sr',
  'sk',
  'sl',
  'hu',
  'ar',
  'ar-LB',
  'he',
  'id',
]

const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}]/gu, '')

let months: ReadonlyMap<string, number> | null = null

/** The months' names of several languages, as they stand alone and with a day, in full and short. From 1. */
function monthNames(): ReadonlyMap<string, number> {
  if (months !== null) return months
  const found = new Map<string, number>()
  for (const language of languages)
    for (const month of ['long', 'short'] as const)
      for (const options of [{ month }, { month, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
        for (let number = 1; number <= 12; number++) {
          const part = format.formatToParts(new Date(2001, number - 1, 15)).find(({ type }) => type === 'month')
          const name = plain(part?.value ?? '')
          // The first language that has a name keeps it.
          if (name.length > 2 && !found.has(name)) found.set(name, number)
        }
      }
  found.set('sept', 9)
  months = found
  return found
}

/** The month of a name in one of several languages, from 1; undefined for none. */
export function monthOf(name: string): number | undefined {
  return monthNames().get(plain(name))
}

let weekdays: ReadonlySet<string> | null = null

/** Whether a word is the name of a day of the week in one of several languages, in full or short. */
export function isWeekday(name: string): boolean {
  weekdays ??= new Set(
    languages.flatMap((language) =>
      (['long', 'short'] as const).flatMap((weekday) => {
        const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' })
        return [1, 2, 3, 4, 5, 6, 7].map((day) => plain(format.format(utcTime(2001, 0, day))))
      }),
    ),
  )
  return weekdays.has(plain(name)) && monthOf(name) === undefined
}

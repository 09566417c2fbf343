import { useTranslations } from 'next-intl'
import { useDateText } from '@/components/record-text/use-words'
import { useOtherCases } from '@/lib/client/find/other-cases'
import { foundAddress } from '@/lib/find/found-address'
import { neutralHue } from '@/lib/schema/plain-values'
import { addressBelow } from '@/lib/url/base-path'
import type { PaletteGroup, PaletteRow } from './use-palette-groups'

/** Cases, and lines of theirs, that stand below what this case has. */
const SHOWN = 5

/** The other cases on this server that have what was typed, each followed by the records that do; all of them for an empty field. */
export function useOtherCasesGroup(typed: string, ownId: string): PaletteGroup & { isOut: boolean } {
  const t = useTranslations('find')
  const dateText = useDateText()
  const { cases, isOut } = useOtherCases(typed, ownId)
  const row = (key: string, text: string, detail: string, address: string): PaletteRow => ({
    key: `case ${key}`,
    kind: 'case',
    words: { text, alias: null, detail, mark: null, colour: neutralHue, carried: null },
    placeId: null,
    run: () => location.assign(address),
  })
  const rows = cases.flatMap(({ id, title, period, lines }) => [
    row(id, t('openCase', { title }), dateText(period), addressBelow(`/cases/${id}`)),
    ...lines.map(({ kind, id: record, text }) =>
      row(`${id} ${kind} ${record}`, text, `${t(`groups.${kind}`)} · ${title}`, foundAddress(id, { kind, id: record })),
    ),
  ])
  return { id: 'case', rows: rows.slice(0, SHOWN), count: rows.length, isOut }
}

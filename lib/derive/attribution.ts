import type { CaseHead } from '@/lib/schema/case'

/** Who made what a map shows, to stand on every one: of the basemap, then of the case's own layers. */
export function attributionOf({ attribution = [] }: Pick<CaseHead, 'attribution'>, ofBasemap: string): string {
  return [ofBasemap, ...attribution].join('\u00a0· ')
}

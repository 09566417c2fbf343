/** Papers that the print page is laid out for. */
export const papers = ['a4', 'letter'] as const
export type Paper = (typeof papers)[number]

/** Size of the map on paper, CSS px of its drawing; it is scaled to the page's width. */
export const paperMap = { width: 800, height: 700 } as const

/** The paper that an address names; A4 where it names none. */
export function readPaper(text: string | null): Paper {
  return papers.find((paper) => paper === text) ?? 'a4'
}

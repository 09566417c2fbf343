/** A view of the product that is looked at. */
interface LookedAt {
  name: string
  address: string
  /** What is opened by hand once the page is there: the name of its button. */
  open?: string
  /** It has one look, whatever theme the reader has. */
  isOfOneTheme?: boolean
  /** It is laid out anew for displays that stand upright, and for large ones. */
  isForDisplays?: boolean
}

const wall = (scene: string, more = '') => ({
  address: `/wall/2022-10-annexation?as=mirror&scene=${scene}${more}`,
  isOfOneTheme: true,
  isForDisplays: true,
})

export const views: readonly LookedAt[] = [
  { name: 'story', address: '/', isForDisplays: true },
  { name: 'thread', address: '/?thread=exodus' },
  { name: 'scene', address: '/?scene=who-left' },
  { name: 'place', address: '/?place=UA-65', isForDisplays: true },
  { name: 'figure', address: '/?figure=left-220000' },
  { name: 'quotation', address: '/?quotation=nato-sabotage' },
  { name: 'speaker', address: '/?speaker=hill' },
  { name: 'event', address: '/?event=explosion-first' },
  { name: 'quotations', address: '/?page=quotations' },
  { name: 'figures', address: '/?page=figures' },
  { name: 'sources', address: '/?page=sources' },
  { name: 'places', address: '/?page=places' },
  { name: 'disputes', address: '/?page=differences' },
  { name: 'filter', address: '/', open: 'Filter' },
  { name: 'search', address: '/', open: 'Search' },
  { name: 'wall-title', ...wall('title') },
  { name: 'wall-scene', ...wall('who-left') },
  { name: 'wall-light', ...wall('who-left', '&theme=light') },
  { name: 'wall-closing', ...wall('tour-closing') },
  { name: 'paper', address: '/print/2022-10-annexation', isOfOneTheme: true },
]

export const themes = ['light', 'dark'] as const

/** A desk, a phone, a phone on its side, a display that stands upright, and one so large that everything grows with it. */
export const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1080, height: 1920, isDisplay: true },
  { width: 2560, height: 1440, isDisplay: true },
] as const

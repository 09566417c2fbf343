/** A view of the product that is looked at. */
interface LookedAt {
  name: string
  address: string
  /** What is opened by hand once the page is there: the name of its button. */
  open?: string
}

const wall = '/wall/2022-10-annexation?as=mirror&scene='

export const views: readonly LookedAt[] = [
  { name: 'story', address: '/' },
  { name: 'thread', address: '/?thread=exodus' },
  { name: 'scene', address: '/?scene=who-left' },
  { name: 'place', address: '/?place=UA-65' },
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
  { name: 'wall-title', address: `${wall}title` },
  { name: 'wall-scene', address: `${wall}who-left` },
  { name: 'wall-closing', address: `${wall}tour-closing` },
  { name: 'paper', address: '/print/2022-10-annexation' },
]

export const themes = ['light', 'dark'] as const

/** A desk, a phone, a phone on its side, a display that stands upright, and a large one. */
export const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1080, height: 1920 },
  { width: 3840, height: 2160 },
] as const

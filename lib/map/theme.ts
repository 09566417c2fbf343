import type { Hue } from '@/lib/schema/plain-values'

export type ThemeName = 'light' | 'dark'

/** Colours are CSS hex, sizes CSS pixels, opacities and brightnesses 0 to 1. */
export type Theme = {
  readonly name: ThemeName
  /** Fill of the countries, and of those that the case is about. `halo` is the edge kept around labels and marks. */
  readonly land: string
  readonly subjectLand: string
  readonly halo: string
  /** Depth in metres from which each colour holds; the first is the shallowest. */
  readonly sea: readonly (readonly [fromDepth: number, colour: string])[]
  readonly lake: string
  readonly ice: string
  readonly river: string
  readonly border: string
  /** How far the colour of borders covers the land of a disputed area. */
  readonly disputedTint: number
  /** And that of a built-up area. */
  readonly urbanTint: number
  readonly admin1Line: string
  /**
   * How the grey relief is laid over the land: its black and white are drawn as these greys, chosen so that its plains
   * come out in the land's own colour. `subject` is how far the fill of the case's countries covers it. `hueRotate` in degrees.
   */
  readonly relief: {
    readonly opacity: number
    readonly black: number
    readonly white: number
    readonly hueRotate: number
    readonly saturation: number
    readonly subject: number
  }
  readonly label: {
    readonly country: string
    readonly admin1: string
    readonly city: string
    readonly sea: string
    readonly seaHalo: string
  }
  readonly ink: string
  readonly quietInk: string
  readonly panel: string
  readonly rule: string
  readonly focus: string
  readonly focusHalo: string
  /** The colours that a case names: of marks, and of text, which needs more contrast. */
  readonly hues: Readonly<Record<Hue, { readonly mark: string; readonly text: string }>>
  readonly fonts: typeof fonts
  readonly type: typeof typeScale
}

/**
 * Font families, quoted, so that each stands as it is both in CSS and in a map label's `text-font`, which the map hands
 * to a canvas. The map reads weight and slant from the first family's name alone; a stack that wants one names it
 * first, as a family that does not exist, and the real one after it.
 */
const fonts = {
  sans: "'Source Sans 3 Variable'",
  serif: "'Source Serif 4 Variable'",
  sansSemibold: ['Caseboard Semibold', "'Source Sans 3 Variable'"],
  serifSemibold: ['Caseboard Semibold', "'Source Serif 4 Variable'"],
  serifItalic: ['Caseboard Italic', "'Source Serif 4 Variable'"],
} as const

/** Sizes of type in CSS pixels, from notes to the wall's headline. */
const typeScale = {
  note: 12,
  small: 14,
  name: 15,
  text: 16,
  quotation: 17,
  lead: 20,
  title: 28,
  headline: 32,
  numeral: 40,
  wall: 64,
} as const

/** On a dark ground marks and text have contrast enough in one colour. */
const same = (colour: string) => ({ mark: colour, text: colour })

const light: Theme = {
  name: 'light',
  land: '#f1ede4',
  subjectLand: '#fbf9f3',
  halo: '#f9f6ef',
  sea: [
    [0, '#e4edf0'],
    [20, '#dfe9ed'],
    [50, '#dae5ea'],
    [100, '#d5e1e7'],
    [200, '#d0dde4'],
    [1000, '#c9d8e0'],
    [2000, '#c2d3dc'],
    [4000, '#bbcdd7'],
  ],
  lake: '#d8e4e9',
  ice: '#f8f9f8',
  river: '#b6cdd8',
  border: '#857d6f',
  disputedTint: 0.1,
  urbanTint: 0.12,
  admin1Line: '#cbc4b6',
  relief: { opacity: 0.85, black: 0.645, white: 1, hueRotate: 0, saturation: 0, subject: 0.75 },
  label: { country: '#6b6458', admin1: '#736b5d', city: '#4b4a47', sea: '#436779', seaHalo: '#dfe9ec' },
  ink: '#1d2125',
  quietInk: '#565c63',
  panel: '#fffdf8',
  rule: '#e2dccf',
  focus: '#1d2125',
  focusHalo: '#ffffff',
  hues: {
    vermilion: { mark: '#a8321c', text: '#a8321c' },
    ochre: { mark: '#b06a00', text: '#8c5200' },
    azure: { mark: '#0b76a8', text: '#006593' },
    plum: { mark: '#67175e', text: '#67175e' },
    pine: { mark: '#164a3f', text: '#164a3f' },
    indigo: { mark: '#2440b0', text: '#2440b0' },
    moss: { mark: '#547548', text: '#48673d' },
    rose: { mark: '#dd1c66', text: '#bd0254' },
    umber: { mark: '#3d2912', text: '#3d2912' },
    slate: { mark: '#74777b', text: '#5d5f63' },
  },
  fonts,
  type: typeScale,
}

const dark: Theme = {
  name: 'dark',
  land: '#21272b',
  subjectLand: '#2b3238',
  halo: '#191e22',
  sea: [
    [0, '#141b21'],
    [20, '#12191e'],
    [50, '#11171c'],
    [100, '#10161b'],
    [200, '#0f1418'],
    [1000, '#0d1317'],
    [2000, '#0c1115'],
    [4000, '#0b1014'],
  ],
  lake: '#131b21',
  ice: '#2f373d',
  river: '#3a5162',
  border: '#79838c',
  disputedTint: 0.1,
  urbanTint: 0.12,
  admin1Line: '#49525a',
  relief: { opacity: 1, black: 0.05, white: 0.1775, hueRotate: 162, saturation: 0.55, subject: 0.75 },
  label: { country: '#a1a9b0', admin1: '#9da5ad', city: '#b4bac0', sea: '#6d93ab', seaHalo: '#10161b' },
  ink: '#ece9e3',
  quietInk: '#a7adb3',
  panel: '#171b1f',
  rule: '#2d3439',
  focus: '#ffffff',
  focusHalo: '#000000',
  hues: {
    vermilion: same('#f9745a'),
    ochre: same('#f6c445'),
    azure: same('#78c6fb'),
    plum: same('#b494c2'),
    pine: same('#b3f2d8'),
    indigo: same('#8890fc'),
    moss: same('#e4e8a4'),
    rose: same('#d6869c'),
    umber: same('#cdb9a3'),
    slate: same('#d2dae6'),
  },
  fonts,
  type: typeScale,
}

/** The one table of design tokens: the map, its labels, the panels, the legend and the charts all read it. */
export const themes: Record<ThemeName, Theme> = { light, dark }

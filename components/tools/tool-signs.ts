/** Paths of the tools' signs, on a grid of 20. */
export const toolSigns = {
  find: 'M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M13 13l4 4',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  voices: 'M3 15C5 7 11 5 17 6M17 6l-4-2M17 6l-3 3.5',
  measure: 'M3 13L13 3l4 4L7 17zM6 10l1.6 1.6M8.5 7.5l1.6 1.6M11 5l1.6 1.6',
  'lay-over': 'M3 6l5-2 4 3-1 5-6 1zM9 12l5-2 3 3-1 4-6 0z',
  share: 'M10 12V3M7 6l3-3 3 3M5 9H4v8h12V9h-1',
} as const

/** Kilometres in one of each unit that a length can be given in. */
export const kmPerUnit: ReadonlyMap<string, number> = new Map([
  ['km', 1],
  ['m', 0.001],
  ['nautical miles', 1.852],
  ['nmi', 1.852],
  ['miles', 1.609344],
  ['feet', 0.0003048],
])

/** The formats that messages name. Compiled ones know no others: what is missing would be written as it comes. */
export const formats = { number: { percent: { style: 'percent' } } } as const

/** Stands for `lib/schema/remember` below the mutants: what one mutant had answered would be the answer of the next. */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  return answer
}

/** Something that is likely to be a mistake and costs no record: it does not fail the check. */
export interface Warning {
  /** Relative to the case's folder. */
  file: string
  /** From 1; absent where it is about the file itself. */
  line?: number
  rule: 'unknown-file' | 'crs' | 'swapped' | 'undrawn' | 'alike'
  words: string
}

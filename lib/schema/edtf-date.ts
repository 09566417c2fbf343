import edtf from 'edtf'
import { z } from 'zod'

function isEdtf(text: string): boolean {
  try {
    edtf(text)
    return true
  } catch {
    return false
  }
}

/**
 * A date as precise as it is known, in the Extended Date/Time Format (Library of Congress, levels 0 to 2):
 * `2014`, `2022-09`, `2022-09-26T02:03:24+02:00`, `2022-09-26~`, `2022-09-21/2022-10-04`.
 */
export const edtfSchema = z.string().max(64).refine(isEdtf, 'is not a valid EDTF date')

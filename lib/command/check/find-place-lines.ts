import { type CaseFiles, readValues } from '@/lib/schema/parse-records'

/** The file and the line, from 1, of each place by its id. */
export function findPlaceLines(files: CaseFiles): Map<string, { file: string; line: number }> {
  const lines = new Map<string, { file: string; line: number }>()
  for (const [file, text] of files) {
    if (!file.startsWith('layers/')) continue
    for (const { spot } of readValues(file, text, 'features').values)
      if (spot.id !== null && !lines.has(spot.id)) lines.set(spot.id, { file, line: spot.slice.line })
  }
  return lines
}

import { type ParsedCase, parseCase } from '@/lib/schema/parse-case'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { allSymbols } from './symbols'

/** Parses the files of a case's folder, with every symbol that a layer can name. Never throws. */
export function parseFiles(caseId: string, files: CaseFiles): ParsedCase {
  return parseCase(files, { caseId, symbols: allSymbols })
}

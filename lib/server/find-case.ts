import { recordIdSchema } from '@/lib/schema/identifier'
import { type LoadedCase, loadCase } from './case-store'
import { problem } from './http'

/**
 * The case that an address names, or the answer that says why there is none: 400 for what is no id, 404 for no case.
 * `version` as for `loadCase`.
 */
export async function findCase(request: Request, id: string, version?: string): Promise<LoadedCase | Response> {
  if (!recordIdSchema.safeParse(id).success)
    return problem(request, 400, 'Not a case id', 'A case id is 1 to 64 lower case letters, digits and hyphens.')
  return (
    (await loadCase(id, version)) ??
    problem(request, 404, 'No such case', `There is no case “${id}” here, or its case.json cannot be read.`)
  )
}

import { limits } from '@/lib/limits'
import { cachedJson, problem } from '@/lib/server/http'
import { searchCases } from '@/lib/server/search-cases'

export const dynamic = 'force-dynamic'

const { typedCharacters } = limits.find

/**
 * `GET /api/find?q=…`: the cases that have these words, and a line for each of the best records; without `q` every case.
 * `except` names a case that is left out.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const typed = asked.get('q')?.trim() ?? ''
  if (typed.length > typedCharacters)
    return problem(request, 400, 'Too long', `Ask for ?q=<words>, of at most ${typedCharacters} characters.`)
  return cachedJson(request, { cases: await searchCases(typed, asked.get('except')) })
}

export { readOnly as DELETE, readOnly as PATCH, readOnly as POST, readOnly as PUT } from '@/lib/server/http'

import { problem } from '@/lib/server/http'

/** Every other address below /api: problem details, in the encoding that next.config.mjs promises for all of them. */
function answer(request: Request): Promise<Response> {
  return problem(request, 404, 'Nothing at this address', 'The API begins at /api/cases.')
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }

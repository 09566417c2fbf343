import { plainProblem } from '@/lib/server/http'

/** Every other address below /editing. */
function nothingHere(): Response {
  return plainProblem(404, 'Nothing at this address', 'Editing begins at /editor.')
}

export { nothingHere as DELETE, nothingHere as GET, nothingHere as PATCH, nothingHere as POST, nothingHere as PUT }

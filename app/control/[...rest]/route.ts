import { plainProblem } from '@/lib/server/http'

/** Every other address below /control. */
function nothingHere(): Response {
  return plainProblem(
    404,
    'Nothing at this address',
    'Displays begin at /control/screens, remotes at /control/pairings.',
  )
}

export { nothingHere as DELETE, nothingHere as GET, nothingHere as PATCH, nothingHere as POST, nothingHere as PUT }

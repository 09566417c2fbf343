import { recordIdSchema } from '@/lib/schema/identifier'
import { loadCase } from '@/lib/server/case-store'
import { noteError } from '@/lib/server/health'
import { plainProblem } from '@/lib/server/http'
import { sendEvidence } from '@/lib/server/send-evidence'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

/** `GET /evidence/{case}/{sha256}`: a picture, film or document that a record of the case names by its hash. */
export async function GET(request: Request, { params }: RouteContext<'/evidence/[case]/[sha256]'>): Promise<Response> {
  const { case: caseId, sha256 } = await params
  const found = recordIdSchema.safeParse(caseId).success ? await loadCase(caseId) : null
  const evidence = found?.linked.evidence.find((each) => each.sha256 === sha256)
  if (evidence === undefined) return plainProblem(404, 'No such evidence', 'No record of this case names such a file.')
  try {
    return await sendEvidence(request, caseId, evidence)
  } catch (error) {
    noteError(`The evidence ${caseId}/${evidence.id} cannot be read`, error)
    return plainProblem(503, 'Cannot be read now', 'The file cannot be read now. The rest of the case is not affected.')
  }
}

export {
  plainReadOnly as DELETE,
  plainReadOnly as PATCH,
  plainReadOnly as POST,
  plainReadOnly as PUT,
} from '@/lib/server/http'

import { useCase } from '@/lib/client/case-context'
import type { LinkedActor, LinkedQuotation } from '@/lib/derive/linked-case'
import { useDateText, useWhereText } from './use-words'

/** Who said a quotation, for whom, where and when; what is not known is absent. */
interface Attribution {
  speaker: LinkedActor | undefined
  /** The speaker's side, where its name says more than the speaker's own. */
  side: string | undefined
  /** "Vesby, 30 September 2022", "Ostby (its seat), 29 September 2022"; empty where neither is known. */
  whereAndWhen: string
}

export function useAttribution(quotation: LinkedQuotation): Attribution {
  const { actor, linked } = useCase()
  const dateText = useDateText()
  const where = useWhereText()(quotation)
  const speaker = quotation.speaker === undefined ? undefined : actor(quotation.speaker)
  const side = linked.sides.find(({ id }) => id === speaker?.side)?.name
  const said = quotation.said === undefined ? undefined : dateText(quotation.said, true)
  return {
    speaker,
    side: side === speaker?.name ? undefined : side,
    whereAndWhen: [where, said].filter((part) => part !== undefined).join(', '),
  }
}

import { type FailedRecords, type ParsedCase, positionKey } from '@/lib/schema/parse-case'

/** A case of which more records fail has a fault that is not theirs. */
const MOST_FAILED = 20

interface Attempt<Built> {
  built?: Built
  error?: unknown
}

function attempt<Parsed, Built>(parsed: Parsed, build: (parsed: Parsed) => Built): Attempt<Built> {
  try {
    return { built: build(parsed) }
  } catch (error) {
    return { error }
  }
}

/** Tries of a case without some of its records: those that are then left, and whether building fails. */
type Try = (without: readonly string[]) => { left: readonly string[]; fails: boolean }

/**
 * The record that building fails of: the last of the fewest of `keys`, from the first one on, without which it does not,
 * where it fails without `before` and not without both. As what names it goes with it, it is then looked for among these
 * too. Takes as many tries as it takes to halve the records down to one, and again for those that hang on it.
 */
function findCulprit(tryWithout: Try, keys: readonly string[], before: readonly string[] = []): string {
  let [tooFew, enough] = [0, keys.length]
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1
    if (tryWithout([...before, ...keys.slice(0, middle)]).fails) tooFew = middle
    else enough = middle
  }
  const others = [...before, ...keys.slice(0, enough - 1)]
  const culprit = keys[enough - 1] ?? ''
  const left = new Set(tryWithout([...others, culprit]).left)
  const hanging = tryWithout(others).left.filter((key) => key !== culprit && !left.has(key))
  if (hanging.length === 0 || tryWithout([...others, ...hanging]).fails) return culprit
  return findCulprit(tryWithout, hanging, others)
}

/**
 * Builds a case, and where that throws, without the records that it throws of, which are set aside and told: a failure of
 * ours costs a record, and not the case. `parse` reads the same files each time. Throws what building throws of all else.
 */
export function buildWithout<Parsed extends ParsedCase, Built>(
  parse: (failed: FailedRecords) => Parsed,
  build: (parsed: Parsed) => Built,
): { parsed: Parsed; built: Built } {
  const failed = new Map<string, string>()
  for (;;) {
    const parsed = parse(failed)
    const { built, error } = attempt(parsed, build)
    if (built !== undefined) return { parsed, built }
    const keys = parsed.standing.map(positionKey)
    const tryWithout: Try = (without) => {
      const left = parse(new Map([...failed, ...without.map((key): [string, string] => [key, ''])]))
      return { left: left.standing.map(positionKey), fails: attempt(left, build).built === undefined }
    }
    if (failed.size === MOST_FAILED || tryWithout(keys).fails) throw error
    const culprit = findCulprit(tryWithout, keys)
    failed.set(culprit, `cannot be drawn or linked (${error instanceof Error ? error.message : String(error)})`)
  }
}

/** Why the control plane does not do what it was asked; answered as problem details. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  /** By its name: each of the server's bundles has a class of its own, and the control plane is made in one for all. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'Refusal'
  }

  /** `retryAfterMs` is when asking again makes sense. */
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly retryAfterMs?: number,
  ) {
    super(title)
  }
}

/** The answer to a cookie that is missing, unknown or revoked: one for all, so that it says nothing of which. */
export function notPaired(): Refusal {
  return new Refusal(
    401,
    'Not paired',
    'This browser is not paired with a wall here. Pair it with a code from a display.',
  )
}

import { isIPv6 } from 'node:net'

/** The header that the server itself writes: what a client sends of it is never read. */
export const ADDRESS_HEADER = 'x-caseboard-address'

/** How many proxies stand in front and tell whom they ask for: `CASEBOARD_PROXIES`; none, if nothing is said. */
function proxies(): number {
  const count = Number(process.env.CASEBOARD_PROXIES ?? 0)
  return Number.isInteger(count) && count > 0 ? count : 0
}

/**
 * The address that a request comes from: the socket's or, behind so many proxies, the one that the outermost of them
 * wrote down. What stands before that in the list anyone may have written.
 */
export function addressOf(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  behind = proxies(),
): string {
  const told = (forwardedFor ?? '').split(',').map((each) => each.trim())
  return (behind === 0 ? undefined : told.at(-behind)) || socketAddress || 'unknown'
}

/** Whose address counts as one: of IPv6 a home has the first 64 bits, and all addresses in them. */
export function addressKey(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(bare)) return bare
  const [head = '', tail] = bare.toLowerCase().split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
  return [...front, ...middle, ...back].slice(0, 4).join(':')
}

/** The key of a request's address, as the server has written it into its headers. */
export function clientOf(request: Request): string {
  return addressKey(request.headers.get(ADDRESS_HEADER) ?? 'unknown')
}

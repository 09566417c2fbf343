import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { FeedFault } from './feed-fault'

/** IPv4 that is no host of the public internet: IANA's special-purpose registry, with multicast and what is reserved. */
const notPublic4 = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic4.addSubnet(net, prefix, 'ipv4')

/** Of IPv6 only this is given to hosts: what is mapped, translated, local or multicast lies outside of it. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** Within it, what is for protocols and documents, and what has an IPv4 address inside (Teredo, 6to4). */
const notPublic6 = new BlockList()
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic6.addSubnet(net, prefix, 'ipv6')

/** Whether an IP address is one of a host on the public internet; false for what is none. */
export function isPublicIp(address: string): boolean {
  const [bare = ''] = address.split('%')
  if (isIP(bare) === 4) return !notPublic4.check(bare, 'ipv4')
  return isIP(bare) === 6 && global6.check(bare, 'ipv6') && !notPublic6.check(bare, 'ipv6')
}

/** Whether a feed may come from an IP address. */
export type IsAllowed = (ip: string) => boolean

/** From the public internet alone, but for `CASEBOARD_FEEDS_PRIVATE=1`: then from this machine and its network too. */
export const isAllowedHere: IsAllowed = (ip) => process.env.CASEBOARD_FEEDS_PRIVATE === '1' || isPublicIp(ip)

const refusal = (host: string) =>
  new FeedFault(
    'refused',
    `${host} is an address of a private network, which feeds may not come from: CASEBOARD_FEEDS_PRIVATE=1 allows it`,
  )

/** Answers all addresses of a name, as `dns.lookup` does. */
export type ResolveName = (
  name: string,
  options: LookupOptions & { all: true },
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * What a connection asks for the address of a name: the name is resolved once, and what was checked is what is connected
 * to, so that no second answer can differ. A name of which only some addresses are allowed is refused as well.
 */
export function createCheckedLookup(isAllowed: IsAllowed, resolve: ResolveName = systemLookup): LookupFunction {
  return (name, options, answer) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error !== null) answer(error, '', 0)
      else if (first === undefined || !addresses.every(({ address }) => isAllowed(address)))
        answer(refusal(name), '', 0)
      else if (options.all === true) answer(null, addresses)
      else answer(null, first.address, first.family)
    })
  }
}

/** Throws a FeedFault for an address whose host is a number that is not allowed: no name is looked up for such a one. */
export function checkLiteralHost({ hostname }: URL, isAllowed: IsAllowed): void {
  // The parser of addresses has written decimal, octal and hexadecimal numbers as four by then.
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isAllowed(host)) throw refusal(host)
}

import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>

/** Networks that live inside of this machine or lead into a tunnel: no phone in the room is on them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|podman|tun|tap|utun|wg|tailscale|zt)/i

/** Home and office networks first, as phones in the room have them. */
function rank(address: string): number {
  if (address.startsWith('192.168.')) return 0
  if (address.startsWith('10.')) return 1
  if (/^172\.(1[6-9]|2\d|3[01])\./.test(address)) return 2
  return address.startsWith('169.254.') ? 4 : 3
}

/** The IPv4 address under which the local network most likely reaches this machine; null where it is on none. */
export function lanAddress(interfaces: Interfaces = networkInterfaces()): string | null {
  const addresses = Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, infos]) => infos ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)
  return addresses.sort((a, b) => rank(a) - rank(b))[0] ?? null
}

/**
 * Where a phone in the room opens a path of this server: below `configured` (CASEBOARD_ORIGIN) where that is set, else
 * where the display's page is open; a display that is the server itself says `localhost`, which a phone cannot reach.
 */
export function roomAddress(
  path: string,
  pageOrigin: string,
  configured: string | undefined,
  lan: string | null,
): string {
  const url = new URL(path, configured ?? pageOrigin)
  const isLocal = /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(url.hostname)
  if (configured === undefined && isLocal && lan !== null) url.hostname = lan
  return url.href
}

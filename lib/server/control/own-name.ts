import { isIP } from 'node:net'
import { hostname } from 'node:os'

/** Ends of names that no stranger can register: each is of the machine itself or of the network that it is in. */
const LOCAL = /\.(localhost|local|lan|internal|home\.arpa)$/

/**
 * Whether this server may be asked by the name `name` (a URL's host name) without having been told of it: by an address,
 * by a name that holds only in the local network, or by that of the machine itself, which is `machine`. By any other a
 * stranger's page could ask it as its own server, once the stranger has let that name lead here (DNS rebinding).
 */
export function isOwnName(name: string, machine: string = hostname()): boolean {
  const bare = name.toLowerCase().replace(/\.$/, '')
  if (isIP(bare.replace(/^\[(.*)\]$/, '$1')) !== 0) return true
  return !bare.includes('.') || LOCAL.test(bare) || bare === machine.toLowerCase()
}

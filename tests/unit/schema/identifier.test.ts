import { expect, it } from 'vitest'
import { addressSchema } from '@/lib/schema/identifier'

it.each(['https://example.org/a?b=c#d', 'https://пример.рф/шлях', 'http://[::1]:8080/'])(
  '%s is an address',
  (address) => {
    expect(addressSchema.safeParse(address).success).toBe(true)
  },
)

it.each([
  ['a mark that turns the direction of text', 'https://example.org/\u202egnp.exe', 'characters that nobody sees'],
  ['a control character', 'https://example.org/\u0000', 'characters that nobody sees'],
  ['a space', 'https://example.org/a b', 'write %20 for a space'],
  ['a name and a password', 'https://anna:secret@example.org/', 'name and password'],
  ['a script', 'javascript:alert(1)', 'Invalid URL'],
  ['more than anybody reads', `https://example.org/${'a'.repeat(5000)}`, '4000'],
])('an address with %s is none', (_, address, reason) => {
  const { error } = addressSchema.safeParse(address)
  expect(error?.issues.map(({ message }) => message).join()).toContain(reason)
})

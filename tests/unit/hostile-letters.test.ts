import { expect, test } from 'vitest'
import { addressSchema } from '@/lib/schema/identifier'
import { escapeXml } from '@/lib/server/svg-path'

test.each(['\u0000', '\u0008', '\u001f', '\ufffe', '\uffff', '\ud83d'])(
  'a character that XML does not have stands in no picture (case %#)',
  (character) => {
    expect(escapeXml(`Port${character}City <&>`)).toBe('Port City &lt;&amp;&gt;')
  },
)

test('emoji, Arabic and combining marks do', () => {
  expect(escapeXml('🔥 الجزيرة é')).toBe('🔥 الجزيرة é')
})

test.each(['https://reader:secret@example.org/', 'http://reader@example.org', 'https:/a:b@example.org'])(
  '%s is no address: it would hand on a password',
  (address) => {
    expect(addressSchema.safeParse(address).success).toBe(false)
  },
)

test.each(['https://example.org/@reader', 'https://example.org?to=a@b.org', 'https://example.org/#a@b'])(
  '%s is one',
  (address) => {
    expect(addressSchema.safeParse(address).success).toBe(true)
  },
)

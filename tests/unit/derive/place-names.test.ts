import { describe, expect, it } from 'vitest'
import { namesBeside } from '@/lib/derive/place-names'

const localName = { text: 'السويس', language: 'ar' }
const otherNames = [
  { text: 'Suez', language: 'fr' },
  { text: 'Port-Tewfik', language: 'fr' },
  { text: 'Suez', language: 'de' },
]
const told = (languages: readonly string[] | undefined) =>
  namesBeside({ localName, otherNames }, languages).map(({ text, language }) => `${language} ${text}`)

describe('the names beside a place’s English one', () => {
  it('are its local name alone where the case names no languages', () => {
    expect(told(undefined)).toEqual(['ar السويس'])
    expect(namesBeside({ otherNames }, undefined)).toEqual([])
  })

  it('are the first in each language of the case, in the case’s order', () => {
    expect(told(['fr', 'ar'])).toEqual(['fr Suez', 'ar السويس'])
    expect(told(['de'])).toEqual(['de Suez'])
    expect(told(['sw'])).toEqual([])
  })
})

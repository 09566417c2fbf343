import { describe, expect, it } from 'vitest'
import { didYouMean, findNearest, nearKey } from '@/lib/schema/nearest'

describe('findNearest', () => {
  it.each([
    ['publishr', 'publisher'],
    ['pubilsher', 'publisher'],
    ['Publisher', 'publisher'],
    ['puublishers', 'publisher'],
    ['ur', 'url'],
  ])('takes %s for %s', (word, meant) => {
    expect(findNearest(word, ['title', 'publisher', 'url'])).toBe(meant)
  })

  it.each(['colour', 'pub', 'x', ''])('takes %j for nothing', (word) => {
    expect(findNearest(word, ['title', 'publisher', 'address'])).toBeNull()
  })

  it('takes the nearest of several, and the first of two that are as near', () => {
    expect(findNearest('reportt', ['rapports', 'report', 'reports'])).toBe('report')
    expect(findNearest('cat', ['hat', 'bat'])).toBe('hat')
  })

  it.each([
    ['a letter in six', 'repert', 'report'],
    ['two letters in six', 'rapart', 'report'],
    ['two letters put in', 'reeportt', 'report'],
    ['two letters left out', 'publshr', 'publisher'],
    ['three letters in nine', 'pabliskar', 'publisher'],
    ['neighbours the other way round', 'publihser', 'publisher'],
    ['the first two the other way round', 'upblisher', 'publisher'],
    ['the last two the other way round', 'publishre', 'publisher'],
    ['two neighbours of four the other way round', 'psot', 'post'],
    ['the first two of four the other way round', 'opst', 'post'],
    ['the last two of four the other way round', 'pots', 'post'],
    ['one letter of one', 'b', 'a'],
    ['nothing but its case', 'REPORT', 'report'],
  ])('takes a word for another that differs by %s', (_, word, meant) => {
    expect(findNearest(word, [meant])).toBe(meant)
  })

  it.each([
    ['two letters of four, of which one stands beside its place', 'pxot', 'post'],
    ['two letters of four, of which the other does', 'psxt', 'post'],
    ['two letters in five', 'rapat', 'repot'],
    ['three letters in six', 'rapirt', 'repost'],
    ['three letters put in', 'report', 'xxxreport'],
    ['four letters in twelve', 'publishersxx', 'pablaskarsxy'],
    ['four letters in fifteen', 'abcdefghijklmno', 'abcdefghijkwxyz'],
    ['letters that are swapped across another', 'abcde', 'cbade'],
  ])('takes no word for another that differs by %s', (_, word, other) => {
    expect(findNearest(word, [other])).toBeNull()
  })

  it('takes what differs by its case alone before all else', () => {
    expect(findNearest('Report', ['reports', 'report', 'REPORT'])).toBe('report')
  })

  it('never suggests the word itself', () => {
    expect(findNearest('report', ['report'])).toBeNull()
  })

  it('says so only where something is near', () => {
    expect(didYouMean('abot', ['about'])).toBe('; did you mean “about”?')
    expect(didYouMean('colour', ['about'])).toBe('')
  })
})

describe('nearKey', () => {
  const known = ['name', 'accuracyKm', 'sources', 'sizedBy', 'since', 'sized']

  it.each([
    ['ACCURACY_KM', 'accuracyKm'],
    ['sized-by', 'sizedBy'],
    ['Name', 'name'],
    ['source', 'sources'],
    ['sourcess', 'sources'],
    ['xsources', 'sources'],
    ['ources', 'sources'],
    ['soorces', 'sources'],
    ['sourcse', 'sources'],
    ['osurces', 'sources'],
    ['sinse', 'since'],
  ])('takes %s for %s', (key, meant) => {
    expect(nearKey(key, known)).toBe(meant)
  })

  it.each([
    'nam',
    'mane',
    'sour',
    'sourcesss',
    'sxurcys',
    'scrouse',
    'ecruos',
    'sicxe',
    'sixne',
    'sicnx',
    'sixxe',
    'names',
  ])('takes %s for a key of its own', (key) => {
    expect(nearKey(key, known)).toBeUndefined()
  })

  it('takes a key that is written otherwise before one that is a letter off', () => {
    expect(nearKey('sized_by', ['sizedB', 'sizedBy'])).toBe('sizedBy')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchCommands } from '@/components/find/commands'
import { readTypedDate } from '@/lib/client/find/typed-date'
import { mostUsed, recentFinds, rememberCommand, rememberFind } from '@/lib/client/find/use-find-index'
import { isSpeltIn, soundOf, transliterate, wordsOf } from '@/lib/derive/spellings'
import { nameFit, spacedWords } from '@/lib/find/find-index'
import { excerptAround, markWords } from '@/lib/find/mark-words'

describe('transliterate', () => {
  it.each([
    ['Херсон', ['kherson']],
    ['Київ', ['kyiv']],
    ['Киев', ['kyev', 'kiyev']],
    ['Запоріжжя', ['zaporizhzhia']],
    ['Згорани', ['zghorany', 'zgorani']],
    ['Єнакієве', ['yenakiieve']],
    ['Ельцин', ['eltsyn', 'yeltsin']],
    ['Подъезд', ['podyezd']],
    ['Нью-Йорк', ['niu-york', 'nyu-york']],
    ['Kherson', []],
    ['Қайрақ', []],
  ])('spells %s', (text, spelt) => {
    expect(transliterate(text)).toEqual(spelt)
  })

  it('leaves no Cyrillic behind', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя ’-') }), (text) => {
        for (const spelt of transliterate(text)) expect(spelt).not.toMatch(/\p{Script=Cyrillic}/u)
      }),
    )
  })
})

describe('words', () => {
  it('joins what separates thousands, and nothing else', () => {
    expect(wordsOf('about 220,000 people, 40 km, 2.3, 26 September 2022')).toEqual([
      'about',
      '220000',
      'people',
      '40',
      'km',
      '2.3',
      '26',
      'September',
      '2022',
    ])
    expect(wordsOf('Russia’s 1 234 567')).toEqual(['Russias', '1234567'])
    expect(wordsOf('2,3 or 1,25; in 2014, 22 of 1,234,567')).toEqual([
      '2.3',
      'or',
      '1.25',
      'in',
      '2014',
      '22',
      'of',
      '1234567',
    ])
  })

  it.each([
    ['Kherson', 'Херсон', true],
    ['Łódź', 'lodz', true],
    ['Херсонська область', 'kherson', true],
    ['Kherson', 'erso', true],
    ['Kherson', 'Донецк', false],
  ])('in %s, %s is spelt: %s', (name, part, isThere) => {
    expect(isSpeltIn(['Baltic Sea', name], part)).toBe(isThere)
  })

  it('hears alike what is spelt in several ways', () => {
    for (const names of [
      ['kherson', 'hersson', 'herson'],
      ['luhansk', 'lugansk', 'lukhansk'],
      ['kyiv', 'kiyv'],
    ])
      expect(new Set(names.map(soundOf)).size).toBe(1)
  })

  it('knows how well a name fits', () => {
    const fit = (typed: string) =>
      nameFit(['Verkhny Lars / Kazbegi', 'Верхний Ларс'].flatMap(spacedWords), spacedWords(typed))
    expect(['верхний ларс', 'verkh', 'lars', 'ars'].map(fit)).toEqual([0, 1, 2, 3])
  })
})

describe('readTypedDate', () => {
  const near = Date.UTC(2022, 9, 2)
  it.each([
    ['26 September 2022', '2022-09-26'],
    ['2022-09-26', '2022-09-26'],
    ['26 Sep', '2022-09-26'],
    ['Sept 26', '2022-09-26'],
    ['September 26th, 2022', '2022-09-26'],
    ['the 26th', null],
    ['26.9.2022', '2022-09-26'],
    ['26/09/2022', '2022-09-26'],
    ['3 Jan', '2023-01-03'],
    ['September 2022', '2022-09'],
    ['2022-09', '2022-09'],
    ['2014', '2014'],
    ['31 September 2022', null],
    ['29 Feb 2023', null],
    ['2022-13', null],
    ['26 ma', null],
    ['26 people', null],
    ['220,000', null],
    ['1234', null],
    ['3 May 1799', '1799-05-03'],
    ['44 BCE', '-0043'],
    ['March 44 BC', '-0043-03'],
    ['15 March 44 BCE', '-0043-03-15'],
    ['-0043-03-15', '-0043-03-15'],
    ['4 May 0099', '0099-05-04'],
    ['99 CE', '0099'],
    ['50001 BCE', 'Y-50000'],
    ['900000 BCE', null],
    ['', null],
  ])('reads “%s” as %s', (typed, edtf) => {
    expect(readTypedDate(typed, near)?.edtf ?? null).toBe(edtf)
  })

  it('takes a day, a month or a year from its beginning to its end', () => {
    const window = (typed: string) => {
      const { start = 0, end = 0 } = readTypedDate(typed, near) ?? {}
      return (end - start) / 86_400_000
    }
    expect(['26 Sep', 'Sep 2022', '2024'].map(window)).toEqual([1, 30, 366])
  })

  it('reads any day as it is written', () => {
    const days = fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10)
        const words = day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
        for (const typed of [iso, words]) expect(readTypedDate(typed, near)?.edtf).toBe(iso)
      }),
    )
  })
})

describe('emphasis', () => {
  const isLeak = (word: string) => word.startsWith('leak')
  it('keeps every letter of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const runs = markWords(text, (word) => word.length % 2 === 0)
        expect(runs.map((run) => run.text).join('')).toBe(text)
      }),
    )
    const is = (wanted: string) => (word: string) => word === wanted
    for (const number of ['220,000', '220 000', '220\u00a0000', '220\u202f000', '2.3'])
      expect(markWords(`{${number}} {2}`, is(number)).filter(({ marked }) => marked)).toEqual([
        { text: number, marked: true, at: 1 },
      ])
    expect(markWords('a leak', isLeak)).toEqual([
      { text: 'a ', marked: false, at: 0 },
      { text: 'leak', marked: true, at: 2 },
    ])
  })

  it('cuts a long text around what was found, and a short one not', () => {
    expect(excerptAround('a leak', isLeak)).toBe('a leak')
    const cut = excerptAround(`${'so it goes '.repeat(20)}a leak ${'and more '.repeat(20)}`, isLeak)
    expect(cut).toMatch(/^…[a-z].* leak .*…$/)
    expect(cut.length).toBeLessThan(115)
  })
})

describe('commands', () => {
  const commands = [
    { id: 'dark', title: 'Dark theme', also: 'night' },
    { id: 'share', title: 'Share & export', also: 'export pdf' },
  ]
  it('are found by the beginnings of their words', () => {
    const ids = (typed: string) => matchCommands(commands, typed).commands.map(({ id }) => id)
    expect([ids('very dark'), ids('night'), ids('exp'), ids('e'), ids('')]).toEqual([
      [],
      ['dark'],
      ['share'],
      ['share'],
      [],
    ])
  })

  it('fit by their titles first, and by other words better than what is only nearly so', () => {
    expect(
      ['dark theme', 'dark', 'theme', 'export', 'very'].map((typed) => matchCommands(commands, typed).fit),
    ).toEqual([0, 1, 2, 2, 3])
  })

  it('and finds are remembered for the session', () => {
    rememberCommand('share')
    expect(mostUsed(commands).map(({ id }) => id)).toEqual(['share', 'dark'])
    const found = (id: string) => ({ kind: 'place' as const, id, fit: 0 })
    for (const id of ['a', 'b', 'a']) rememberFind('case', found(id))
    expect(recentFinds('case').map(({ id }) => id)).toEqual(['a', 'b'])
    expect(recentFinds('other')).toEqual([])
  })
})

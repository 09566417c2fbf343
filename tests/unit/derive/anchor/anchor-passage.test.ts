import { describe, expect, it } from 'vitest'
import { createAnchor, toSelectors } from '@/lib/derive/anchor/anchor-passage'
import { follow, followed } from './mark-passage'

const before = 'The harbour office opened in March. Nobody had asked the crews about it.'
const after = 'The mayor called it a mistake. Two boats left the same night.'
/** A sentence between others. */
const amid = (sentence: string) => `${before} ${sentence} ${after}`
const ferry = 'The old ferry [carried ninety people] across the strait that day.'
const monday = 'He sailed [on Monday] with his brother.'
const mail = 'They came back on Monday with the mail of the whole island.'

/** In both texts brackets mark the passage: in the new one, every place that is given. */
type Row = [what: string, was: string, now: string]

describe('a passage whose old text is held', () => {
  it.each<Row>([
    ['nothing changed', amid(ferry), amid(ferry)],
    [
      'what follows was written on',
      `[Nobody] came here. The boats lay still.`,
      '[Nobody] came here. The boats lay still. So?',
    ],
    ['the same words elsewhere were taken out', `${amid(monday)} ${mail}`, amid(monday)],
    ['only spaces and marks far from it changed', amid(ferry), amid(ferry).replace('night.', 'night!')],
  ])('stands where it stood: %s', (_what, was, now) => {
    expect(followed(was, now)).toEqual(['exact', now])
  })

  it.each<Row>([
    ['a sentence was put in before it', amid(ferry), `A storm was coming up. ${amid(ferry)}`],
    ['its sentence is now the first', amid(ferry), `${ferry} ${before} ${after}`],
    ['its sentence is now the last', amid(ferry), `${before} ${after} ${ferry}`],
    [
      'everything around it changed places',
      amid(`[${ferry.replace(/[[\]]/g, '')}]`),
      `${after} ${before} [The old ferry carried ninety people across the strait that day.]`,
    ],
    [
      'words near it changed',
      amid('He had counted [ninety people] aboard the boat.'),
      amid('She had counted [ninety people] aboard a boat.').replace('The', 'A new'),
    ],
    [
      'it stands last',
      'Nobody came here that night. The boats lay [still].',
      'So. Nobody came here that night. The boats lay [still].',
    ],
    ['the same words stand elsewhere too', `${amid(monday)} ${mail}`, `Some words first. ${amid(monday)} ${mail}`],
    ['it changed places with the same words', `${monday} ${mail}`, `${mail} ${monday}`],
    ['signs of two units stand before it', amid(ferry), `🚢🚢 ${amid(ferry)}`],
  ])('is found elsewhere: %s', (_what, was, now) => {
    expect(followed(was, now)).toEqual(['moved', now])
  })

  it.each<Row>([
    ['another number', amid(ferry), amid('The old ferry [carried sixty people] across the strait that day.')],
    ['a word put in', amid(ferry), amid('The old ferry [carried ninety tired people] across the strait that day.')],
    ['words put in', amid(ferry), amid('The old ferry [carried more than ninety people] across the strait that day.')],
    ['one word for three', amid(ferry), amid('The old ferry [sank] across the strait that day.')],
    [
      'the same words in another order',
      amid(ferry),
      amid('The old ferry [people ninety carried] across the strait that day.'),
    ],
    ['a stop put in', amid(ferry), amid('The old ferry [carried ninety. People] across the strait that day.')],
    [
      'a longer word',
      amid('The old [ferry] crossed the strait that day.'),
      amid('The old [ferryman] crossed the strait that day.'),
    ],
    [
      'a share for a number',
      amid('In all [20] of them crossed the strait.'),
      amid('In all [20%] of them crossed the strait.'),
    ],
    [
      'small letters for large ones',
      amid('[The Old Ferry] crossed the strait.'),
      amid('[the old ferry] crossed the strait.'),
    ],
    [
      'another mark at its end',
      amid('He asked [why?] and nobody knew a thing.'),
      amid('He asked [why!] and nobody knew a thing.'),
    ],
    [
      'the last word',
      'Nobody came here that night. The boats lay [still].',
      'So. Nobody came here that night. The boats lay [waiting].',
    ],
    [
      'the first word',
      '[Nobody] came here that night. The boats lay still.',
      '[Few] came here that night. The boats lay still.',
    ],
  ])('is altered, and not gone, with %s in its place', (_what, was, now) => {
    expect(followed(was, now)).toEqual(['altered', now])
  })

  it.each<Row>([
    ['with its sentence', amid(ferry), `${before} ${after}`],
    ['alone', amid(ferry), amid('The old ferry across the strait that day.')],
    ['with all the text', amid(ferry), ''],
    ['for another text', amid(ferry), 'Nothing of this is here any more.'],
    [
      'for words that are nothing like it',
      amid(ferry),
      amid('The old ferry was never seen again by anybody who lived across the strait that day.'),
    ],
  ])('is gone where it was taken out %s', (_what, was, now) => {
    expect(followed(was, now)).toEqual(['gone', now])
  })

  it('is gone where the same words stand where others of them stood, and these are named', () => {
    const was = `${monday} ${amid('The mail of the whole island came on Monday with a much larger boat from town.')}`
    const now = amid('The mail of the whole island came [on Monday] with a much larger boat from town.')
    expect(followed(was, now)).toEqual(['gone', now])
  })

  it.each<Row>([
    ['its sentence was doubled elsewhere', amid(ferry), `${amid(ferry)} ${ferry}`],
    ['its sentence was doubled on the spot', amid(ferry), amid(`${ferry} ${ferry}`)],
    ['its words stand among others', amid(ferry), 'They say that it [carried ninety people] once.'],
    [
      'its words moved alone, and others stand in its place',
      amid(ferry),
      `Reports say it [carried ninety people]. ${amid('The old ferry sank across the strait that day.')}`,
    ],
    [
      'it was altered, and a copy stands elsewhere',
      amid(ferry),
      `${amid('The old ferry carried sixty people across the strait that day.')} The old ferry [carried ninety people] across the strait that day, some say.`,
    ],
    [
      'both words beside it changed',
      amid('He had counted [ninety people] aboard the boat.'),
      amid('He had seen [ninety people] on the boat.'),
    ],
    [
      'a number may be part of a longer one',
      amid('In all [200] people crossed the strait.'),
      amid('In all 1 [200] people crossed the strait.'),
    ],
    [
      'its sentence is gone, and one that had its words is left',
      `${amid(monday)} ${mail}`,
      `${before} ${after} They came back [on Monday] with the mail of the whole island.`,
    ],
  ])('is never guessed: %s', (_what, was, now) => {
    expect(followed(was, now)).toEqual(['ambiguous', now])
  })

  it('is ambiguous without places where its words stand everywhere', () => {
    const everywhere = Array.from({ length: 301 }, () => 'So it goes.').join(' ')
    expect(follow(`[So] it was. ${before}`, everywhere)).toEqual({ status: 'ambiguous', places: [] })
    expect(follow(`[So] it was. ${before}`, everywhere, false)).toEqual({ status: 'ambiguous', places: [] })
  })

  it('is looked for by its selectors where the old text has other words at its position', () => {
    const selectors = {
      exact: 'ninety people',
      prefix: 'The old ferry carried ',
      suffix: ' across the strait',
      start: 0,
      end: 13,
    }
    const now = `Some words first. The old ferry carried ninety people across the strait.`
    const start = now.indexOf('ninety')
    const found = { status: 'moved', start, end: start + 13 }
    expect(createAnchor(now, 'Nothing of it is here.')(selectors)).toEqual(found)
    expect(createAnchor(now, null)(selectors)).toEqual(found)
  })
})

describe('a passage that no reader could have marked', () => {
  it.each([
    ['part of a letter with its accent', 'The caf[e]\u0301 was shut by noon that day.'],
    ['an accent without its letter', 'The cafe[\u0301] was shut by noon that day.'],
    ['part of a run of spaces', 'The cafe [ ]was shut by noon that day.'],
    ['what nobody sees', 'The cafe[\u00ad] was shut by noon that day.'],
  ])('is not said to stand: %s', (_what, was) => {
    expect(['gone', 'ambiguous', 'altered']).toContain(follow(was, was).status)
  })
})

describe('what stands now in place of an altered passage', () => {
  it('is compared with it word for word and mark for mark', () => {
    const outcome = follow(amid('They [paid 1,200 a day, not less].'), amid('They [paid 1,300 a day; not less].'))
    expect(outcome).toMatchObject({
      words: 'paid 1,300 a day; not less',
      typographyOnly: false,
      difference: [
        { kind: 'same', text: 'paid ' },
        { kind: 'was', text: '1,200' },
        { kind: 'now', text: '1,300' },
        { kind: 'same', text: ' a day' },
        { kind: 'was', text: ',' },
        { kind: 'now', text: ';' },
        { kind: 'same', text: ' not less' },
      ],
    })
  })

  it.each([true, false])('may differ in its typography alone (old text held: %s)', (isHeld) => {
    const was = amid('He said [“we’ll  sail”] to them all that day.')
    const now = amid('He said "we\'ll sail" to them all that day.')
    expect(follow(was, now, isHeld)).toMatchObject({ status: 'altered', words: '"we\'ll sail"', typographyOnly: true })
  })
})

describe('a passage of which only its record is held', () => {
  it.each<Row>([
    ['exact', amid(ferry), amid(ferry)],
    ['moved', amid(ferry), `A storm was coming up. ${amid(ferry)}`],
    ['moved', `${amid(monday)} ${mail}`, `Some words first. ${amid(monday)} ${mail}`],
    ['altered', amid(ferry), amid('The old ferry [carried sixty people] across the strait that day.')],
    [
      'altered',
      amid(ferry),
      amid('The old ferry [was never seen again by anybody who lived] across the strait that day.'),
    ],
    ['gone', amid(ferry), amid('The old ferry across the strait that day.')],
    ['gone', amid(ferry), amid('The old ferry – across the strait that day.')],
    ['gone', amid(ferry), ''],
    ['exact', 'We [sail].', 'We [sail]. They stay.'],
  ])('is %s by what stands around it', (status, was, now) => {
    expect(followed(was, now, false)).toEqual([status, now])
  })

  it.each<Row>([
    ['what was around it is only before it', amid(ferry), `${before} The old ferry [carried ninety people] and a dog.`],
    [
      'what was around it is only after it',
      amid(ferry),
      `It [carried ninety people] across the strait that day. ${after}`,
    ],
    [
      'its words stand twice with half of what was around them',
      amid(ferry),
      `${amid(ferry)} Some ferry [carried ninety people] across the straits of the south.`,
    ],
    [
      'its surroundings stand a second time',
      amid(ferry),
      `${amid(ferry)} Somebody swam across the strait that day. The mayor knew.`,
    ],
    [
      'it is part of a longer word',
      amid('The old [ferry] crossed the strait.'),
      amid('The old [ferry]man crossed the strait.'),
    ],
    ['too little was kept, and it is elsewhere', 'We [sail].', 'Now. We [sail].'],
    ['all is doubled', amid(ferry), `${amid(ferry)} ${amid(ferry)}`],
  ])('is never guessed: %s', (_what, was, now) => {
    expect(followed(was, now, false)).toEqual(['ambiguous', now])
  })

  it('is gone where what stands between its surroundings is too long to have replaced it, or before them', () => {
    const long = Array.from({ length: 20 }, () => 'and then another thing happened').join(' ')
    expect(follow(amid(ferry), amid(`The old ferry ${long} across the strait that day.`), false).status).toBe('gone')
    expect(follow(amid(ferry), `Across the strait that day. ${after} ${before} The old ferry`, false).status).toBe(
      'gone',
    )
  })

  it('is gone where what was kept on a side says too little to tell its place', () => {
    expect(follow('We [sail] to the islands in the north.', 'We stay to the islands in the north.', false).status).toBe(
      'gone',
    )
  })
})

describe('the selectors of a passage', () => {
  const whole = { exact: 'sail', prefix: 'we ', suffix: '.', start: 3, end: 7 }

  it('are those of one that has them all', () => {
    expect(toSelectors({ source: 'report', ...whole })).toEqual(whole)
    for (const name of ['prefix', 'suffix', 'start', 'end'])
      expect(toSelectors({ source: 'report', ...whole, [name]: undefined })).toBeNull()
  })
})

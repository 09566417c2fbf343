import { describe, expect, it } from 'vitest'
import { followed } from './mark-passage'

const before = 'The harbour office opened in March. Nobody had asked the crews about it.'
const after = 'The mayor called it a mistake. Two boats left the same night.'
const far =
  'Long ago a road was laid along the coast by hand, and those who built it lived in tents through two winters, with little more to eat than what was caught or traded in the villages.'
const last =
  'Later a bridge was planned, drawn, paid for and forgotten again, as were a tunnel, a dam, an airfield and whatever else some minister had promised when his party needed votes from around here.'

/** A report with a sentence near its beginning, and others far from it. */
const report = (sentence: string, elsewhere = '') => `${before} ${sentence} ${after} ${far} ${elsewhere} ${last}`
/** The same with the sentence taken out. */
const without = (elsewhere: string) => `${before} ${after} ${far} ${elsewhere} ${last}`

const ferry = 'The old ferry [carried ninety people] across the strait that day.'
const monday = 'He sailed [on Monday] with his brother.'
const tuesday = 'He sailed [on Tuesday] with his brother.'
const mail = 'The mail of the whole island came on Monday with a much larger boat from town.'
const known = 'It is known that he sailed [on Monday] with his brother and a dog.'

/** In both texts brackets mark the passage: in the new one, every place that is given. */
type Row = [what: string, status: string, was: string, now: string]

describe('a passage of which something is copied far from it', () => {
  it.each<Row>([
    ['its words', 'exact', report(ferry), report(ferry, 'Some say it carried ninety people.')],
    ['its words and one more', 'exact', report(ferry), report(ferry, 'Some say a ferry carried ninety people.')],
    ['its words and a few more', 'exact', report(ferry), report(ferry, 'Some old ferry carried ninety people by now.')],
    [
      'half of its sentence',
      'exact',
      report(ferry),
      report(ferry, 'Some old ferry carried ninety people across the strait by now.'),
    ],
    ['words beside it', 'exact', report(ferry), report(ferry, 'Nobody swam across the strait that day.')],
    [
      'its sentence, altered',
      'exact',
      report(ferry),
      report(ferry, 'The old ferry carried sixty people across the strait that day.'),
    ],
    ['its sentence', 'ambiguous', report(ferry), report(ferry, ferry)],
    ['its sentence, in a longer one', 'ambiguous', report(ferry), report(ferry, `He knew: ${ferry}`)],
    [
      'its words, where it was altered',
      'ambiguous',
      report(ferry),
      report('The old ferry carried sixty people across the strait that day.', 'It [carried ninety people], some say.'),
    ],
    [
      'nothing but its altered sentence, where it is gone',
      'altered',
      report(ferry),
      without('The old ferry [carried sixty people] across the strait that day.'),
    ],
    [
      'its words, where all around it is gone',
      'ambiguous',
      report(ferry),
      `${far} Some old ferry [carried ninety people] by now. ${last}`,
    ],
  ])('is told from %s: %s', (_what, status, was, now) => {
    expect(followed(was, now)).toEqual([status, now])
  })

  it.each([
    ['its words next to it', `${before} ${ferry} It [carried ninety people]. ${after}`],
    ['its words near it', `${before} ${ferry} ${after} Some say a ferry [carried ninety people].`],
    ['more near it', `${before} ${ferry} ${after} Some say the old ferry [carried ninety people] by the way.`],
    ['words beside it, near it', `${before} ${ferry} ${after} Nobody swam across the strait that day.`],
  ])('may be the copy of %s, and is not guessed', (_what, now) => {
    expect(followed(`${before} ${ferry} ${after}`, now)).toEqual(['ambiguous', now])
  })
})

describe('a passage whose surroundings stand a second time in part', () => {
  it.each<Row>([
    ['a word after it does', 'ambiguous', report(ferry), report(`${ferry} Day after day.`)],
    ['words after it do', 'ambiguous', report(ferry), report(`${ferry} Across the strait that day.`)],
    ['words before it do', 'ambiguous', report(ferry), report(`The old ferry. ${ferry}`)],
    ['no more than one does, where it moved to', 'moved', report(ferry), without(`${ferry} The sea was calm.`)],
    ['two do, where it moved to', 'ambiguous', report(ferry), without(`${ferry} The mayor was calm.`)],
    ['words do before where it moved to', 'ambiguous', report(ferry), without(`Some asked about it. ${ferry}`)],
    ['one does where it was', 'moved', report(ferry), `${before} The ${after} ${far} ${ferry} ${last}`],
    ['two do where it was', 'ambiguous', report(ferry), `${before} The old ${after} ${far} ${ferry} ${last}`],
    ['its end does where it was', 'ambiguous', report(ferry), `${before} That day. ${after} ${far} ${ferry} ${last}`],
  ])('moved with its sentence, or a copy was left behind: %s', (_what, status, was, now) => {
    expect(followed(was, now)).toEqual([status, now])
  })

  it.each<Row>([
    ['from the end of a longer sentence', 'ambiguous', report(`He said that ${ferry}`), without(ferry)],
    [
      'from the beginning of a longer sentence',
      'ambiguous',
      report('The old ferry [carried ninety people] across the strait that day, he said.'),
      without(ferry),
    ],
    ['to the end of a longer sentence', 'ambiguous', report(ferry), without(`He said the ${ferry}`)],
    [
      'to the beginning of a longer sentence',
      'ambiguous',
      report(ferry),
      without('The old ferry [carried ninety people] across the strait that day, he said.'),
    ],
    ['as a sentence of two words', 'ambiguous', report('[They sank.]'), without('[They sank.]')],
    [
      'as a sentence of six words',
      'ambiguous',
      report('[Six men were lost at sea.]'),
      without('[Six men were lost at sea.]'),
    ],
    [
      'as a sentence of seven words',
      'moved',
      report('[Seven men were lost at sea then.]'),
      without('[Seven men were lost at sea then.]'),
    ],
    ['not at all, though short', 'moved', report('[They sank.]'), `So. ${report('[They sank.]')}`],
    ['not at all, with a word on one side', 'exact', report('Yes [sail] now.'), report('Yes [sail] then.')],
    ['not at all, with none on either side', 'ambiguous', report('Yes [sail] now.'), report('No [sail] then.')],
  ])(
    'is held to have moved only as a whole sentence that nobody writes twice: it moved %s',
    (_what, status, was, now) => {
      expect(followed(was, now)).toEqual([status, now])
    },
  )
})

describe('a passage whose words stood elsewhere before', () => {
  const twin = 'He sailed on Monday with his brother.'

  it.each<Row>([
    ['both stand, and it changed places', 'moved', `${report(monday, mail)}`, without(`${mail} ${monday}`)],
    ['the other was taken out', 'exact', report(monday, mail), report(monday)],
    ['the other was altered', 'exact', report(monday, mail), report(monday, mail.replace('Monday', 'Tuesday'))],
    ['its twin was taken out', 'exact', report(monday, twin), report(monday)],
    ['its twin is left', 'gone', report(monday, twin), without(monday)],
    ['one of two twins moved', 'ambiguous', report(monday, twin), `${monday} ${without('')}`],
    [
      'two twins may have changed places',
      'ambiguous',
      report(`Hm. ${monday} So. ${twin} Ha.`),
      report(`Ha. ${monday} Oh. ${monday} Hm.`),
    ],
    [
      'both moved with what is around them',
      'moved',
      `${before} ${ferry} ${after} Then it rained. The old ferry carried ninety people across the strait that day. It snowed.`,
      `Then it rained. The old ferry carried ninety people across the strait that day. It snowed. ${before} ${ferry} ${after}`,
    ],
    [
      'it moved, and another like it stays',
      'moved',
      report(known, 'She sailed on Monday with his brother.'),
      `${known} ${without('She sailed on Monday with his brother.')}`,
    ],
    [
      'it moved, and another like it is gone',
      'moved',
      report(known, 'She sailed on Monday with his brother.'),
      `${known} ${without('')}`,
    ],
    [
      'it is gone, and another with half of its surroundings stays',
      'gone',
      report(monday, 'She sailed on Monday with his sister.'),
      without('She sailed [on Monday] with his sister.'),
    ],
  ])('is told from them by what stands around both: %s', (_what, status, was, now) => {
    expect(followed(was, now)).toEqual([status, now])
  })

  it.each<Row>([
    ['in its place', 'altered', mail, mail],
    [
      'at a sentence’s end',
      'altered',
      'The mail of the whole island came here on Monday.',
      'The mail of the whole island came here on Monday.',
    ],
    ['in a short sentence', 'altered', 'Rain came on Monday in town.', 'Rain came on Monday in town.'],
  ])('is altered where it stood, and the other words stand %s', (_what, status, other, now) => {
    expect(followed(report(monday, other), report(tuesday, now))).toEqual([status, report(tuesday, now)])
  })

  it.each([
    ['left', 'So mail came on Monday with a much larger boat.', 'Some post was [on Monday] with a much larger boat.'],
    [
      'right',
      'The mail of the whole island came on Monday with rain.',
      'The mail of the whole island came [on Monday] by boat.',
    ],
  ])('is not told to be altered where the other words lost what was on their %s', (_side, other, now) => {
    const edited = report('He sailed on Tuesday with his brother.', now)
    expect(followed(report(monday, other), edited)).toEqual(['ambiguous', edited])
  })

  it.each<Row>([
    ['stand where they stood', 'gone', mail, mail.replace('on Monday', '[on Monday]')],
    ['are too few to be told', 'ambiguous', 'Rain came on Monday in town.', 'Rain came [on Monday] in town.'],
    ['stand a third time', 'ambiguous', mail, `${mail} Rain fell [on Monday].`],
  ])('is gone only where all places of its words are others’: they %s', (_what, status, other, now) => {
    expect(followed(`${monday} ${before} ${other} ${after}`, `${before} ${now} ${after}`)).toEqual([
      status,
      `${before} ${now} ${after}`,
    ])
  })
})

describe('the place of an altered passage', () => {
  it.each([
    [
      'without words before it that changed too',
      'The old boat of [ninety tired people crossed] and the whole crew slept that day.',
      'The old ship of [ninety men crossed] and the whole crew slept that day.',
    ],
    [
      'without words after it that changed too',
      'The old ferry [took ninety tired people] on its way across the strait that day.',
      'The old ferry [took ninety people] on our way across the strait that day.',
    ],
    [
      'between words that changed on both sides',
      'The old boat of [ninety tired people crossed] on its way across the strait that day.',
      'The old ship of [ninety people crossed] on our way across the strait that day.',
    ],
    ['within its marks', 'He said “[we will sail]” at noon that day.', 'He said “[we shall sail]” at noon that day.'],
    [
      'within its brackets',
      'A ship ([ninety people]) sank at noon that day.',
      'A ship ([sixty men]) sank at noon that day.',
    ],
    [
      'without brackets that are gone',
      'A ship ([ninety people]) sank that very day.',
      'A ship [sixty men] sank that very day.',
    ],
    [
      'with its own marks',
      'He said [“we will sail.”] They laughed at him.',
      'He said [“we shall sail!”] They laughed at him.',
    ],
    [
      'where two of five words stayed',
      'He said [we will sail home soon] at noon.',
      'He said [we will go back then] at noon.',
    ],
  ])('is found %s', (_what, was, now) => {
    expect(followed(report(was), report(now))).toEqual(['altered', report(now)])
  })

  it('is found at the ends of a text', () => {
    expect(followed(`[Ninety people] crossed that day. ${after}`, `[Sixty men] crossed that day. ${after}`)[0]).toBe(
      'altered',
    )
    expect(followed(`${after} That day crossed [ninety people].`, `${after} That day crossed [sixty men].`)[0]).toBe(
      'altered',
    )
  })

  it.each([
    ['one of five words stayed', 'He said [we will sail home soon] at noon.', 'He said we may go back then at noon.'],
    ['as many others stand there', 'He said [we will sail home] at noon.', 'He said that nobody ever knew at noon.'],
    [
      'what stands there stood beside it',
      'The old boat of [ninety tired people] on its way to the sea.',
      'The old boat on of way to the sea.',
    ],
    [
      'too much around it changed',
      'So b c d e f g h [ninety people] crossed.',
      'Oh t u v w x y z sixty people crossed.',
    ],
  ])('is none where %s', (_what, was, now) => {
    expect(followed(report(was), report(now))).toEqual(['gone', report(now)])
  })

  it('may be within a longer word elsewhere', () => {
    const now = report('Nobody came in at noon that day.', 'Steam[boats] sank.').replace('Two boats', 'They')
    const was = report('Two [boats] came in at noon that day.').replace('Two boats', 'They')
    expect(followed(was, now)).toEqual(['ambiguous', now])
  })
})

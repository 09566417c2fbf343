/** Seeded pseudo-random numbers (mulberry32), so that a failing edit can be looked at again. */
export function seededRandom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number) => Math.floor(next() * count)
  function pick<T>(items: readonly T[]): T {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  return { next, below, pick }
}

export type Random = ReturnType<typeof seededRandom>

/** A character and where it stood in the old text; -1 for one that was put in. An edit that replaces it keeps the place. */
interface Atom {
  char: string
  id: number
}

/** A word with what follows it up to the next, as indices of atoms. */
interface Range {
  start: number
  end: number
}

/** What the planted truth is. */
type Truth =
  | { kind: 'stands'; start: number }
  | { kind: 'typography'; start: number; end: number }
  | { kind: 'altered'; start: number; end: number }
  | { kind: 'gone' }

export interface EditedText {
  text: string
  truth: Truth
  /** Whether it still stands with its next words, and no other place of either text has half as many of these. */
  told: boolean
  /** Where copies of the passage stand whose next words stand nowhere else, but for one: it is they that moved. */
  tookAlong: number[]
  /** Between what is left of the text before it and of the text after it. */
  home: Range
  edits: string[]
}

const FIRST = ['Anna', 'Karl', 'Mira', 'Olaf', 'Jens', 'Tove']
const PLACES = ['Kara', 'Tara', 'Northmark', 'Southmark', 'Vesby', 'Ostby', 'Lindholm']
const BODIES = ['the harbour office', 'the coast guard', 'the union', 'the ministry', 'the border police']
const COUNTS = ['1,200', '900', '1,400', '300', '12', '40', '300,000', '2.3', '30%']
const DAYS = ['Monday', 'Tuesday', 'Friday', '3 March', 'last summer']
const ENDS = [
  'before the ice comes',
  'as the clock is ticking',
  'with its back against the wall',
  'on the coast road',
  'in the days before',
  'for the third time this year',
  'which nobody could verify',
]
const SUBJECTS =
  'A fisherman|The mayor|One of the pilots|Her brother|An engineer|The crew|A former envoy|Two witnesses|The lighthouse keeper|A schoolteacher|The owner of the café|His deputy|An elderly passenger|The night watch|The paper’s own reporter|Most of the shopkeepers'.split(
    '|',
  )
const VERBS =
  'doubts that|has always insisted that|wrote in a letter that|would not say whether|heard from a cousin that|recalled how|expects that|warned early that|cannot remember when|denies that|told this newspaper that|keeps asking whether|noted with some relief that|was the first to say that'.split(
    '|',
  )
const MATTERS =
  'the old pier will be rebuilt|a second boat has been ordered|the fuel ran out|winter supplies arrived late|the channel was dredged|the lamps went dark along the quay|prices rose again|the bridge at the sound stays shut|nobody answered the radio|the talks were broken off|a storm drove the barge ashore|the inspectors found rust below the waterline|the money had been spent|children were taken across first|the pumps failed twice|the last train left half empty'.split(
    '|',
  )
const TAILS =
  '|, though few believed it|, and that was that|; the archive says otherwise|, at least until spring|, as their fathers did|, a rumour that would not die|, contrary to every forecast|. No more is known|, in spite of the fog'.split(
    '|',
  )

/**
 * A report. As a form letter, of few patterns and few words, most of what stands in it stands there several times;
 * otherwise set phrases, numbers and names do.
 */
export function writeReport(random: Random, options: 'form' | 'report'): string {
  const { pick, below } = random
  const set = [
    () => `${pick(BODIES)} of ${pick(PLACES)} counted ${pick(COUNTS)} people on ${pick(DAYS)}.`,
    () => `Some ${pick(COUNTS)} people crossed from ${pick(PLACES)} to ${pick(PLACES)} ${pick(ENDS)}.`,
    () => `“We have crossed before,” said ${pick(FIRST)} of ${pick(PLACES)}, “and we shall cross again ${pick(ENDS)}.”`,
    () => `${pick(FIRST)} told ${pick(BODIES)} that the ferry doesn’t sail ${pick(ENDS)}.`,
    () => `A queue of ${pick(COUNTS)} kilometres stood ${pick(ENDS)}, ${pick(BODIES)} said.`,
    () => `According to ${pick(BODIES)}, ${pick(COUNTS)} to ${pick(COUNTS)} left ${pick(PLACES)} ${pick(ENDS)}.`,
    () => `The café in ${pick(PLACES)} has closed; ${pick(FIRST)} calls it the “long winter”.`,
    () => `${pick(FIRST)} and ${pick(FIRST)} will not wait ${pick(ENDS)}, nor will ${pick(BODIES)}.`,
  ]
  const free = [
    () => `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(MATTERS)}${pick(TAILS)}.`,
    () => `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(MATTERS)} ${pick(ENDS)}.`,
    () => `“${pick(SUBJECTS)} ${pick(VERBS)} ${pick(MATTERS)},” said ${pick(FIRST)} ${pick(ENDS)}.`,
    () => `On ${pick(DAYS)} ${pick(BODIES)} said ${pick(COUNTS)} times that ${pick(MATTERS)}${pick(TAILS)}.`,
  ]
  const sentences = options === 'form' ? set : [...set, ...free, ...free, ...free, ...free]
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const paragraph = () => Array.from({ length: 1 + below(4) }, () => upper(pick(sentences)())).join(' ')
  return Array.from({ length: 4 + below(7) }, paragraph).join('\n\n')
}

const isWordChar = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}\p{M}]/u.test(char)

function listMatches(atoms: readonly Atom[], pattern: RegExp): Range[] {
  // One unit each, so that an index of the text is an index of atoms; texts of the tests have no others.
  const text = atoms.map(({ char }) => char).join('')
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }))
}

const listWords = (atoms: readonly Atom[]) =>
  listMatches(atoms, /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}\u00ad\u200b,.’'%-]*(?<![\u00ad\u200b,.’'-])/gu)
const listSentences = (atoms: readonly Atom[]) => listMatches(atoms, /[^\s](?:[^.\n]|\n(?!\n)|\.(?=\d))*\.?”? ?/gu)
const listParagraphs = (atoms: readonly Atom[]) => listMatches(atoms, /[^\n](?:[^\n]|\n(?!\n))*\n*/gu)

/** The words of a text, with their places, for choosing a passage. */
export function listPassageWords(text: string): Range[] {
  return listWords(Array.from(text, (char, id) => ({ char, id })))
}

const HOMOGLYPHS: Record<string, string> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', i: 'і', A: 'А', K: 'К', T: 'Т' }

function plant(text: string): Atom[] {
  return Array.from(text, (char) => ({ char, id: -1 }))
}

function textOf(atoms: readonly Atom[]): string {
  return atoms.map(({ char }) => char).join('')
}

/** Edits a text with a passage from `start` to `end`, one to four times, and tells where the passage truly went. */
export function editHostilely(random: Random, old: string, { start, end }: Range): EditedText {
  const { pick, below, next: chance } = random
  let atoms: Atom[] = Array.from(old, (char, id) => ({ char, id }))
  const isOurs = ({ id }: Atom) => id >= start && id < end
  const edits: string[] = []
  /** The first atom of each planted copy of the passage. */
  const copies: { first: Atom }[] = []

  const nearCopies: [Atom, Atom][] = []

  const hull = (): Range | null => {
    const first = atoms.findIndex(isOurs)
    return first === -1 ? null : { start: first, end: atoms.findLastIndex(isOurs) + 1 }
  }
  const overlaps = (a: Range, b: Range | null) => b !== null && a.start < b.end && b.start < a.end
  const apart = (ranges: Range[]) => ranges.filter((range) => !overlaps(range, hull()))
  const splice = (range: Range, put: Atom[]) => {
    atoms = [...atoms.slice(0, range.start), ...put, ...atoms.slice(range.end)]
  }
  const putAtSentence = (put: Atom[], isCopy = false) => {
    const sentences = listSentences(atoms)
    const inside = hull()
    const own = sentences.find((range) => overlaps(range, inside))
    const free = apart(sentences)
      .map((range) => range.start)
      .filter((at) => inside === null || at <= inside.start || at >= inside.end)
      // Nobody can tell a copy that takes the very place of what it was copied from.
      .filter((at) => !isCopy || (at !== own?.start && at !== own?.end))
    if (free.length === 0) return
    const at = pick(free)
    splice({ start: at, end: at }, put)
  }
  const swap = (a: Range, b: Range) => {
    // Nobody can see whether sentences have changed places or the one name or number that they differ in.
    const wordsOf = (r: Range): string[] => bare(textOf(atoms.slice(r.start, r.end))).match(/[\p{L}\p{N}]+/gu) ?? []
    const [one, other] = [wordsOf(a), wordsOf(b)]
    if (one.filter((word) => other.includes(word)).length >= 0.7 * Math.max(one.length, other.length)) return
    // Nor, where a copy takes the very place of what it was copied from, which of them is the copy.
    const isCopied = (r: Range) =>
      copies.some(({ first }) => overlaps(r, { start: atoms.indexOf(first), end: atoms.indexOf(first) + 1 }))
    if ([a, b].some((r) => overlaps(r, hull())) && [a, b].some(isCopied)) return
    const [low, high] = a.start < b.start ? [a, b] : [b, a]
    atoms = [
      ...atoms.slice(0, low.start),
      ...atoms.slice(high.start, high.end),
      ...atoms.slice(low.end, high.start),
      ...atoms.slice(low.start, low.end),
      ...atoms.slice(high.end),
    ]
  }
  /** Whole units only: none that would cut the passage. */
  const whole = (ranges: Range[]) => {
    const ours = hull()
    return ours === null
      ? ranges
      : ranges.filter((r) => !overlaps(r, ours) || (r.start <= ours.start && ours.end <= r.end))
  }
  const wordsAround = (left: number, right: number): Range | null => {
    const ours = hull()
    if (ours === null) return null
    const words = listWords(atoms)
    const before = words.filter((word) => word.end <= ours.start).slice(left === 0 ? Infinity : -left)
    const after = words.filter((word) => word.start >= ours.end).slice(0, right)
    return { start: before[0]?.start ?? ours.start, end: after.at(-1)?.end ?? ours.end }
  }
  const replaceOurs = (change: (text: string) => string) => {
    const ours = hull()
    if (ours === null) return
    const was = textOf(atoms.slice(ours.start, ours.end))
    const now = change(was)
    if (now === was) return
    const ids = atoms.slice(ours.start, ours.end).map(({ id }) => id)
    splice(
      ours,
      Array.from(now, (char, index) => ({ char, id: ids[Math.min(index, ids.length - 1)] ?? -1 })),
    )
  }
  const otherDigit = (text: string) => {
    const places = Array.from(text.matchAll(/\d/g), ({ index }) => index)
    if (places.length === 0) return text
    const at = pick(places)
    return text.slice(0, at) + ((Number(text[at]) + 1 + below(9)) % 10) + text.slice(at + 1)
  }
  const otherLetter = (text: string) => {
    const places = Array.from(text.matchAll(/[aeocpiAKT]/g), ({ index }) => index)
    if (places.length === 0) return `${text.slice(0, -1)}x`
    const at = pick(places)
    return text.slice(0, at) + (HOMOGLYPHS[text[at] ?? ''] ?? 'x') + text.slice(at + 1)
  }
  const otherName = (text: string) => {
    for (const names of [FIRST, PLACES, DAYS, BODIES]) {
      const name = names.find((candidate) => text.includes(candidate))
      if (name !== undefined) return text.replace(name, pick(names))
    }
    return otherLetter(text)
  }
  const nearCopy = (text: string) => {
    const changed = pick([otherDigit, otherLetter, otherName])(text)
    return changed === text ? otherLetter(text) : changed
  }
  /** What a character becomes by another typography. */
  const typographic: ((char: string) => string)[] = [
    (char) => (/[“”]/.test(char) ? '"' : char),
    (char) => char.replace('“', '«').replace('”', '»'),
    (char) => (/[‘’]/.test(char) ? "'" : char),
    (char) => char.normalize('NFD'),
    (char) => (char === ' ' && chance() < 0.2 ? '\u00a0' : char),
    (char) => (char === ' ' && chance() < 0.1 ? '\n' : char),
    (char) => (char === ' ' && chance() < 0.2 ? '  ' : char),
    (char) => (/[a-z]/.test(char) && chance() < 0.05 ? `${char}\u00ad` : char),
    (char) => (char === ' ' && chance() < 0.2 ? ' \u200b' : char),
  ]
  const retype = (where: (atom: Atom) => boolean) => {
    const change = pick(typographic)
    atoms = atoms.flatMap((atom) =>
      where(atom) ? Array.from(change(atom.char), (char) => ({ char, id: atom.id })) : [atom],
    )
  }
  const invent = () => {
    const own = writeReport(random, 'report').split('\n\n')[0] ?? ''
    return `${own.split('. ')[0]?.replace(/\.$/, '') ?? 'Nothing else happened'}. `
  }

  const kinds: [string, () => void][] = [
    ['insert a sentence', () => putAtSentence(plant(invent()))],
    [
      'delete a sentence',
      () => {
        const free = apart(listSentences(atoms))
        if (free.length > 1) splice(pick(free), [])
      },
    ],
    [
      'swap sentences',
      () => {
        const all = whole(listSentences(atoms))
        const [a, b] = [pick(all), pick(all)]
        if (a !== b && !overlaps(a, b)) swap(a, b)
      },
    ],
    [
      'swap paragraphs',
      () => {
        const all = whole(listParagraphs(atoms))
        const [a, b] = [pick(all), pick(all)]
        if (a !== b) swap(a, b)
      },
    ],
    [
      'swap sentences with the same words',
      () => {
        const ours = hull()
        if (ours === null) return
        const words = textOf(atoms.slice(ours.start, ours.end))
        const all = whole(listSentences(atoms))
        const own = all.find((r) => overlaps(r, ours))
        const others = all.filter((r) => !overlaps(r, ours) && textOf(atoms.slice(r.start, r.end)).includes(words))
        if (own === undefined || others.length === 0) return
        swap(own, pick(others))
      },
    ],
    [
      'copy with some of its surroundings',
      () => {
        const ours = hull()
        const [left, right] = [below(9), below(9)]
        const around = wordsAround(left, right)
        if (ours === null || around === null) return
        const taken = atoms.slice(around.start, around.end)
        const copied = taken.map(({ char }) => ({ char, id: -1 }))
        const first = copied[ours.start - around.start]
        if (first !== undefined) copies.push({ first })
        putAtSentence([...copied, ...plant(' ')], true)
      },
    ],
    [
      'near copy with some of its surroundings',
      () => {
        const ours = hull()
        const around = wordsAround(below(9), below(9))
        if (ours === null || around === null) return
        const words = nearCopy(textOf(atoms.slice(ours.start, ours.end)))
        const [before, after] = [atoms.slice(around.start, ours.start), atoms.slice(ours.end, around.end)]
        const planted = plant(`${textOf(before)}${words}${textOf(after)} `)
        const [first, last] = [planted[before.length], planted[before.length + words.length - 1]]
        if (first !== undefined && last !== undefined) nearCopies.push([first, last])
        putAtSentence(planted)
      },
    ],
    [
      'copy the whole paragraph',
      () => {
        const ours = hull()
        const own = listParagraphs(atoms).find((r) => overlaps(r, ours))
        if (ours === null || own === undefined) return
        const taken = atoms.slice(own.start, own.end)
        const copied = taken.map(({ char }) => ({ char, id: -1 }))
        const first = copied[ours.start - own.start]
        if (first !== undefined) copies.push({ first })
        const at = pick([0, ...listParagraphs(atoms).map((r) => r.end)].filter((place) => place !== own.start))
        splice(
          { start: at, end: at },
          at === atoms.length ? [...plant('\n\n'), ...copied] : [...copied, ...plant('\n\n')],
        )
      },
    ],
    [
      'delete surroundings',
      () => {
        const ours = hull()
        const [left, right] = [below(7), below(7)]
        const around = wordsAround(left, right)
        if (ours === null || around === null) return
        atoms = [...atoms.slice(0, around.start), ...atoms.slice(ours.start, ours.end), ...atoms.slice(around.end)]
      },
    ],
    [
      'change surroundings',
      () => {
        const ours = hull()
        const around = wordsAround(6, 6)
        if (ours === null || around === null) return
        for (let turn = 1 + below(4); turn > 0; turn--) {
          const near = listWords(atoms).filter(
            (r) => !overlaps(r, hull()) && r.start >= around.start && r.end <= around.end,
          )
          if (near.length === 0) return
          splice(pick(near), plant(pick(['nobody', 'perhaps', 'eleven', 'Vilnius', 'the new', 'of'])))
        }
      },
    ],
    ['change a digit', () => replaceOurs(otherDigit)],
    ['change a name', () => replaceOurs(otherName)],
    ['a letter of another script', () => replaceOurs(otherLetter)],
    [
      'full-width forms',
      () =>
        replaceOurs((text) => text.replace(/[0-9A-Z]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))),
    ],
    [
      'a longer number or word',
      () => {
        const ours = hull()
        if (ours === null) return
        const before = chance() < 0.5
        const [first, last] = [atoms[ours.start], atoms[ours.end - 1]]
        const edge = before ? first : last
        if (edge === undefined || !isWordChar(edge.char)) return
        const digit = /\d/.test(edge.char)
        const glue = before
          ? pick(digit ? ['2', '-', '1,', '$'] : ['un', 'vice-'])
          : pick(digit ? ['0', ',000', '.5', '%'] : ['s', '-like'])
        const put = Array.from(glue, (char) => ({ char, id: edge.id }))
        splice(before ? { start: ours.start, end: ours.start } : { start: ours.end, end: ours.end }, put)
      },
    ],
    [
      'put a word in',
      () => {
        const ours = hull()
        const spaces = ours === null ? [] : listMatches(atoms, / /g).filter((r) => overlaps(r, ours))
        if (spaces.length > 0) {
          const { end: at } = pick(spaces)
          const id = atoms[at - 1]?.id ?? -1
          splice(
            { start: at, end: at },
            Array.from(`${pick(['hardly', 'almost', 'eldest'])} `, (char) => ({ char, id })),
          )
        }
      },
    ],
    [
      'take a word out',
      () => {
        const ours = hull()
        const words = ours === null ? [] : listWords(atoms).filter((r) => overlaps(r, ours))
        if (words.length > 1) {
          const { start: from, end: to } = pick(words)
          splice({ start: from, end: atoms[to]?.char === ' ' ? to + 1 : to }, [])
        }
      },
    ],
    [
      'delete it',
      () => {
        const around = wordsAround(
          ...pick<[number, number]>([
            [0, 0],
            [0, 0],
            [below(6), below(6)],
            [below(12), below(12)],
          ]),
        )
        if (around !== null) splice(around, [])
      },
    ],
    [
      'swap it with another number or name',
      () => {
        const ours = hull()
        if (ours === null) return
        const words = textOf(atoms.slice(ours.start, ours.end))
        const other = pick(listWords(atoms).filter((r) => !overlaps(r, ours)))
        const theirs = textOf(atoms.slice(other.start, other.end))
        // Many words that stand elsewhere now have gone there; one number for another has changed both.
        if (words.length > 24) return swap(ours, other)
        const id = atoms[other.start]?.id ?? -1
        splice(
          other,
          Array.from(words, (char) => ({ char, id })),
        )
        replaceOurs(() => theirs)
      },
    ],
    ['typography everywhere', () => retype(() => true)],
    ['typography around it', () => retype((atom) => !isOurs(atom))],
    ['typography in it', () => retype(isOurs)],
  ]
  const gentle = kinds.filter(([name]) => /sentence|paragraphs|surroundings|around it|everywhere/.test(name))
  const pool = chance() < 0.6 ? gentle : kinds
  for (let turn = 1 + below(4); turn > 0; turn--) {
    const [name, edit] = pick(pool)
    edits.push(name)
    edit()
  }

  const there = new Set(atoms.map(({ id }) => id))
  const kept = (id: number) => atoms.findIndex((atom) => atom.id === id)
  const last = Math.max(-1, ...[...there].filter((id) => id < start && isWordChar(old[id])))
  const next = Math.min(old.length, ...[...there].filter((id) => id >= end && isWordChar(old[id])))
  const home = { start: kept(last) + 1, end: next === old.length ? atoms.length : kept(next) }
  const before: Atom[] = Array.from(old, (char, id) => ({ char, id }))
  const tookAlong = copies
    .map(({ first }) => atoms.indexOf(first))
    .filter((at) => at !== -1)
    .filter((at) => countLeft(atoms, before, { start, end }, { start: at, end: at + end - start }) <= 1)
  const truth = tellTruth(atoms, old, { start, end })
  return {
    text: textOf(atoms),
    truth,
    told: isTold(atoms, old, { start, end }, truth, nearCopies),
    tookAlong,
    home,
    edits,
  }
}

/** Letters that typography leaves as they are. */
export function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/[“”«»"]/g, '"')
    .replace(/[‘’']/g, "'")
    .replace(/\s+/g, ' ')
}

function tellTruth(atoms: readonly Atom[], old: string, { start, end }: Range): Truth {
  const isOurs = ({ id }: Atom) => id >= start && id < end
  const first = atoms.findIndex(isOurs)
  if (first === -1) return { kind: 'gone' }
  let last = atoms.findLastIndex(isOurs) + 1
  // What nobody sees is not the end of it.
  while (/[\u00ad\u200b]/.test(atoms[last - 1]?.char ?? '')) last--
  const now = textOf(atoms.slice(first, last))
  const was = old.slice(start, end)
  const ours = atoms.slice(first, last).every(isOurs)
  const place = { start: first, end: last }
  if (!ours || bare(now) !== bare(was)) return { kind: 'altered', ...place }
  return now === was ? { kind: 'stands', start: first } : { kind: 'typography', ...place }
}

/** As many next words on either side are looked at; as many of them must be left. */
const [MOST_NEXT, LEAST_NEXT, LEAST_ASIDE] = [8, 6, 2]

/** The words next to a place, nearest first. */
function listNext(atoms: readonly Atom[], { start, end }: Range): { before: Range[]; after: Range[] } {
  const words = listWords(atoms)
  return {
    before: words
      .filter((word) => word.end <= start)
      .slice(-MOST_NEXT)
      .reverse(),
    after: words.filter((word) => word.start >= end).slice(0, MOST_NEXT),
  }
}

function nextWords(atoms: readonly Atom[], place: Range): { before: string[]; after: string[] } {
  const { before, after } = listNext(atoms, place)
  const show = (range: Range) => bare(textOf(atoms.slice(range.start, range.end)))
  return { before: before.map(show), after: after.map(show) }
}

/** How many of the passage's next words that stand by its copy still stand elsewhere too. */
function countLeft(atoms: readonly Atom[], before: readonly Atom[], place: Range, copy: Range): number {
  const [was, now] = [listNext(before, place), listNext(atoms, copy)]
  const show = (text: readonly Atom[], range: Range) => bare(textOf(text.slice(range.start, range.end)))
  const left = (ours: Range[], theirs: Range[]) => {
    const end = ours.findIndex((range, index) => {
      const other = theirs[index]
      return other === undefined || show(before, range) !== show(atoms, other)
    })
    return ours.slice(0, end === -1 ? ours.length : end).filter((range, index) => {
      const at = atoms.findIndex(({ id }) => id === range.start)
      return at !== -1 && at !== theirs[index]?.start
    }).length
  }
  return left(was.before, now.before) + left(was.after, now.after)
}

function countAlike(ours: readonly string[], theirs: readonly string[]): number {
  const end = ours.findIndex((word, index) => word !== theirs[index])
  return end === -1 ? ours.length : end
}

function isTold(
  atoms: readonly Atom[],
  old: string,
  place: Range,
  truth: Truth,
  nearCopies: readonly [Atom, Atom][],
): boolean {
  if (truth.kind !== 'stands') return false
  const before = Array.from(old, (char, id) => ({ char, id }))
  const exact = old.slice(place.start, place.end)
  const here = { start: truth.start, end: truth.start + exact.length }
  const [was, now] = [nextWords(before, place), nextWords(atoms, here)]
  const share = (a: typeof was, b: typeof was) => countAlike(a.before, b.before) + countAlike(a.after, b.after)
  const left = share(was, now)
  const sides = [countAlike(was.before, now.before), countAlike(was.after, now.after)]
  if (left < LEAST_NEXT || Math.min(...sides) < LEAST_ASIDE) return false
  const elsewhere = (text: string, own: number) => {
    const found: Range[] = []
    for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1))
      if (at !== own) found.push({ start: at, end: at + exact.length })
    return found
  }
  const text = textOf(atoms)
  const near = nearCopies
    .map(([first, last]) => ({ start: atoms.indexOf(first), end: atoms.indexOf(last) + 1 }))
    .filter((range) => range.start !== -1 && range.end > range.start)
  return (
    near.every((other) => 2 * share(was, nextWords(atoms, other)) <= left) &&
    elsewhere(text, here.start).every((other) => 2 * share(was, nextWords(atoms, other)) <= left) &&
    elsewhere(old, place.start).every((other) => 2 * share(nextWords(before, other), now) <= left)
  )
}

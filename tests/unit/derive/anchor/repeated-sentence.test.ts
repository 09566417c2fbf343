import { describe, expect, it } from 'vitest'
import { followed } from './mark-passage'

/** In both texts brackets mark the passage: in the new one, every place that is given. */
type Row = [what: string, status: string, was: string, now: string]

describe('a passage whose sentence stood more than once', () => {
  it.each<Row>([
    [
      'something was put between the two and the other moved on',
      'exact',
      'Then it rained. They said the ferry [carried ninety people], no more. They said the ferry carried ninety people, no more. Hm. Ha. A guard carried ninety people across the river that day.',
      'Then it rained. They said the ferry [carried ninety people], no more. Ha. They said the ferry carried ninety people, no more. A guard carried ninety people across the river that day.',
    ],
    [
      'what stood around each went with it, and a sentence came between',
      'moved',
      'Hm. They said the ferry carried ninety people, no more. They said the ferry [carried ninety people], no more. Two boats left the same night. Later a bridge was planned, drawn, paid for and forgotten again. So. The mayor called it a mistake.',
      'The mayor called it a mistake. Hm. They said the ferry carried ninety people, no more. The harbour office opened in March. They said the ferry [carried ninety people], no more. Two boats left the same night. Later a bridge was planned, drawn, paid for and forgotten again. So. A guard carried ninety people across the river that day.',
    ],
    [
      'of three in a row the second was altered',
      'exact',
      'Then it rained. [They sank.] They sank. They sank. The mayor called it a mistake.',
      'Then it rained. [They sank.] then sank. They sank. The mayor called it a mistake.',
    ],
    [
      'both changed places with what follows them',
      'moved',
      'A guard carried ninety people across the river that day. Those who built it lived in tents through two winters. A guard [carried ninety people] across the river that day. Nobody had asked the crews about it. The harbour office opened in March. The old ferry carried ninety people across the strait that day. Hm. So were a tunnel and a dam.',
      'A guard [carried ninety people] across the river that day. Nobody had asked the crews about it. A guard carried ninety people across the river that day. The harbour office opened in March. So were a tunnel and a dam. The old ferry carried ninety people across the strait that day. Hm.',
    ],
  ])('is told from the other by what is around it: %s', (_what, status, was, now) => {
    expect(followed(was, now)).toEqual([status, now])
  })

  it.each<[what: string, was: string, now: string]>([
    [
      'one of the two changed places with the sentence between them',
      'So. It is known that he sailed [on Monday] with his brother and a dog. It is known that he sailed on Monday with his brother and a dog. Ha.',
      'It is known that he sailed [on Monday] with his brother and a dog. So. It is known that he sailed [on Monday] with his brother and a dog. Ha.',
    ],
    [
      'one is left, and other words stand before it',
      'Oh. He sailed on Monday with his brother. Hm. He sailed [on Monday] with his brother. Then it rained.',
      'Oh. A small cow. He sailed [on Monday] with his brother. Then it rained.',
    ],
    [
      'both are gone to the beginning, and one came to the end',
      'Those who built it lived in tents through two winters. [They sank.] Then it rained. They sank.',
      '[They sank.] [They sank.] Then it rained. [They sank.]',
    ],
    [
      'of two short ones one is left, elsewhere',
      'Those who built it lived in tents through two winters. [They sank.] The mayor called it a mistake. They sank.',
      'The mayor called it a mistake. [They sank.] Those who built it lived in tents through two winters.',
    ],
    [
      'both were drawn together at the beginning, the later one altered',
      'Every child sailed on Monday with a brother from town. It is known that he sailed on Monday with his brother and a dog. Later a bridge was planned, drawn, paid for and forgotten again. So were a tunnel and a dam. Two boats left the same night. Nobody had asked the crews about it. It is known that he sailed [on Monday] with his brother and a dog. Ha.',
      'Every child sailed [on Monday] with a brother from town. It is known that he sailed [on Monday] with his brother and a dog. It is known that he sailed [on Monday] with his sister brother and a dog. Later a bridge was planned, drawn, paid for and forgotten again. So were a tunnel and a dam. Two boats left then same night. Nobody had asked the crews about it. Ha.',
    ],
    [
      'the first stays, and another sentence with its words has come to its place',
      'Then it rained. The mail came on Monday with a boat from town. Those who built it lived in tents through two winters. So were a tunnel and a dam. So. The mail came [on Monday] with a boat from town. Hm.',
      'Then it rained. The mail came [on Monday] with a boat from town. So were a tunnel and a dam. So. He sailed [on Monday] with his brother. Hm.',
    ],
    [
      'a third one, altered, has come before both',
      'Later a bridge was planned, drawn, paid for and forgotten again. Oh. It is known that he sailed on Monday with his brother and a dog. Nobody had asked the crews about it. It is known that he sailed [on Monday] with his brother and a dog.',
      'Later a bridge was planned, drawn, paid for and forgotten again. Oh. The mayor called it a mistake. It is known that he sailed [on Monday] with his brother and a dog. It is known that he sailed [on Monday] with his brother and never dog. Nobody had asked the crews about it. It is known that he sailed [on Monday] with his brother and a dog.',
    ],
  ])('may be the other one, and is not guessed: %s', (_what, was, now) => {
    expect(followed(was, now)).toEqual(['ambiguous', now])
  })
})

describe('a passage whose words stood in another sentence', () => {
  it.each<Row>([
    [
      'its own is gone, and the other stays',
      'gone',
      'He sailed on Monday with his brother. The mayor called it a mistake. Ha. Long ago a road was laid along the coast by hand. The mail came [on Monday] with a boat from town. Those who built it lived in tents through two winters. Nobody had asked the crews about it. So.',
      'He sailed [on Monday] with his brother. The mayor called it a mistake. Ha. Long ago a road was laid along the coast by hand. Those who built it lived in tents through two winters. Nobody had asked the crews about it. Oh. So.',
    ],
    [
      'a third has come, and others changed places',
      'moved',
      'They said the ferry carried ninety people, no more. Two boats left the same night. Oh. Later a bridge was planned, drawn, paid for and forgotten again. A guard [carried ninety people] across the river that day. The old ferry carried ninety people across the strait that day.',
      'Two boats left the same night. They said the ferry carried ninety people, no more. Oh. The old ferry carried ninety people across the strait that day. They said the ferry carried ninety people, no more. Later a bridge was planned, drawn, paid for and forgotten again. A guard [carried ninety people] across the river that day.',
    ],
    [
      'the other was doubled after the two before it changed places',
      'ambiguous',
      'It snowed. Two boats left the same night. They said the ferry [carried ninety people], no more. Nobody had asked the crews about it. Hm. Then it rained. The old ferry carried ninety people across the strait that day.',
      'Two boats left the same night. It snowed. They said the ferry [carried ninety people], no more. Nobody had asked the crews about it. Hm. Then it rained. The old ferry [carried ninety people] across the strait that day. The old ferry [carried ninety people] across the strait that day.',
    ],
    [
      'what follows it was doubled, and another sentence moved away from before it',
      'ambiguous',
      'The mail came on Monday with a boat from town. Those who built it lived in tents through two winters. Ha. Oh. Every child sailed [on Monday] with a brother from town. The harbour office opened in March. It snowed.',
      'The mail came [on Monday] with a boat from town. Ha. Every child sailed [on Monday] with a brother from town. The harbour office opened in March. The harbour office opened in March. Those who built it lived in tents through two winters. It snowed.',
    ],
  ])('is told from it where that can be: %s', (_what, status, was, now) => {
    expect(followed(was, now)).toEqual([status, now])
  })
})

describe('a passage that stands once', () => {
  it.each<Row>([
    [
      'a short sentence moved from before it, and the one after it was doubled',
      'moved',
      'So were a tunnel and a dam. The mayor called it a mistake. Hm. Every child sailed [on Monday] with a brother from town. It snowed.',
      'So were a tunnel and a dam. The mayor called it a mistake. Every child sailed [on Monday] with a brother from town. It snowed. Hm. It snowed.',
    ],
    [
      'a word beside it was altered, and the sentence after it cut',
      'exact',
      'They said the ferry [carried ninety people], no more. Then it rained. Later a bridge was planned, drawn, paid for and forgotten again. Two boats left the same night. It snowed. Oh.',
      'They said the never [carried ninety people], no more. Later a bridge was planned, drawn, paid for and forgotten again. Two boats left the same night. It snowed. Oh.',
    ],
    [
      'a sentence of two words was doubled at the end',
      'ambiguous',
      'Long ago a road was laid along the coast by hand. So. Later a bridge was planned, drawn, paid for and forgotten again. Oh. Ha. So were a tunnel and a dam. [They sank.]',
      'Long ago a road was laid along the coast by hand. So. Oh. Ha. So were a tunnel and a dam. [They sank.] [They sank.]',
    ],
  ])('is found or not guessed: %s', (_what, status, was, now) => {
    expect(followed(was, now)).toEqual([status, now])
  })
})

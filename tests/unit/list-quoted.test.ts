import { describe, expect, it } from 'vitest'
import { listQuoted } from '@/lib/derive/list-quoted'

const quoted = (text: string) => listQuoted(Array.from(text)).spans.map(({ words }) => words)

describe('the quoted passages of a text', () => {
  it.each([
    ['curly', 'He said “no deal” and “not yet”.', ['no deal', 'not yet']],
    ['straight', 'He said "no deal" and "not yet".', ['no deal', 'not yet']],
    ['straight single', "He said 'no deal' and 'not yet'.", ['no deal', 'not yet']],
    ['curly single', 'He said ‘no deal’ and ‘not yet’.', ['no deal', 'not yet']],
    ['guillemets', 'Il a dit « pas d’accord » et «pas encore».', ['pas d’accord', 'pas encore']],
    ['guillemets inwards', 'Er sagte »kein Abkommen« und »noch nicht«.', ['kein Abkommen', 'noch nicht']],
    ['guillemets to one side', 'Hän sanoi »ei sopimusta» ja »ei vielä».', ['ei sopimusta', 'ei vielä']],
    ['single guillemets', 'Er sagte ›kein Abkommen‹ und ‹noch nicht›.', ['kein Abkommen', 'noch nicht']],
    ['low and high', 'Er sagte „kein Abkommen“ und „noch nicht“.', ['kein Abkommen', 'noch nicht']],
    ['low and high, Polish', 'Powiedział „nie ma” i „jeszcze nie”.', ['nie ma', 'jeszcze nie']],
    ['one-sided curly', 'Han sa ”inget avtal” och ”inte än”.', ['inget avtal', 'inte än']],
    ['low and high single', 'Er sagte ‚nein‘ und ‚nie‘.', ['nein', 'nie']],
    ['corner brackets', '彼は「合意なし」と『まだだ』と言った。', ['合意なし', 'まだだ']],
  ])('are found between %s marks', (_kind, text, words) => {
    expect(quoted(text)).toEqual(words)
    expect(listQuoted(Array.from(text)).strays).toEqual([])
  })

  it.each([
    ['between letters', "They don’t, they can't, and l’accord n’est pas signé."],
    ['after a plural', "The dogs’ bowl and the ships' crews."],
    ['before a decade', "In the ’90s and the '80s."],
  ])('have no apostrophe %s among their marks', (_where, text) => {
    expect(listQuoted(Array.from(text))).toEqual({ spans: [], strays: [] })
  })

  it('may hold others, each with its depth', () => {
    const { spans } = listQuoted(Array.from('She said: “He told us ‘we can’t wait’ and left.”'))
    expect(spans.map(({ words, depth }) => [words, depth])).toEqual([
      ['He told us ‘we can’t wait’ and left', 0],
      ['we can’t wait', 1],
    ])
  })

  it('run up to the next opening mark, or the paragraph’s end, where nothing closes them', () => {
    const { spans } = listQuoted(Array.from('He said “no deal and “not yet, I think.\nThe end.'))
    expect(spans.map(({ words, unclosed }) => [words, unclosed])).toEqual([
      ['no deal and', true],
      ['not yet, I think', true],
    ])
  })

  it('are counted once a paragraph where a speech goes on over several', () => {
    expect(quoted('“First we wait.\n\n“Then we go.”')).toEqual(['First we wait', 'Then we go'])
  })

  it('leave a closing mark that nothing has opened as a stray', () => {
    const text = '“No deal.” It is done. We go.” So he said.'
    expect(quoted(text)).toEqual(['No deal'])
    expect(listQuoted(Array.from(text)).strays).toEqual([text.lastIndexOf('”')])
  })

  it('are found in time linear in the text', () => {
    const marks = Array.from('“'.repeat(200_000))
    expect(listQuoted(marks).spans).toEqual([])
  })
})

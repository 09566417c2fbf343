import { describe, expect, it } from 'vitest'
import { listQuoted } from '@/lib/derive/list-quoted'

const quoted = (text: string) => listQuoted(Array.from(text)).spans.map(({ words }) => words)
const strays = (text: string) => listQuoted(Array.from(text)).strays

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
    ['low and straight', 'Er sagte „kein Abkommen" und „noch nicht".', ['kein Abkommen', 'noch nicht']],
    ['twice opening', 'He said “no deal“ and “not yet“.', ['no deal', 'not yet']],
    ['spaced guillemets', 'Il a dit:« pas d’accord » et « pas encore ».', ['pas d’accord', 'pas encore']],
    ['corner brackets', '彼は「合意なし」と『まだだ』と言った。', ['合意なし', 'まだだ']],
    ['fullwidth', '彼は＂合意なし＂と＂まだだ＂と言った。', ['合意なし', 'まだだ']],
    ['double prime', '彼は〝合意なし〟と〝まだだ〟と言った。', ['合意なし', 'まだだ']],
    ['curly, without spaces', '他说“不行”，又说“还不行”。', ['不行', '还不行']],
    ['straight, without spaces', '他说"不行"，又说"还不行"。', ['不行', '还不行']],
    ['guillemets after an elision', 'Il parle d’«accord» et d’« entente ».', ['accord', 'entente']],
    ['bracketed straight', 'He said it twice ("no deal" ["not yet"]).', ['no deal', 'not yet']],
    ['straight after a dash', 'He said—"no deal"—and then—"not yet".', ['no deal', 'not yet']],
  ])('are found between %s marks', (_kind, text, words) => {
    expect(quoted(text)).toEqual(words)
    expect(strays(text)).toEqual([])
  })

  it.each([
    ['between letters', "They don’t, they can't, and l’accord n’est pas signé."],
    ['after a plural', "The dogs’ bowl and the ships' crews."],
    ['before a decade', "In the ’90s, the ‘90s and the '80s."],
    ['before the rest of a word', "’Tis the end for ‘em, and rock 'n' roll was '70s music."],
    ['after an abbreviation', "The U.S.'s plan, the U.K.’s plan."],
  ])('have no apostrophe %s among their marks', (_where, text) => {
    expect(listQuoted(Array.from(text))).toEqual({ spans: [], strays: [] })
  })

  it.each([
    ['inches', 'A 6" pipe, a 12” one and a 3½" one.'],
    ['feet and inches', "He is 5'6\" tall, she is 5’6” and he is 6' again."],
  ])('have no %s among their marks', (_what, text) => {
    expect(listQuoted(Array.from(text))).toEqual({ spans: [], strays: [] })
  })

  it.each([
    ['‘The dogs’ bowl is here,’ he said.', ['The dogs’ bowl is here']],
    ["'The dogs' bowl is here,' he said.", ["The dogs' bowl is here"]],
    ['He spoke of ‘the dogs’ and the ships’ crews.', ['the dogs']],
    ['Of ‘the dogs’ and ‘the cats’ he said nothing.', ['the dogs', 'the cats']],
    ['‘The ‘90s were good,’ he said. ‘Well, ’tis over.’', ['The ‘90s were good', 'Well, ’tis over']],
    ['“I said, ‘Don’t.’” He did.', ['I said, ‘Don’t', 'Don’t']],
    ["'I'm goin' home,' he said, 'for the Joneses' sake.'", ["I'm goin' home", "for the Joneses' sake"]],
    ['‘90 people died,’ he said.', ['90 people died']],
    ['"A 6" pipe," he said, "or 5\'6"."', ['A 6" pipe', "or 5'6"]],
    ['“A 6” pipe and a 5” one,” he said.', ['A 6” pipe and a 5” one']],
    ['"We need 6", he said. "In 2022", she said.', ['We need 6', 'In 2022']],
  ])('keep the apostrophes and inches that they hold: %s', (text, words) => {
    expect(quoted(text)).toEqual(words)
    expect(strays(text)).toEqual([])
  })

  it.each([
    ['curly', 'He said “no “deal” at all” again.', ['no “deal” at all', 'deal']],
    ['straight', 'He said "no "deal" at all" again.', ['no "deal" at all', 'deal']],
    ['guillemets', 'Il dit « pas « un » mot » encore.', ['pas « un » mot', 'un']],
    ['low and high', '„Er sagte „nein“ und ging“, hieß es.', ['Er sagte „nein“ und ging', 'nein']],
  ])('may hold others in the same marks: %s', (_kind, text, words) => {
    const found = listQuoted(Array.from(text))
    expect(found.spans.map(({ words: each }) => each)).toEqual(words)
    expect(found.spans.map(({ depth }) => depth)).toEqual([0, 1])
    expect(found.strays).toEqual([])
  })

  it.each(['\n', '\r\n'])('go on over a line break: %j', (lineBreak) => {
    const text = `He said “no deal${lineBreak}at all” and "not${lineBreak}yet",${lineBreak}she said.`
    expect(quoted(text)).toEqual([`no deal${lineBreak}at all`, `not${lineBreak}yet`])
    expect(strays(text)).toEqual([])
  })

  it('may hold others in the same marks at the start of a later line', () => {
    const text = 'He said “no\ndeal, none\n“at all” and never” again.'
    expect(quoted(text)).toEqual(['no\ndeal, none\n“at all” and never', 'at all'])
    expect(strays(text)).toEqual([])
  })

  it('are closed by no mark of a later paragraph', () => {
    const text = 'He spoke of ‘the boys’ again.\n\nWe go.’'
    expect(quoted(text)).toEqual(['the boys'])
    expect(strays(text)).toEqual([{ at: text.length - 1, opens: false }])
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

  it.each([
    ['curly', '“First we wait.\n\n“Then we go.”'],
    ['straight', '"First we wait.\n\n"Then we go."'],
    ['single', '‘First we wait.\n\n‘Then we go.’'],
    ['French', '« First we wait.\n\n« Then we go. »'],
    ['Spanish', '«First we wait.\n\n»Then we go.»'],
    ['German', '„First we wait.\n\n„Then we go.“'],
    ['on lines of their own', '“First we wait.\n“Then we go.”'],
    ['after a blank line of spaces', '“First we wait.\r\n  \r\n“Then we go.”'],
  ])('are counted once a paragraph where a speech goes on over several: %s', (_kind, text) => {
    const found = listQuoted(Array.from(text))
    expect(found.spans.map(({ words, unclosed }) => [words, unclosed])).toEqual([
      ['First we wait', false],
      ['Then we go', false],
    ])
    expect(found.strays).toEqual([])
  })

  it('go on within one another over paragraphs', () => {
    const text = '“‘First.\n\n“‘Then.’”'
    expect(quoted(text)).toEqual(['First', 'First', 'Then', 'Then'])
    expect(strays(text)).toEqual([])
  })

  it('go on past an apostrophe that might have opened something', () => {
    expect(quoted('’Tis said: “First.\n\n“Then.”')).toEqual(['First', 'Then'])
    expect(listQuoted(Array.from('’Tis said.\n\n’Twas done.'))).toEqual({ spans: [], strays: [] })
  })

  it('do not go on where the next paragraph does not open with their mark', () => {
    const text = '“First we wait.\n\nThen “we go.”'
    expect(quoted(text)).toEqual(['First we wait', 'we go'])
    expect(strays(text)).toEqual([{ at: 0, opens: true }])
  })

  it('leave a closing mark that nothing has opened as a stray', () => {
    const text = '“No deal.” It is done. We go.” So he said.'
    expect(quoted(text)).toEqual(['No deal'])
    expect(strays(text)).toEqual([{ at: text.lastIndexOf('”'), opens: false }])
  })

  it.each([
    ['“', 'He said “no deal and left.', 8, true, ['no deal and left']],
    ['"', 'He said "no deal" and "left.', 22, true, ['no deal', 'left']],
    ['‘, which may be an apostrophe and so is no passage', 'He said ‘no deal and left.', 8, true, []],
    ['’ after a full stop', 'We go.’ So he said.', 6, false, []],
    ['»', 'Read more » about it.', 10, false, []],
    ['« within another passage', '“No «deal” he said.', 4, true, ['No «deal', 'deal']],
  ])('leave a stray %s', (_mark, text, at, opens, words) => {
    expect(quoted(text)).toEqual(words)
    expect(strays(text)).toEqual([{ at, opens }])
  })

  it.each([
    ['’n’ between words', '‘He plays rock ’n’ roll,’ she said.', ['He plays rock ’n’ roll']],
    ['’N’ between words', '‘He plays ROCK ’N’ ROLL,’ she said.', ['He plays ROCK ’N’ ROLL']],
    ['a plural over a line break', '‘The dogs’ bowl\nis here,’ he said.', ['The dogs’ bowl\nis here']],
    ['an unusual clipped word', '“’Cept for him, we go.”', ['Cept for him, we go']],
  ])('keep the apostrophe of %s', (_what, text, words) => {
    expect(quoted(text)).toEqual(words)
    expect(strays(text)).toEqual([])
  })

  it.each([
    ['straight, after a dash', 'He said: "No—"deal" at all," and left.', ['No—"deal" at all', 'deal']],
    ['one-sided', 'Hon skrev ”Han sa ”nej” igen” i dag.', ['Han sa ”nej” igen', 'nej']],
    ['curly, without spaces', '我说“他说“不行”了”。', ['他说“不行”了', '不行']],
  ])('may hold others in the same marks where these stand before words: %s', (_kind, text, words) => {
    expect(quoted(text)).toEqual(words)
    expect(strays(text)).toEqual([])
  })

  it.each([
    ['straight marks between spaces', 'He said " no deal " again.', ['no deal']],
    ['one-sided marks without spaces', '他说”不行”。', ['不行']],
    ['a guillemet where a space was forgotten', 'Il a dit« pas encore » hier.', ['pas encore']],
    ['a mark at the start of a line', '"First we wait\n" he said.', ['First we wait']],
    ['guillemets on lines of their own', '« First we wait.\n« Then we go. »', ['First we wait', 'Then we go']],
    ['a plural before a dash', '‘I saw the dogs’ – he said.', ['I saw the dogs']],
    ['nothing', 'He said “” and “ ” and "—".', []],
  ])('are told by what stands beside their marks: %s', (_what, text, words) => {
    expect(quoted(text)).toEqual(words)
    expect(strays(text)).toEqual([])
  })

  it.each([
    ['a corner bracket that only closes', '不行」了。', [{ at: 2, opens: false }]],
    ['a mark that follows a word and closes nothing', 'He left“ and went.', [{ at: 7, opens: false }]],
    ['a speech’s next paragraph that is not closed', '“First.\n\n“Then we go.', [{ at: 9, opens: true }]],
    ['single marks over paragraphs too', '‘First.\n\n‘Then we go.', [{ at: 9, opens: true }]],
    ['a mark that closes ’n’', 'He plays rock ’n’ roll.’', [{ at: 23, opens: false }]],
    ['a sure mark after a plural that closed', '‘I saw the dogs’ – and cats.’', [{ at: 28, opens: false }]],
  ])('leave as a stray %s', (_what, text, expected) => {
    expect(strays(text)).toEqual(expected)
  })

  it('do not go on with a straight mark that stands alone', () => {
    const text = '"First we wait.\n\n" said he.'
    expect(strays(text).map(({ at }) => at)).toEqual([0, 17])
  })

  it('that nothing closes are not cut short by others in other marks', () => {
    expect(quoted('He said “no deal ‘now’ and left.')).toEqual(['no deal ‘now’ and left', 'now'])
  })

  it('are as deep as what is open around them, and not what was closed before', () => {
    const { spans } = listQuoted(Array.from('“No.” He “left ‘soon’ now.” “So.”'))
    expect(spans.map(({ depth }) => depth)).toEqual([0, 0, 1, 0])
  })

  it('are never deeper than anyone quotes', () => {
    const { spans } = listQuoted(Array.from(`${'“a '.repeat(12)}b${' c”'.repeat(12)}`))
    expect(spans).toHaveLength(12)
    expect(Math.max(...spans.map(({ depth }) => depth))).toBeLessThan(12)
    expect(spans.filter(({ unclosed }) => unclosed)).toHaveLength(4)
  })
})

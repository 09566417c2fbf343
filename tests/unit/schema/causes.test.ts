import { describe, expect, it } from 'vitest'
import { part, validFiles } from '../read-fixture'

/** The valid case with a record of a file changed. */
function withRecord(file: string, index: number, change: (record: Record<string, unknown>) => void) {
  const files = validFiles()
  const records = JSON.parse(files.get(file) ?? '')
  change(records[index])
  return part(new Map([...files, [file, JSON.stringify(records, null, 2)]])).setAside
}

describe('the cause of what is set aside', () => {
  it('is the record at fault, to the end of the chain', () => {
    const setAside = withRecord('sources.json', 0, (source) => delete source.publisher)
    const [fault, ...rest] = setAside.filter(({ cause }) => cause === undefined)
    expect([fault?.file, fault?.id, rest.length]).toEqual(['sources.json', 'report', 0])
    expect(setAside.length).toBeGreaterThan(10)
    const places = new Set(setAside.map(({ file, pointer }) => `${file} ${pointer}`))
    for (const { cause } of setAside) if (cause) expect(places).toContain(`${cause.file} ${cause.pointer}`)
  })

  it('is the record itself where it also names what was never there', () => {
    const setAside = withRecord('quotations.json', 0, (quotation) => {
      quotation.where = 'nowhere-at-all'
      quotation.speaker = 'nobody-at-all'
    })
    expect(setAside.map(({ id }) => id)).toEqual(['ice', 'start'])
    expect(setAside[0]?.pointer).toBe('/0/speaker')
    expect(setAside[0]?.cause).toBeUndefined()
    expect(setAside[0]?.reason).toBe(
      'names actor “nobody-at-all”, which is not in this case; place “nowhere-at-all”, which is not in this case',
    )
  })

  it('suggests the nearest id of that kind', () => {
    const [entry] = withRecord('quotations.json', 0, (quotation) => {
      quotation.speaker = 'govenor'
    })
    expect(entry?.reason).toBe('names actor “govenor”, which is not in this case; did you mean “governor”?')
  })

  it('tells a broken source of the report apart from one that is not there', () => {
    const head = withRecord('sources.json', 0, (source) => delete source.publisher).find(
      ({ file, pointer }) => file === 'case.json' && pointer === '/source',
    )
    expect(head?.cause).toEqual({ file: 'sources.json', pointer: '/0' })
  })
})

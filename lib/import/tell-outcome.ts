import type { Proposed } from './columns/mapping'
import type { Collected } from './convert/collect-rows'
import type { Profile } from './profiles/profile'

const rows = (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`

/** What happened to many rows alike, in a sentence each. */
export function tellChanges(
  { changes, duplicateCount, duplicates, beyond }: Collected,
  profile: Profile | undefined,
): string[] {
  const told: string[] = []
  for (const [key, count] of changes) {
    const [what, ...rest] = key.split(' ')
    if (what === 'time')
      told.push(`${rows(count)}: a time without its zone is left out, the day stays; say the zone to keep it`)
    else if (what === 'undated')
      told.push(`${rows(count)}: no date; ${count === 1 ? 'it is' : 'they are'} shown at any time`)
    else if (what === 'unplaced')
      told.push(`${rows(count)}: no position; ${count === 1 ? 'it is' : 'they are'} in the lists and not on the map`)
    else if (what === 'chosen')
      told.push(
        `${rows(count)}: other places have the same name; the one that is by far the best known was taken: look at the map`,
      )
    else if (what === 'words') told.push(`${rows(count)}: words cut at ${rest.join(' ')} characters`)
    else if (what === 'cut') told.push(`${rows(count)}: column “${rest.join(' ')}” cut at 1000 characters`)
    else if (what === 'sign')
      told.push(
        `${rows(count)}: column “${rest.join(' ')}” is read as a number, without its sign: say in the layer what it is of`,
      )
    else if (what === 'error')
      told.push(
        `${rows(count)}: column “${rest.join(' ')}” has an error of the spreadsheet in place of a value; it is left out`,
      )
    else if (what === 'fields')
      told.push(`${rows(count)}: more than ${rest.join(' ')} columns with values; the rest of them is left out`)
  }
  for (const [column, why] of Object.entries(profile?.leaves ?? {})) told.push(`column “${column}” is left out: ${why}`)
  if (duplicateCount > 0) {
    const some = duplicates.slice(0, 5).map(({ row, of }) => `row ${row} as row ${of}`)
    told.push(
      `${rows(duplicateCount)} with the same place, day and words as an earlier one (${some.join(', ')}${duplicateCount > 5 ? ' …' : ''}): all are kept`,
    )
  }
  if (beyond !== null)
    told.push(
      `${rows(beyond.count)} from row ${beyond.first} on found no room: a layer has 16 MB and a case 200,000 records; keep fewer columns, or bring a part of the file`,
    )
  return told
}

/** What is proposed, in a sentence each. */
export function tellProposals({ proposals }: Proposed): string[] {
  return proposals.map(({ role, columns, sureness, words }) => {
    const of = columns.length === 0 ? '' : `${columns.map((column) => `“${column}”`).join(' and ')}: `
    return `${role}: ${of}${words} (${sureness})`
  })
}

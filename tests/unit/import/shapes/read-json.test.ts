import { expect, it } from 'vitest'
import { bringText } from '../import-kit'

const point = '{"type":"Feature","geometry":{"type":"Point","coordinates":[35,47]},"properties":{"size":1}}'
const collection = (inner: string) => `{"type":"FeatureCollection","features":[${inner}]}`

it.each([
  ['a comma too many', collection(`${point},`), 'commas before a closing bracket'],
  ['a number that is none', collection(point.replace(':1}', ':NaN}')), 'NaN, read as no value'],
  ['comments', `// made by a script\n${collection(point)}`, 'comments'],
])('%s is passed over, and told', async (_, text, words) => {
  const { source, features } = await bringText('a.geojson', text)
  expect(features).toHaveLength(1)
  expect(source.found).toEqual([`it is not quite JSON: it has ${words}`])
})

it('strings keep what looks so', async () => {
  const { features } = await bringText('a.geojson', collection(`${point.replace(':1}', ':"NaN, ] // x"}')},`))
  expect(features[0]?.properties.size).toBe('NaN, ] // x')
})

it('a script’s variable is read', async () => {
  const { features } = await bringText('places.js', `var places = ${collection(point)};`)
  expect(features).toHaveLength(1)
})

it('says in which line it stops being JSON', async () => {
  await expect(bringText('a.json', '{\n"a": 1,\n"b": }\n')).rejects.toThrow('is not JSON, line 3')
})

it('what is called JSON and is something else is no table of text', async () => {
  await expect(bringText('a.json', 'name,lat\nA,1\n')).rejects.toThrow('is not JSON')
})

it.each([
  ['a string', `{"a": "${'\\"'.repeat(200_000)}`],
  ['a string that ends within an escape', `{"a": "${'\\"'.repeat(200_000)}\\`],
  ['a comment', `{"a": 1 ${'/* '.repeat(200_000)}`],
])('%s that is not closed is gone through once', async (_, text) => {
  const started = performance.now()
  await expect(bringText('a.json', text)).rejects.toThrow('is not JSON')
  expect(performance.now() - started).toBeLessThan(3_000)
})

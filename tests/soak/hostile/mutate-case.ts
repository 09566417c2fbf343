import type { Random } from '../../unit/hostile-edits'

/** What stands where something else should. */
const values: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  1e308,
  5e-324,
  '',
  ' ',
  '\u0000',
  '\u202e‮txt.exe',
  '\ud800',
  '\uffff',
  '𝒳'.repeat(70),
  'ا'.repeat(1200),
  'x'.repeat(20_000),
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'https://user:password@a.example/',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '=cmd|/c calc!A1',
  '-50000',
  'Y-50000',
  '0000-00-00',
  '2022-02-30',
  '18XX',
  '2022-10-03/..',
  '../2022-10-03',
  '2022-13-45T99:99:99Z',
  'UA-65',
  [],
  {},
  [[]],
  [181, 91],
  [null, null],
  { type: 'Polygon', coordinates: [] },
  { type: 'GeometryCollection', geometries: [] },
  {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [179, 0],
          [-179, 0],
          [-179, 1],
          [179, 0],
        ],
      ],
    ],
  },
]

interface Place {
  owner: unknown[] | Record<string, unknown>
  key: string
}

/** Every place of a value where something stands. */
function listPlaces(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found
  const owner = value as Place['owner']
  for (const key of Object.keys(owner)) {
    found.push({ owner, key })
    listPlaces(Reflect.get(owner, key), found)
  }
  return found
}

/** Changes what stands at a place, takes it away, doubles it, or puts it somewhere else. */
function editValue(root: unknown, { pick, below }: Random): void {
  const places = listPlaces(root)
  if (places.length === 0) return
  const { owner, key } = pick(places)
  const kind = below(10)
  if (kind < 5) Reflect.set(owner, key, pick(values))
  else if (kind < 7)
    Reflect.set(owner, key, structuredClone(pick(places.map((each) => Reflect.get(each.owner, each.key)))))
  else if (kind === 7) Reflect.deleteProperty(owner, key)
  else if (Array.isArray(owner)) owner.splice(Number(key), kind === 8 ? 0 : 1, structuredClone(owner[Number(key)]))
  else Reflect.set(owner, String(pick(values)).slice(0, 40), pick(values))
}

/** Spoils the text itself, as half a write, a wrong encoding or a slip of the hand does. */
function editText(text: string, { pick, below }: Random): string {
  const at = below(text.length + 1)
  const to = Math.min(text.length, at + below(60))
  return pick([
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(to),
    () =>
      text.slice(0, at) +
      pick([',', '[', '{', ']', '}', '"', '\\', '\u0000', '\ufeff', '\ufffd', '1e999']) +
      text.slice(at),
    () => `${text.slice(0, at)}${'['.repeat(below(5000))}${text.slice(at)}`,
    () => text + text,
  ])()
}

/** The files of a case with one to four things wrong. */
export function mutateCase(files: ReadonlyMap<string, string>, random: Random): Map<string, string> {
  const { pick, below } = random
  const mutated = new Map(files)
  for (let left = 1 + below(4); left > 0; left--) {
    const name = pick([...mutated.keys()])
    const text = mutated.get(name) ?? ''
    const kind = below(12)
    if (kind === 0) mutated.delete(name)
    else if (kind === 1) mutated.set(name, editText(text, random))
    else
      try {
        const root: unknown = JSON.parse(text)
        editValue(root, random)
        mutated.set(name, JSON.stringify(root, null, below(2) * 2))
      } catch {
        mutated.set(name, editText(text, random))
      }
  }
  return mutated
}

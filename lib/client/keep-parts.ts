/**
 * `next` with those of its parts that say the same as in `before` being the very same objects, and `before` itself where
 * all are: so that whoever compares by identity sees only what has changed. Parts are plain data.
 */
export function keepParts<T extends object>(before: T, next: T): T {
  const keys = Object.keys(next) as (keyof T)[]
  const isKept = (key: keyof T) =>
    Object.is(before[key], next[key]) || JSON.stringify(before[key]) === JSON.stringify(next[key])
  const kept = keys.filter(isKept)
  if (kept.length === keys.length && keys.length === Object.keys(before).length) return before
  return Object.assign({ ...next }, Object.fromEntries(kept.map((key) => [key, before[key]])))
}

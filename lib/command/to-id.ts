/** A name as an id: "My Case" as "my-case"; empty where nothing of it can stand in one. */
export function toId(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
}

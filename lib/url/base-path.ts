/**
 * Where the product stands below its origin, `/maps`, behind a proxy that has other things there too; empty at the root. It
 * is `CASEBOARD_BASE_PATH` as it was when this was built: Next writes it into its own addresses then.
 */
const basePath: string = process.env.CASEBOARD_BASE_PATH ?? ''

/** An address of the product as a browser asks for it: a path from the product's own root on, below the base path. */
export function addressBelow(path: `/${string}`, base: string = basePath): string {
  return `${base}${path}`
}

/** The other way: a page's path from the product's own root on. */
export function pathWithin(pathname: string, base: string = basePath): string {
  if (pathname !== base && !pathname.startsWith(`${base}/`)) return pathname
  return pathname.slice(base.length) || '/'
}

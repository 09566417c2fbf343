// The package ships no types; this is the part of it that we use.
declare module 'wawoff2' {
  /** A WOFF2 file as the TrueType or OpenType font in it. Rejects where it is none. */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>
}

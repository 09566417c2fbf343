// The package ships no types; these are the parts of it that we use.
declare module 'edtf' {
  interface EdtfDate {
    type: string
    /** First and last moment covered, milliseconds since 1970, UTC. */
    min: number
    max: number
    edtf: string
  }
  export default function edtf(text: string): EdtfDate
}

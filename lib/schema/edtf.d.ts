// The package ships no types; this is all that we use: it throws for what is no date.
declare module 'edtf' {
  export default function edtf(text: string): object
}

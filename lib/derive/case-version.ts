import type { CaseHead } from '@/lib/schema/case'
import type { CorrectedRecord, Correction } from '@/lib/schema/correction'

/** A version taken apart: the date to which the case was brought, as far as a calendar has it, and its corrections. */
export interface CaseVersion {
  date: string
  corrections: number
}

const datePattern = /\d{4}(?:-\d{2}){0,2}/g
const versionPattern = /^(\d{4}(?:-\d{2}){0,2})\.(\d{1,5})$/

/** The last plain date of an EDTF date: hedges, hours and unknown digits do not belong into an address. */
function plainDate(edtf: string): string {
  return edtf.match(datePattern)?.at(-1) ?? '0000'
}

/**
 * The version of a case for readers, `<updated>.<number of corrections>`, e.g. `2026-11-28.29`: links, citations, prints
 * and pictures carry it, so that they can be told later what was corrected since. The list of corrections only grows.
 */
export function caseVersion({ updated }: Pick<CaseHead, 'updated'>, corrections: readonly Correction[]): string {
  return `${plainDate(updated)}.${corrections.length}`
}

/** Reads a version; null for anything else. */
export function parseCaseVersion(text: string): CaseVersion | null {
  const [, date, count] = versionPattern.exec(text) ?? []
  return date === undefined || count === undefined ? null : { date, corrections: Number(count) }
}

/** Dates of unlike precision are compared as far as both go: a year is not later than one of its days. */
function isLater(date: string, than: string): boolean {
  const digits = Math.min(date.length, than.length)
  return date.slice(0, digits) > than.slice(0, digits)
}

interface CorrectedCase {
  updated: string
  corrections: readonly Correction[]
}

/**
 * What was corrected since a version: the corrections after those that it counts, oldest first. None for the present
 * version, for one that this case has not reached, and for what is no version.
 */
export function correctionsSince(version: string | null, { updated, corrections }: CorrectedCase): Correction[] {
  const parsed = version === null ? null : parseCaseVersion(version)
  if (parsed === null || isLater(parsed.date, plainDate(updated))) return []
  return corrections.slice(parsed.corrections)
}

/** Whether a correction mended any of these records. */
function concerns(correction: Correction, records: readonly CorrectedRecord[]): boolean {
  return correction.records.some((one) => records.some(({ kind, id }) => kind === one.kind && id === one.id))
}

/** Corrections with those that mended any of these records first; within both, the newest first. */
export function orderByConcern(
  corrections: readonly Correction[],
  records: readonly CorrectedRecord[],
): { concerned: Correction[]; others: Correction[] } {
  const newest = corrections.toReversed()
  return {
    concerned: newest.filter((correction) => concerns(correction, records)),
    others: newest.filter((correction) => !concerns(correction, records)),
  }
}

/** Answers which corrections mended a record, newest first: the same list each time, empty for most. */
export function indexCorrections(
  corrections: readonly Correction[],
): (record: CorrectedRecord) => readonly Correction[] {
  const byRecord = new Map<string, Correction[]>()
  for (const correction of corrections.toReversed()) {
    const keys = new Set(correction.records.map(({ kind, id }) => `${kind} ${id}`))
    for (const key of keys) {
      const known = byRecord.get(key)
      if (known === undefined) byRecord.set(key, [correction])
      else known.push(correction)
    }
  }
  return ({ kind, id }) => byRecord.get(`${kind} ${id}`) ?? none
}

const none: readonly Correction[] = []

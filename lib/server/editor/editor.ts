import path from 'node:path'
import { newCaseFolder } from '@/lib/command/write-new-case'
import { type RecordEdit, recordKey } from '@/lib/edit/record-edit'
import {
  changesSince,
  type EditVersion,
  editsToRestore,
  type RecordChange,
  unseenChanges,
  type VersionHead,
} from '@/lib/edit/versions'
import type { EditableCase, EvidenceFacts, HeldText, Save, SaveOutcome, WaitingSave } from '@/lib/edit/wire'
import { limits } from '@/lib/limits'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { type CaseFolder, listCaseFolders, readCaseFiles } from '../case-folder'
import { Refusal } from '../control/refusal'
import { ownsState } from '../state-lock'
import { applyEdits, checkChanged, readEditable } from './check-edits'
import { EditVersions } from './edit-versions'
import { readHeldTexts, textFile } from './held-texts'
import { describeKept, keepEvidence } from './keep-evidence'
import { prepareSave } from './prepare-save'
import { asksForSecond, requireOther, WaitingSaves } from './waiting-saves'
import { type CaseWrite, endWriting, sha256, writeCase } from './write-case'

function requireWriter(): void {
  if (!ownsState())
    throw new Refusal(503, 'Another server writes here', 'The state folder is another server’s: edit there.')
}

/**
 * The editor of the cases below a data folder. Of each case one thing at a time may be asked, by whoever asks: a save holds
 * what it has read against what it writes.
 */
export class Editor {
  constructor(
    readonly data: string,
    readonly state: string,
    readonly now: () => Date = () => new Date(),
    /** Awaited before anything is written that must not be broken off. */
    readonly beginWriting: () => Promise<void> = async () => undefined,
  ) {}

  #versions(id: string): EditVersions {
    return new EditVersions(path.join(this.state, 'edits', id))
  }

  #waiting(id: string): WaitingSaves {
    return new WaitingSaves(path.join(this.state, 'edits', id))
  }

  /** The folder of a case; of one that is not there yet, where it will be. Throws a Refusal for what is no id. */
  async #folder(id: string): Promise<CaseFolder & { exists: boolean }> {
    try {
      const path = newCaseFolder(this.data, id)
      const found = (await listCaseFolders(this.data))?.find((each) => each.id === id)
      return found === undefined ? { id, path, exists: false } : { ...found, exists: true }
    } catch (error) {
      throw new Refusal(400, 'Not a case id', error instanceof Error ? error.message : '')
    }
  }

  /** A case's files as they are, once a save that was cut off has been ended. */
  async #read(id: string): Promise<{ folder: CaseFolder & { exists: boolean }; files: CaseFiles }> {
    if (ownsState()) await endWriting((await this.#folder(id)).path, this.#versions(id))
    const folder = await this.#folder(id)
    return { folder, files: folder.exists ? await readCaseFiles(folder) : new Map() }
  }

  /** A case for editing. One that is not there has no records. */
  async read(id: string): Promise<EditableCase> {
    const { folder, files } = await this.#read(id)
    const { records, unreadable } = readEditable(files)
    const texts = await readHeldTexts(folder, records.values())
    const version = await this.#versions(id).latest()
    const waiting = await this.#waiting(id).list((at) => records.get(recordKey(at)))
    return {
      id,
      exists: folder.exists,
      records: [...records.values()],
      unreadable: [...unreadable, ...waiting.unreadable],
      texts,
      waiting: waiting.saves,
      version,
    }
  }

  /** What the case would be with these edits, whoever else has changed it; nothing is written. */
  async preview(id: string, edits: readonly RecordEdit[]): Promise<ReturnType<typeof checkChanged>> {
    const { files } = await this.#read(id)
    const bytes = [...files.values()].reduce((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0)
    if (bytes > limits.editor.previewBytes)
      throw new Refusal(413, 'Too large to be shown as you go', 'What you change is checked when you save it.')
    return checkChanged(id, files, applyEdits(files, edits))
  }

  /** Saves edits, all or none. Throws a Refusal where the server may not write, or not so much. */
  async save(id: string, save: Save): Promise<SaveOutcome> {
    requireWriter()
    const { folder, files } = await this.#read(id)
    return this.#write(folder, files, save)
  }

  /** Writes a save or, where the case asks for a second person, keeps it until one has `signed` it. */
  async #write(
    folder: CaseFolder & { exists: boolean },
    files: CaseFiles,
    { edits, reason, author, texts = [] }: Save,
    signed?: string,
  ): Promise<SaveOutcome> {
    const prepared = prepareSave(folder.id, files, edits)
    if (prepared.kind !== 'prepared') return prepared
    const { writes, changes, changed } = prepared
    const versions = this.#versions(folder.id)
    const number = await versions.latest()
    if (writes.length === 0) return { kind: 'saved', version: number, records: [] }
    const at = this.now().toISOString()
    if (signed === undefined && asksForSecond(files)) {
      if (author === '') throw new Refusal(422, 'Nobody’s save', 'A second person signs it: say who you are.')
      await this.beginWriting()
      await this.#waiting(folder.id).keep({ at, author, reason, edits: [...writes], texts: [...texts] })
      return { kind: 'waiting' }
    }
    const by = { at, author, ...(signed === undefined ? {} : { signed }), reason }
    const version: EditVersion = { number: number + 1, ...by, count: changes.length, changes }
    const before = (name: string) => {
      const text = files.get(name)
      return typeof text === 'string' ? sha256(text) : null
    }
    const write: CaseWrite = { version, files: {} }
    for (const text of texts) write.files[textFile(sha256(text))] = { before: null, text }
    for (const [name, text] of changed) write.files[name] = { before: before(name), text }
    await writeCase(folder.path, versions, write, this.beginWriting)
    const after = readEditable(prepared.files).records
    const saved = writes.flatMap((edit) => after.get(recordKey(edit)) ?? [])
    return { kind: 'saved', version: version.number, records: saved }
  }

  /** Signs a save that waits, which is then written. Throws a Refusal for whoever has saved it. */
  async sign(id: string, seen: Pick<WaitingSave, 'number' | 'at'>, signer: string): Promise<SaveOutcome> {
    requireWriter()
    const { folder, files } = await this.#read(id)
    const waiting = this.#waiting(id)
    const { number, author, ...save } = await waiting.find(seen)
    requireOther(author, signer)
    const outcome = await this.#write(folder, files, { ...save, author }, signer)
    if (outcome.kind === 'saved') await waiting.remove(number)
    return outcome
  }

  /** The reports that a save which waits was made from: whoever takes it back goes on with them. */
  async waitingTexts(id: string, seen: Pick<WaitingSave, 'number' | 'at'>): Promise<HeldText[]> {
    await this.#folder(id)
    return this.#waiting(id).texts(seen)
  }

  /** Takes a save back that waits: nothing becomes of it. */
  async takeBack(id: string, seen: Pick<WaitingSave, 'number' | 'at'>): Promise<void> {
    requireWriter()
    await this.#folder(id)
    const waiting = this.#waiting(id)
    const { number } = await waiting.find(seen)
    await this.beginWriting()
    await waiting.remove(number)
  }

  async versions(id: string): Promise<VersionHead[]> {
    await this.#folder(id)
    return this.#versions(id).list()
  }

  /** What has changed since a save: `before` as it was then, `after` as the last save has it. Throws a Refusal for none. */
  async changesSince(id: string, number: number): Promise<RecordChange[]> {
    await this.#folder(id)
    const later = await this.#versions(id).since(number)
    if (later === null)
      throw new Refusal(404, 'No such version', `Of the saves of a case the last ${limits.editor.versions} are kept.`)
    return changesSince(later)
  }

  /** Brings the case back to what it was after a save. That is a save of its own, and can be taken back like any. */
  async restore(id: string, number: number, { author, reason }: Pick<Save, 'author' | 'reason'>): Promise<SaveOutcome> {
    requireWriter()
    const { folder, files } = await this.#read(id)
    const { records } = readEditable(files)
    const changes = await this.changesSince(id, number)
    const conflicts = unseenChanges(changes, (at) => records.get(recordKey(at)))
    if (conflicts.length > 0) return { kind: 'conflict', conflicts }
    const edits = editsToRestore(changes, (at) => records.get(recordKey(at))?.version ?? null)
    return this.#write(folder, files, { edits, author, reason })
  }

  async #existing(id: string): Promise<CaseFolder> {
    const folder = await this.#folder(id)
    if (folder.exists) return folder
    throw new Refusal(409, 'Save the case first', 'Evidence is kept beside its case, which is not there yet.')
  }

  /** Keeps a file of evidence beside a case; a record that names it is saved like any. Throws a Refusal for what can be none. */
  async keepEvidence(id: string, bytes: Buffer): Promise<EvidenceFacts> {
    requireWriter()
    return keepEvidence(await this.#existing(id), bytes)
  }

  /** What a file of evidence is, and what its metadata tell. Throws a Refusal for none. */
  async evidence(id: string, sha256: string): Promise<EvidenceFacts> {
    return describeKept(await this.#existing(id), sha256)
  }
}

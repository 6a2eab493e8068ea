import * as l10n from '@vscode/l10n'
import { handleWithoutAt, type MentorId } from '../../model/mentors/samePerson.ts'
import { nodeAt } from '../../model/nodeAt.ts'
import type { IdeaFile } from '../../model/types.ts'
import { type Span, touches } from '../../text/span.ts'
import { quote } from '../../text/wording.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { mailUrl, profileUrl } from '../urls.ts'
import type { ListLookup } from './linkTargetFinder.ts'
import { addressReferenceSpans, handleReferenceSpans, isReferenceToOtherName, nameReferenceSpans } from './mentorReferences.ts'
import { renameHeading } from './renameHeading.ts'
import { renameStated } from './renameStated.ts'
import { type MatterTitle, matterTitleAt, matterTitleEdit } from './renameTitle.ts'
import { statedNameAt } from './statedNames.ts'
import { symbolAt } from './symbolAt.ts'
import { type Changed, type RenameEdit, type RenameResult, workspaceEditsByList } from './workspaceEdits.ts'
import type { WorkspaceSnapshot } from './workspaceSnapshot.ts'

/** What can be renamed at a place. */
export interface RenameTarget {
  readonly kind: Changed['kind']
  /** The text at the cursor, in the file. */
  readonly span: Span
  /** The name as written: the Markdown of a heading, a handle without `@`, an address. */
  readonly name: string
  /** The name of the mentor whose handle or address it is. */
  readonly mentorName?: string | null
}

/** What can be renamed at `offset` (UTF-16, in the file): the heading of an idea or project (also at a link to it), its name in a field or cell, a mentor's name, handle or address. */
export function prepareRename(file: IdeaFile, lists: ListLookup, offset: number): RenameTarget | null {
  const { own } = lists
  const title = matterTitleAt(file, offset)
  if (title !== null) return { kind: 'heading', span: title.via, name: nameOfMatterTitle(own, title) }
  const subject = symbolAt(file, lists, offset)
  if (subject?.kind === 'idea' || subject?.kind === 'project') {
    const { textSpan, text } = own.headings[subject.index]!
    if (text === '') return null
    const name = own.text.slice(textSpan.start, textSpan.end)
    return { kind: 'heading', span: subject.via ?? textSpan, name }
  }
  if (subject?.kind === 'person') return contactToRename(file, own, offset) ?? personNameToRename(own, subject, offset)
  const stated = subject === null ? statedNameAt(file, offset) : null
  return stated && { kind: 'heading', span: stated.span, name: own.text.slice(stated.span.start, stated.span.end) }
}

/** The text at the cursor as it is typed: a heading's Markdown, a title without escapes of YAML. */
const nameOfMatterTitle = (
  { text }: ListSummary,
  { span, via, text: title }: NonNullable<ReturnType<typeof matterTitleAt>>,
): string => (via === span ? title : text.slice(via.start, via.end))

/** What is a handle's own before it: `@`, `[@`, `https://github.com/`. */
const beforeHandle = /(?:https?:\/\/(?:www\.)?github\.com\/|\[?@{0,2})$/i

function contactToRename(file: IdeaFile, own: ListSummary, offset: number): RenameTarget | null {
  const place = nodeAt(file, offset)
  if (place.kind !== 'mentor') return null
  const { handle, email } = place.mentor.id
  const isHere = ({ start, end }: Span): boolean =>
    touches({ start: start - beforeHandle.exec(own.text.slice(Math.max(0, start - 30), start))![0].length, end }, offset)
  const found = [
    ...(handle === null ? [] : handleReferenceSpans(own, handle).filter(isHere)).map((span) => ({
      kind: 'handle' as const,
      span,
    })),
    ...addressReferenceSpans(own, email ?? '')
      .filter(isHere)
      .map((span) => ({ kind: 'address' as const, span })),
  ][0]
  if (found === undefined) return null
  return { ...found, name: own.text.slice(found.span.start, found.span.end), mentorName: place.mentor.name }
}

function personNameToRename(own: ListSummary, person: MentorId, offset: number): RenameTarget | null {
  const span = nameReferenceSpans(own, person).find((each) => touches(each, offset))
  const name = span && own.text.slice(span.start, span.end)
  return span && name ? { kind: 'name', span, name, mentorName: name } : null
}

/**
 * In steps, one a list: renames the symbol at `offset` (UTF-16, in the file) in all lists; null if there is nothing to rename. `typed` is Markdown for a
 * heading. `read` reads an edited text with the settings of the file.
 */
export function* rename(
  file: IdeaFile,
  snapshot: WorkspaceSnapshot,
  offset: number,
  typed: string,
  read: (text: string) => IdeaFile,
): Generator<void, RenameResult | null> {
  const target = prepareRename(file, snapshot, offset)
  const subject = symbolAt(file, snapshot, offset)
  const title = matterTitleAt(file, offset)
  if (title !== null) return yield* renameTitle(file, snapshot, title, typed.trim(), read)
  const stated = subject === null ? statedNameAt(file, offset) : null
  if (stated !== null) return yield* renameStated(file, snapshot, stated, typed, read)
  if (target === null || subject === null || subject.kind === 'skill') return null
  if (subject.kind !== 'person') return yield* renameHeading(file, snapshot, subject.index, typed, read)
  // mentions of a person outside lists are left to their authors
  if (target.kind === 'name') return yield* renamePersonName(snapshot, target, subject, typed)
  return yield* target.kind === 'handle' ? renameHandle(snapshot, target, typed) : renameAddress(snapshot, target, typed)
}

/** Renames a title in front matter, and the heading that repeats it. */
function* renameTitle(
  file: IdeaFile,
  snapshot: WorkspaceSnapshot,
  title: MatterTitle,
  name: string,
  read: (text: string) => IdeaFile,
): Generator<void, RenameResult> {
  const edit = matterTitleEdit(file, title, name, read)
  if ('refusal' in edit) return edit
  if (title.heading !== null) return yield* renameHeading(file, snapshot, title.heading, name, read, edit)
  const changes = yield* workspaceEditsByList([snapshot.own], () => (title.text === name ? [] : [edit]))
  return { refusal: null, kind: 'heading', changes }
}

function* renameHandle(lists: ListLookup, target: RenameTarget, typed: string): Generator<void, RenameResult> {
  const handle = handleWithoutAt(typed.trim())
  if (profileUrl(handle) === null)
    return refusedRename(
      l10n.t`${quote(typed.trim())} is not a valid GitHub handle. Handles have up to 39 letters, digits and single hyphens.`,
    )
  const old = target.name.replaceAll('\\', '').toLowerCase()
  return yield* renameInAllLists(lists, target, (list) => handleReferenceSpans(list, old), handle)
}

function* renameAddress(lists: ListLookup, target: RenameTarget, typed: string): Generator<void, RenameResult> {
  const address = typed.trim()
  if (mailUrl(address) === null) return refusedRename(l10n.t`${quote(address)} is not a valid email address.`)
  const old = target.name.replaceAll('\\', '').toLowerCase()
  return yield* renameInAllLists(lists, target, (list) => addressReferenceSpans(list, old), address)
}

/** What would end a name in an entry, or begin a link or a tag. */
const endsPersonName = /[()[\]<>@,;|\r\n]/

function* renamePersonName(
  lists: ListLookup,
  target: RenameTarget,
  person: MentorId,
  typed: string,
): Generator<void, RenameResult> {
  const name = typed.trim()
  if (name === '' || endsPersonName.test(name))
    return refusedRename(l10n.t`${quote(name)} is not a name. Leave out commas, brackets and @.`)
  return yield* renameInAllLists(lists, target, (list) => nameReferenceSpans(list, person), name)
}

const refusedRename = (refusal: string): RenameResult => ({ refusal })

function* renameInAllLists(
  { own, others }: ListLookup,
  { kind, mentorName, span: at }: RenameTarget,
  spansIn: (list: ListSummary) => readonly Span[],
  newText: string,
): Generator<void, Changed> {
  const changes = yield* workspaceEditsByList([own, ...others], (list) =>
    spansIn(list).flatMap((span): RenameEdit[] => {
      if (list.text.slice(span.start, span.end) === newText) return []
      const isHere = list === own && span.start === at.start
      const isDoubtful = !isHere && isReferenceToOtherName(list, span, mentorName ?? '')
      return [{ span, newText, ...(isDoubtful && { isDoubtful }) }]
    }),
  )
  return { refusal: null, kind, changes }
}

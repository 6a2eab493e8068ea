import * as l10n from '@vscode/l10n'
import { entryTarget, entryText } from '../../editing/toc/tocText.ts'
import { isSameText } from '../../model/toc/comparableText.ts'
import type { IdeaFile } from '../../model/types.ts'
import { applyEdits, type Edit } from '../../text/edits.ts'
import { covers, type Span, shift } from '../../text/span.ts'
import { quote } from '../../text/wording.ts'
import type { LinkSummary, ListSummary } from '../../workspace/listSummary.ts'
import { linkTargetFinder, resolvesToTarget } from './linkTargetFinder.ts'
import { type RenameResult, workspaceEditsByList } from './workspaceEdits.ts'
import type { WorkspaceSnapshot } from './workspaceSnapshot.ts'

/**
 * Renames a heading: its text, the text of its entry in the table of contents, and all links to it in all lists and pages. Links to
 * equal headings after it are updated, too, if their anchors are renumbered (`#title-2` → `#title-1`). The edited list is read again: a
 * name is refused if it would not be read as the text of the same heading. `inMatter` changes the title in front matter, which the heading
 * repeats.
 */
export function* renameHeading(
  file: IdeaFile,
  { own, others, pages, roots }: WorkspaceSnapshot,
  index: number,
  typed: string,
  read: (text: string) => IdeaFile,
  inMatter: Edit | null = null,
): Generator<void, RenameResult> {
  const name = typed.trim()
  const { textSpan } = own.headings[index]!
  if (name === '') return { refusal: l10n.t('A heading cannot be empty.') }
  if (/[\r\n]/.test(name)) return { refusal: l10n.t('A heading must be a single line.') }
  const inHeading: Edit = { span: textSpan, newText: name }
  const titles = inMatter === null ? [inHeading] : [inMatter, inHeading]
  const after = read(applyEdits(file.text, titles))
  yield
  const refusal = renameRefusal(file, after, { index, name, inMatter })
  if (refusal !== null) return { refusal }
  const newText = renamedTextAfter(after, index)
  const change = { index, oldText: entryText(file, file.headings[index]!), newText, anchors: renamedAnchors(file, after) }
  const headingOf = linkTargetFinder(own)
  const edits = (list: ListSummary): readonly Edit[] =>
    list.links.flatMap((link) => {
      const linked = link.anchor !== null && resolvesToTarget(link, list, own, roots) ? headingOf(link.anchor) : null
      return linked === null
        ? []
        : [...linkTextRenameEdit(list, link, linked, change), ...anchorRenameEdit(list, link, linked, change)]
    })
  const entries = renameEntryEdits(file, after, index)
  const inEntries = new Set(entries.map(({ span }) => span.start))
  const links = edits(own).filter(({ span }) => !covers(textSpan, span) && !inEntries.has(span.start))
  const changes = yield* workspaceEditsByList([own, ...others, ...pages], (list) =>
    (list === own ? [...titles, ...entries, ...links] : edits(list)).filter(
      (edit) => list.text.slice(edit.span.start, edit.span.end) !== edit.newText,
    ),
  )
  return { refusal: null, kind: 'heading', changes }
}

interface NamedHeading {
  readonly index: number
  readonly name: string
  readonly inMatter: Edit | null
}

/** Why a name is not allowed; null if it is. `after` is the file with it. */
function renameRefusal(before: IdeaFile, after: IdeaFile, { index, name, inMatter }: NamedHeading): string | null {
  const [old, now] = [before.headings[index]!, after.headings[index]]
  const { role } = before.tocHeadings[index]!
  const by = inMatter === null ? 0 : inMatter.newText.length - (inMatter.span.end - inMatter.span.start)
  const isSame =
    now?.at === old.at + by && now.heading.level === old.heading.level && after.headings.length === before.headings.length
  // whether it is a project or an idea may depend on the name if levels are inconsistent: no reason to refuse it
  if (!isSame || (inMatter === null && after.tocHeadings[index]?.role === null))
    return role === 'project'
      ? l10n.t`Named ${quote(name)}, this would no longer be recognized as a project.`
      : l10n.t`Named ${quote(name)}, this would no longer be recognized as an idea.`
  const { start, end } = shift(now.heading.textSpan, now.at)
  if (after.text.slice(start, end) !== name) return l10n.t`${quote(name)} contains Markdown that would change the heading.`
  return now.anchor === '' || now.heading.text === '' || now.heading.slug === ''
    ? l10n.t`${quote(name)} contains no letters or digits, so no link could point to it.`
    : null
}

/** The headings whose anchors change, with their new ones. */
const renamedAnchors = (before: IdeaFile, after: IdeaFile): ReadonlyMap<number, string> =>
  new Map(
    before.headings.flatMap(({ anchor }, index) => {
      const now = after.headings[index]!.anchor
      return now === anchor ? [] : [[index, now] as const]
    }),
  )

const renamedTextAfter = (after: IdeaFile, index: number): string => entryText(after, after.headings[index]!)

/** The texts of the heading's entries, flawed ones (`[Sign it](sign-it)`) included, if they are the heading's text. */
function renameEntryEdits({ text: source, toc, tocMatch, headings }: IdeaFile, after: IdeaFile, index: number): readonly Edit[] {
  if (toc === null || tocMatch === null) return []
  const old = headings[index]!.heading.text
  return [...tocMatch.headings, ...tocMatch.flawed].flatMap(([{ text, textSpan, span }, heading]) => {
    if (heading.index !== index || !isSameText(text, old)) return []
    const written = textSpan ? shift(textSpan, toc.at) : occurrenceToRename(source, shift(span, toc.at), text)
    return written === null ? [] : [{ span: written, newText: renamedTextAfter(after, index) }]
  })
}

/** The first occurrence of a text within a span: `Sign it` in `[Sign it][s]`, which has no text of a link. */
function occurrenceToRename(source: string, { start, end }: Span, text: string): Span | null {
  const at = source.slice(start, end).indexOf(text)
  return at < 0 ? null : { start: start + at, end: start + at + text.length }
}

interface HeadingChange {
  readonly index: number
  readonly oldText: string
  readonly newText: string
  /** `renamedAnchors` */
  readonly anchors: ReadonlyMap<number, string>
}

/** The text of a link to the heading `linked`, if it is exactly the old text: the author's own words stay. */
function linkTextRenameEdit(
  { text }: ListSummary,
  { textSpan }: LinkSummary,
  linked: number,
  { index, oldText, newText }: HeadingChange,
): readonly Edit[] {
  if (linked !== index || textSpan === null) return []
  return text.slice(textSpan.start, textSpan.end) === oldText ? [{ span: textSpan, newText }] : []
}

/** The anchor of a link to the heading `linked`, if it changes. */
function anchorRenameEdit(
  { text }: ListSummary,
  { span }: LinkSummary,
  linked: number,
  { anchors }: HeadingChange,
): readonly Edit[] {
  const moved = anchors.get(linked)
  if (moved === undefined) return []
  const target = text.slice(span.start, span.end)
  const hash = target.indexOf('#') + 1
  return [{ span: { start: span.start + hash, end: span.end }, newText: renamedAnchorLike(target.slice(hash), moved) }]
}

/** An anchor in the form of the old one: with GitHub's prefix (`user-content-`), and percent-encoded, if that was. */
function renamedAnchorLike(old: string, anchor: string): string {
  const prefix = old.startsWith(idPrefix) ? idPrefix : ''
  return prefix + (old.includes('%') ? encodeURIComponent(anchor) : entryTarget({ anchor }).slice(1))
}

const idPrefix = 'user-content-'

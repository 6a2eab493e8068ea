import { entryTarget, entryText } from '../../editing/toc/tocText.ts'
import { isSameText } from '../../model/toc/compareText.ts'
import type { IdeaFile } from '../../model/types.ts'
import { applyEdits, type Edit } from '../../text/edits.ts'
import { covers, shift } from '../../text/span.ts'
import { quote } from '../../text/wording.ts'
import type { KnownHeading, KnownLink, ListSummary } from '../../workspace/listSummary.ts'
import { type ListLookup, resolvesTo } from './linkTargets.ts'
import type { RenameResult } from './workspaceEdits.ts'

/**
 * Renames a heading: its text, the text of its entry in the table of contents, and all links to it in all lists. Links to equal
 * headings after it are updated, too, if their anchors are renumbered (`#title-2` → `#title-1`). The edited list is read again: a name
 * is refused if it would not be read as the text of the same heading.
 */
export function renameHeading(
  file: IdeaFile,
  { own, others }: ListLookup,
  index: number,
  typed: string,
  read: (text: string) => IdeaFile,
): RenameResult {
  const name = typed.trim()
  const { textSpan, role } = own.headings[index]!
  if (name === '') return { refusal: `The heading of ${roleName(role)} needs a text.` }
  if (/[\r\n]/.test(name)) return { refusal: 'A heading has one line alone.' }
  const inHeading: Edit = { span: textSpan, newText: name }
  const after = read(applyEdits(file.text, [inHeading]))
  const refusal = refusalOf(file, after, index, name)
  if (refusal !== null) return { refusal }
  const anchors = movedAnchors(file, after)
  const texts = { anchor: own.headings[index]!.anchor, old: entryText(file, file.headings[index]!), now: textAfter(after, index) }
  const links = (list: ListSummary): readonly Edit[] =>
    list.links.flatMap((link) => [...textEdit(list, link, own, texts), ...linkEdit(list, link, own, anchors)])
  const entries = entryEdits(file, after, index)
  const inEntries = new Set(entries.map(({ span }) => span.start))
  const elsewhere = links(own).filter(({ span }) => !covers(textSpan, span) && !inEntries.has(span.start))
  const inOwn = [inHeading, ...entries, ...elsewhere]
  const changes = [{ list: own, edits: inOwn }, ...others.map((list) => ({ list, edits: links(list) }))].map(
    ({ list, edits }) => ({
      list,
      edits: edits.filter(({ span, newText }) => list.text.slice(span.start, span.end) !== newText),
    }),
  )
  return { refusal: null, kind: 'heading', changes: changes.filter(({ edits }) => edits.length > 0) }
}

const roleName = (role: KnownHeading['role']): string => (role === 'project' ? 'a project' : 'an idea')

/** Why a name is not allowed; null if it is. `after` is the file with it. */
function refusalOf(before: IdeaFile, after: IdeaFile, index: number, name: string): string | null {
  const [old, now] = [before.headings[index]!, after.headings[index]]
  const { role } = before.tocHeadings[index]!
  const isSame = now?.at === old.at && now.heading.level === old.heading.level && after.headings.length === before.headings.length
  // whether it is a project or an idea may depend on the name if levels are inconsistent: no reason to refuse it
  if (!isSame || after.tocHeadings[index]?.role === null)
    return `With the heading ${quote(name)} this would no longer be read as ${roleName(role)}.`
  const { start, end } = shift(now.heading.textSpan, now.at)
  if (after.text.slice(start, end) !== name) return `${quote(name)} would not be read as the whole text of a heading.`
  return now.anchor === '' || now.heading.text === '' || now.heading.slug === ''
    ? `${quote(name)} has no letter or digit, so that no link could lead to the heading.`
    : null
}

/** The anchors that change, old → new. */
const movedAnchors = (before: IdeaFile, after: IdeaFile): ReadonlyMap<string, string> =>
  new Map(
    before.headings.flatMap(({ anchor }, index) =>
      after.headings[index]!.anchor === anchor ? [] : [[anchor, after.headings[index]!.anchor] as const],
    ),
  )

const textAfter = (after: IdeaFile, index: number): string => entryText(after, after.headings[index]!)

/** The texts of the heading's entries, if they are the heading's text. */
function entryEdits({ toc, tocMatch, headings }: IdeaFile, after: IdeaFile, index: number): readonly Edit[] {
  const old = headings[index]!.heading.text
  return (toc?.entries ?? []).flatMap((entry) =>
    tocMatch?.headings.get(entry)?.index === index && isSameText(entry.text, old)
      ? [{ span: shift(entry.textSpan, toc!.at), newText: textAfter(after, index) }]
      : [],
  )
}

interface LinkTexts {
  readonly anchor: string
  readonly old: string
  readonly now: string
}

/** The text of a link, if it is exactly the heading's text: the author's own words stay. */
function textEdit(from: ListSummary, link: KnownLink, to: ListSummary, { anchor, old, now }: LinkTexts): readonly Edit[] {
  const { textSpan } = link
  if (link.anchor !== anchor || textSpan === null || !resolvesTo(link, from, to)) return []
  return from.text.slice(textSpan.start, textSpan.end) === old ? [{ span: textSpan, newText: now }] : []
}

function linkEdit(from: ListSummary, link: KnownLink, to: ListSummary, anchors: ReadonlyMap<string, string>): readonly Edit[] {
  const { anchor, span } = link
  const moved = anchor === null ? undefined : anchors.get(anchor)
  if (moved === undefined || !resolvesTo(link, from, to)) return []
  const target = from.text.slice(span.start, span.end)
  const hash = target.indexOf('#') + 1
  return [{ span: { start: span.start + hash, end: span.end }, newText: anchorLike(target.slice(hash), moved) }]
}

/** An anchor in the form of the old one: with GitHub's prefix (`user-content-`), and percent-encoded, if that was. */
function anchorLike(old: string, anchor: string): string {
  const prefix = old.startsWith(idPrefix) ? idPrefix : ''
  return prefix + (old.includes('%') ? encodeURIComponent(anchor) : entryTarget({ anchor }).slice(1))
}

const idPrefix = 'user-content-'

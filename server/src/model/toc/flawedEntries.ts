import type { Section } from '../../syntax/sections.ts'
import { singleSpaced } from '../../text/sanitize.ts'
import { type Span, shift, touches } from '../../text/span.ts'
import { lineEnd } from '../../text/textLines.ts'
import { linkDefinitionTargets } from '../blocks/linkDefinitions.ts'
import type { SourceLink } from '../blocks/links.ts'
import type { Item } from '../blocks/sectionFacts.ts'
import type { FlawedTocEntry, IdeaFile, TocHeading, TocMatch } from '../types.ts'
import { comparableAnchor, comparableText } from './comparableText.ts'
import { isTocHeading } from './tocHeadings.ts'

/** An item's block, as the readers of entries need it. */
export interface ItemBlock {
  readonly text: string
  readonly at: number
  readonly links: readonly SourceLink[]
}

/** A longer line names no heading. */
const maxLineLength = 1000

/** A checkbox and emphasis marks. */
const entryDecoration = /^(?:\[[ xX]\][ \t]{1,9})?[*_~]{0,3}/

/** Words before a link that belong to the entry: `Medium: `, `🚀 `, `1) `. */
const wordsBefore = /^[^[\]()<>`\r\n]{1,60}$/

/**
 * Reads an item that is probably meant as an entry, but is not a link to an anchor of this file: `[Harbor](harbor)`, `[Harbor] (#harbor)`,
 * `Large: [Harbor](#habror)`. Only a comparison with the headings shows whether it is one.
 */
export function readFlawedEntry({ lead }: Item, { text, at, links }: ItemBlock): FlawedTocEntry | null {
  if (!lead) return null
  const end = Math.min(lead.end, lineEnd(text, lead.start))
  if (end - lead.start > maxLineLength) return null
  const decoration = entryDecoration.exec(text.slice(lead.start, end))![0]
  const start = lead.start + decoration.length
  const link = links.find(({ span }) => span.start >= start && span.start < end)
  const found =
    (link?.form === 'link' && flawedLink(link, text, start)) ||
    flawedSource(text.slice(start, end), flawSpanFrom(start), link !== undefined)
  if (!found) return null
  const span = found.fix === 'link' ? flawSpanWithMarks(text, found.span, decoration) : found.span
  return { ...found, span: shift(span, at), textSpan: found.textSpan && shift(found.textSpan, at) }
}

/** The span of an entry with the emphasis marks before it if those that close them are inside: `**Harbor** (#harbor)`. */
function flawSpanWithMarks(text: string, { start, end }: Span, decoration: string): Span {
  const marks = /[*_~]*$/.exec(decoration)![0]
  return { start: marks !== '' && text.slice(start, end).includes(marks) ? start - marks.length : start, end }
}

type Flaw = FlawedTocEntry

const flawSpanFrom =
  (start: number) =>
  (from: number, to: number): Span => ({ start: start + from, end: start + to })

/** A link with a wrong target, or with words before it. */
function flawedLink(link: SourceLink, text: string, start: number): Flaw | null {
  const before = text.slice(start, link.span.start)
  if (before !== '' && !wordsBefore.test(before)) return null
  const target = text.slice(link.urlSpan.start, link.urlSpan.end)
  const hasAnchor = target.startsWith('#') && target.length > 1
  if (hasAnchor ? before === '' : !mayBeFlawedTarget(target)) return null
  return { text: singleSpaced(link.text), target, reference: null, fix: 'target', span: link.urlSpan, textSpan: link.textSpan }
}

/** ``, `#`, `sign-it`, `./sign-it`, `2026.md#sign-it`: a target that may be meant to be an anchor of this file. */
const mayBeFlawedTarget = (target: string): boolean =>
  /^(?:#|[^#:/?]*\.(?:md|markdown)#.*)?$/i.test(target) || /^(?:\.?\/)?[\p{L}\p{N}_-]+\/?#?$/u.test(target)

const bracketed = String.raw`\[((?:[^\[\]]|\[[^\[\]]*\](?:\([^()]*\))?){1,300})\]`
const sources = [
  // `[[Harbor](https://goharbor.io)](#harbor)`, `[Harbor](#har bor)`, `[Harbor]: (#harbor)`, `[Harbor](#harbor`, `[Harbor]((#harbor))`
  { pattern: new RegExp(`^${bracketed}:?[ \\t]{0,3}\\({1,2}(#[^()[\\]]{0,300})\\){0,2}`), withLinks: true },
  // `[Harbor]#harbor`, `[Harbor]: #harbor`, `[Harbor]{#harbor}`
  { pattern: new RegExp(`^${bracketed}:?[ \\t]{0,3}[{<]?(#[^\\s(){}<>[\\]]{1,300})[}>]?`), withLinks: false },
  // `(Harbor)[#harbor]`
  { pattern: /^\(([^()]{1,300})\)[ \t]{0,3}\[(#[^[\]]{0,300})\]/, withLinks: false },
  // `Harbor(#harbor)`, `[Harbor(#harbor)`, `Harbor](#harbor)`
  { pattern: /^\[?([^[\]()]{1,300}?)\]?[ \t]{0,3}\((#[^()]{0,300})\)/, withLinks: false },
  // `[Harbor](harbor`
  { pattern: /^\[([^[\]]{1,300})\]\(([^()\s]{0,300})$/, withLinks: false },
] as const

const reference = /^\[([^[\]]{1,300})\](?:\[([^[\]]{0,300})\])?(?![[(:])/

/** An entry that Markdown does not read as a link at all. */
function flawedSource(source: string, spanOf: (from: number, to: number) => Span, hasLink: boolean): Flaw | null {
  for (const { pattern, withLinks } of sources) {
    const found = hasLink && !withLinks ? null : pattern.exec(source)
    if (!found) continue
    const [whole, text = '', target = ''] = found
    const shown = text.replace(/\[([^[\]]*)\](?:\([^()]*\))?/g, '$1')
    return { text: flawedEntryWords(shown), target, reference: null, fix: 'link', span: spanOf(0, whole.length), textSpan: null }
  }
  const found = hasLink ? null : reference.exec(source)
  if (!found) return null
  const [whole, text = '', label] = found
  return {
    text: flawedEntryWords(text),
    target: '',
    reference: label || text,
    fix: 'link',
    span: spanOf(0, whole.length),
    textSpan: null,
  }
}

const flawedEntryWords = (text: string): string => singleSpaced(text.replace(/\\([[\]()*_`])/g, '$1').replace(/[*`~]/g, ''))

interface FlawedTargets {
  readonly headings: readonly TocHeading[]
  /** Headings that a proper entry is about. */
  readonly isTaken: (placed: TocHeading) => boolean
  /** Anchors that are not those of headings. */
  readonly anchors: readonly string[]
  readonly sections: () => Iterable<Section>
}

/** The headings of projects and ideas that flawed entries are about; items that are about none are not meant as entries. */
export function matchFlawed(
  flawed: readonly FlawedTocEntry[],
  { headings, isTaken, anchors, sections }: FlawedTargets,
): TocMatch['flawed'] {
  const found = new Map<FlawedTocEntry, TocHeading>()
  if (flawed.length === 0) return found
  const free = headings.filter((placed) => isTocHeading(placed) && !isTaken(placed))
  const live = new Set([...headings.map(({ anchor }) => anchor), ...anchors])
  const definitions = flawed.some((each) => each.reference !== null)
    ? linkDefinitionTargets(sections())
    : new Map<string, string>()
  const taken = new Set<TocHeading>()
  const claim = (keyOf: (entry: FlawedTocEntry) => string, headingKey: (placed: TocHeading) => string): void => {
    const byKey = new Map(
      free
        .filter((placed) => !taken.has(placed))
        .toReversed()
        .map((placed) => [headingKey(placed), placed]),
    )
    for (const entry of flawed) {
      const placed = found.has(entry) ? undefined : byKey.get(keyOf(entry))
      if (placed === undefined || taken.has(placed) || flawedEntryWorks(entry, live, definitions)) continue
      found.set(entry, placed)
      taken.add(placed)
    }
  }
  claim(
    ({ text }) => comparableText(text),
    ({ heading }) => comparableText(heading.text),
  )
  claim(flawedTargetSlug, ({ anchor }) => anchor.toLowerCase())
  return found
}

/** `#Sign-It`, `sign-it/`, `2026.md#sign-it`, `# sign it` → `sign-it`. */
const flawedTargetSlug = ({ target }: FlawedTocEntry): string =>
  comparableAnchor(target.replace(/^[^#]*(?=#.)/, ''))
    .replace(/^[./#\s]+|[/#\s]+$/g, '')
    .replace(/\s+/g, '-')
    .toLowerCase()

/** Whether the link of an entry leads somewhere after all. */
function flawedEntryWorks(
  { fix, target, reference }: FlawedTocEntry,
  live: ReadonlySet<string>,
  definitions: ReadonlyMap<string, string>,
): boolean {
  const isLive = (written: string): boolean => {
    const hash = written.indexOf('#')
    return hash >= 0 && live.has(comparableAnchor(written.slice(hash + 1)))
  }
  if (reference === null) return fix === 'target' && isLive(target)
  const defined = definitions.get(singleSpaced(reference).toLowerCase())
  return defined !== undefined && (!defined.startsWith('#') || isLive(defined))
}

/** The flawed entry at an offset of the file, as `[Sign it](sign-it)`: the index of its heading, and where its text is in the file. */
export function flawedTocEntryAt(
  { toc, tocMatch }: IdeaFile,
  offset: number,
): { readonly index: number; readonly origin: Span } | null {
  if (toc === null || tocMatch === null) return null
  for (const [{ span, textSpan }, { index }] of tocMatch.flawed) {
    const whole = { start: Math.min(span.start, textSpan?.start ?? span.start), end: Math.max(span.end, textSpan?.end ?? 0) }
    if (touches(shift(whole, toc.at), offset)) return { index, origin: shift(textSpan ?? span, toc.at) }
  }
  return null
}

import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import { shift } from '../../text/span.ts'
import type { Heading, PlacedHeading, PlacedIdea } from '../types.ts'
import { type LabelContext, labelContext } from './effectiveLabels.ts'
import type { FrontMatter } from './frontMatterFields.ts'
import { matterDrafts, matterMentors, titleInMatter } from './frontMatterIdea.ts'
import { labelsOfHeadingParts, type Part, type PlacedLabel } from './headingParts.ts'
import { plainLabelText } from './labelKey.ts'
import { learnedFieldDrafts, learnedSectionText } from './learnedFields.ts'
import { readLearnedIdea } from './learnedIdea.ts'

/** A file that is one idea, or its part that is: from `start` to before `end`, by index. */
export interface OneIdeaParts {
  /** The part whose heading is the title, even if the front matter has it, too; -1 if there is none. */
  readonly title: number
  readonly start: number
  readonly end: number
  /** All parts of the file; the highest headings below the title are labels, whatever their words are. */
  readonly parts: readonly Part[]
  /** All labels of the idea. */
  readonly labels: readonly PlacedLabel[]
}

interface FileParts {
  readonly parts: readonly Part[]
  readonly frontMatter: FrontMatter | null
}

/** The parts of a file that is one idea. */
export function oneIdeaParts(text: string, { parts, frontMatter }: FileParts, found: number): OneIdeaParts {
  const firstHeading = parts.findIndex(({ level }) => level > 0)
  const titled = titleInMatter(text, frontMatter)
  const isRepeated = titled !== null && plainLabelText(titled.text) === plainLabelText(parts[firstHeading]?.text ?? '')
  const title = found < 0 && (titled === null || isRepeated) ? firstHeading : found
  // what is before the title, or after it at its level, belongs to the idea only if the file has front matter
  const start = frontMatter === null ? Math.max(0, title) : 0
  const { level } = parts[title] ?? { level: 0 }
  const next = found < 0 ? -1 : parts.findIndex((part) => part.index > title && part.level <= level && !part.isLabel)
  const end = next < 0 ? parts.length : next
  const isBelow = (part: Part): boolean => part.level > 0 && part.index !== title && part.index >= start && part.index < end
  const top = parts.reduce((highest, part) => (isBelow(part) && part.level < highest ? part.level : highest), 7)
  const isLabelBelow = (part: Part): boolean => isBelow(part) && part.level === top && isLabelPhrase(part.text)
  const labelled = parts.map((part) => {
    const isLabel = part.index === title && isRepeated ? false : part.isLabel || isLabelBelow(part)
    return isLabel === part.isLabel ? part : { ...part, isLabel }
  })
  const bodyStart = frontMatterEnd(text)
  const labels = labelsOfHeadingParts(labelled).filter(
    ({ part, labelSpan }) => part >= start && part < end && parts[part]!.at + labelSpan.start >= bodyStart,
  )
  return { title, start, end, parts: labelled, labels }
}

const maxLabelPhraseWords = 7

const isLabelPhrase = (heading: string): boolean =>
  plainLabelText(heading).split(' ').length <= maxLabelPhraseWords && !/[.!?]$|[:：]\s*\S/.test(heading)

/** By which the labels of one idea are fields: those with a role, emphasized lines, and headings. */
export function oneIdeaContext(labels: readonly PlacedLabel[]): LabelContext {
  const isKnown = ({ role, form, isEmphasized }: PlacedLabel): boolean =>
    role !== null || form === 'heading' || (form === 'ownLine' && isEmphasized)
  return labelContext(labels, new Set(labels.filter(isKnown).map(({ key }) => key)))
}

/** Reads a file that is one idea: its fields are keys of the front matter and labels of its text. */
export function readOneIdeaFile(
  text: string,
  { title, start, end, parts, labels }: OneIdeaParts,
  frontMatter: FrontMatter | null,
  headings: readonly (PlacedHeading | null)[],
): PlacedIdea {
  const own = parts.slice(start, end)
  const at = frontMatter === null ? (own[0]?.at ?? 0) : 0
  const before = frontMatter === null ? '' : text.slice(0, own[0]?.at ?? 0)
  const shown = before + own.map(learnedSectionText).join('')
  const body = learnedFieldDrafts(parts, labels, oneIdeaContext(labels), { at, own, shown })
  const placed = headings[title] ?? null
  const titled = titleInMatter(text, frontMatter)
  return {
    at,
    anchor: titled === null ? (placed?.anchor ?? null) : null,
    idea: readLearnedIdea({
      heading: titled ?? (placed && shiftedHeading(placed, at)),
      shown,
      fields: [...matterDrafts(frontMatter), ...body],
      mentors: matterMentors(frontMatter),
    }),
  }
}

const shiftedHeading = ({ heading, at }: PlacedHeading, ideaAt: number): Heading =>
  at === ideaAt ? heading : { ...heading, span: shift(heading.span, at - ideaAt), textSpan: shift(heading.textSpan, at - ideaAt) }

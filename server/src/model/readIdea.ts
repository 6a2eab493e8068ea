import { withoutComments } from './blocks/comments.ts'
import { htmlLinks, isWebLink, lfxProjectOfLink, type SourceLink, uniqueLinks } from './blocks/links.ts'
import { type PlacedFact, placedIdeaStarts, placeFactComments, placeFacts, placeLinks } from './blocks/placedFacts.ts'
import type { SectionFacts } from './blocks/sectionFacts.ts'
import { comparisonKeys } from './fields/comparisonKeys.ts'
import { fieldsWithKey, type ParsedField, readFields } from './fields/readFields.ts'
import { defaultSizeWords, readSize } from './fields/sizes.ts'
import { readSkills } from './fields/skills.ts'
import { limitValueParts, type ValuePart } from './fields/valueParts.ts'
import { isPrimaryMentorAlias } from './labels/aliases.ts'
import { mentorsOfParts } from './mentors/mentorItems.ts'
import type { Heading, Idea, Labels, Link, Mentor, SizeWord, Skill } from './types.ts'

/** The sections that make one idea. */
export interface IdeaParts {
  readonly sections: readonly SectionFacts[]
  /** How many blocks of the first section are before the idea, if it has no heading: they belong to the project. */
  readonly skip: number
}

/** The words of a programme: the labels of its fields and its words for sizes. */
export interface Vocabulary {
  readonly labels: Labels | undefined
  readonly sizes: readonly SizeWord[]
}

const defaultVocabulary: Vocabulary = { labels: undefined, sizes: defaultSizeWords }

/** An idea's fields with what their values are read from; all spans count from the idea's start. */
export interface IdeaFields {
  /** The idea's text, with spaces for its comments. */
  readonly shown: string
  readonly facts: readonly PlacedFact[]
  readonly fields: readonly ParsedField[]
  readonly links: readonly SourceLink[]
}

/** The first half of `readIdea`: everything before the values. */
export function readIdeaBeforeValues({ sections, skip }: IdeaParts, vocabulary: Vocabulary): IdeaFields {
  const offset = sections[0]?.section.blocks[skip]?.at ?? 0
  const starts = placedIdeaStarts(sections, offset)
  const facts = placeFacts(sections, starts).slice(skip)
  const text = sections
    .flatMap(({ section }) => section.blocks.map((block) => block.text))
    .slice(skip)
    .join('')
  const shown = withoutComments(text, placeFactComments(facts))
  return { shown, facts, fields: readFields(shown, facts, vocabulary), links: placeLinks(facts) }
}

/** Reads an idea from its sections only; all spans count from its first block. */
export function readIdea({ sections, skip }: IdeaParts, vocabulary: Vocabulary = defaultVocabulary): Idea {
  const { shown, facts, fields, links } = readIdeaBeforeValues({ sections, skip }, vocabulary)
  const heading = skip === 0 ? (sections[0]?.heading ?? null) : null
  const size = fields.find(({ field }) => field.key === 'size')
  const parts = {
    fields: fields.map(({ field }) => field),
    // a field may be nested in another: mentors are in the order of the text nevertheless
    mentors: fieldsWithKey(fields, 'mentors')
      .flatMap((found) => readIdeaMentors(shown, found, links))
      .sort((a, b) => a.span.start - b.span.start),
    upstream: uniqueLinks(fieldsWithKey(fields, 'upstreamIssue').flatMap((found) => upstreamLinksOfIdea(shown, found, links))),
    lfx: fieldsWithKey(fields, 'lfxUrl').flatMap((found) => webLinksOfIdea(found, links))[0] ?? lfxLinkOfHeading(heading, links),
  }
  return {
    heading,
    length: shown.length,
    ...parts,
    keys: comparisonKeys(shown, parts),
    size: size ? readSize(shown, size.field.valueSpan, vocabulary.sizes) : null,
    skills: fieldsWithKey(fields, 'recommendedSkills').flatMap((found) => readIdeaSkills(shown, found)),
    empty: facts.slice(heading ? 1 : 0).every(({ fact }) => fact.kind === 'blank' || fact.kind === 'html'),
  }
}

/** How much of a mentors field is read, each part and in all (UTF-16): more than any list needs, even if a book is pasted there. */
const maxPartLength = 2000
const maxMentorsLength = 8000

function readIdeaMentors(text: string, { field, parts }: ParsedField, links: readonly SourceLink[]): readonly Mentor[] {
  const all = limitValueParts(
    parts.filter(({ kind }) => kind !== 'rest'),
    maxPartLength,
    maxMentorsLength,
  )
  const isOnLabelsLine = ({ span }: ValuePart): boolean => !/[\r\n]/.test(text.slice(field.labelSpan.end, span.start))
  // in paragraphs around a list of people only names with a contact are mentors: the rest is prose
  const around = all.some(({ kind }) => kind === 'item')
    ? all.filter((part) => part.kind === 'line' && !isOnLabelsLine(part))
    : []
  const found = [
    ...mentorsOfParts(
      text,
      all.filter((part) => !around.includes(part)),
      links,
    ),
    ...mentorsOfParts(text, around, links).filter(({ handle, emailSpan }) => handle !== null || emailSpan !== null),
  ]
  return isPrimaryMentorAlias(field.label)
    ? found.map((mentor, index) => (index === 0 ? { ...mentor, primary: true } : mentor))
    : found
}

/** The web links in a field's value, in the order of the text. */
const webLinksOfIdea = ({ field }: ParsedField, links: readonly SourceLink[]): readonly Link[] =>
  links
    .filter(({ url, urlSpan: { start, end } }) => isWebLink(url) && start >= field.valueSpan.start && end <= field.valueSpan.end)
    .map(({ url, text, span }) => ({ url, text, span }))

/** `#### [Title](https://mentorship.lfx…/project/…)`: accepted ideas may be linked to their page by their heading. */
function lfxLinkOfHeading(heading: Heading | null, links: readonly SourceLink[]): Link | null {
  const found = heading && links.find(({ url, urlSpan }) => urlSpan.end <= heading.span.end && lfxProjectOfLink(url) !== null)
  return found ? { url: found.url, text: found.text, span: found.span } : null
}

/** The web links of an upstream field including `<a href>`, in the order of the text. */
const upstreamLinksOfIdea = (text: string, found: ParsedField, links: readonly SourceLink[]): readonly Link[] =>
  [...webLinksOfIdea(found, links), ...htmlLinks(text, found.field.valueSpan)].sort((a, b) => a.span.start - b.span.start)

/** One entry per list item. Text on the label line, or ending in a colon, is an introduction: used only if there are no items. */
function readIdeaSkills(text: string, { parts }: ParsedField): readonly Skill[] {
  const items = parts.filter(({ kind, span }) => kind === 'item' && !/[:：][*_]{0,3}$/.test(text.slice(span.start, span.end)))
  const shown = items.length > 0 ? items : parts.filter(({ kind }) => kind !== 'rest')
  return shown.flatMap(({ kind, span }) => readSkills(text, span, kind === 'item'))
}

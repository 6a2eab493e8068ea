import type { SectionFacts } from './facts.ts'
import { placeFacts, placeLinks, type ReadField, readFields } from './fields.ts'
import { isPrimaryLabel } from './labels.ts'
import { isWeb, type SourceLink } from './links.ts'
import { readMentors } from './mentors.ts'
import { readSize } from './sizes.ts'
import { readSkills } from './skills.ts'
import type { FieldKey, Idea, Link, Mentor, Skill } from './types.ts'

/** The sections that make one idea. */
export interface IdeaParts {
  readonly sections: readonly SectionFacts[]
  /** Blocks of the first section that come before the idea: those of the project heading that it stands under. */
  readonly skip: number
}

/** Reads an idea from its sections alone; all spans count from its first block. */
export function readIdea({ sections, skip }: IdeaParts): Idea {
  const [first] = sections
  const offset = first?.section.blocks[skip]?.at ?? 0
  const starts = startsOf(sections, offset)
  const facts = placeFacts(sections, starts).slice(skip)
  const text = sections
    .flatMap(({ section }) => section.blocks.map((block) => block.text))
    .slice(skip)
    .join('')
  const fields = readFields(text, facts)
  const links = placeLinks(facts)
  const heading = skip === 0 ? (first?.heading ?? null) : null
  const size = fields.find(({ field }) => field.key === 'size')
  return {
    heading,
    length: text.length,
    fields: fields.map(({ field }) => field),
    mentors: of(fields, 'mentors').flatMap((found) => mentorsOf(text, found, links)),
    size: size ? readSize(text, size.field.valueSpan) : null,
    upstream: unique(of(fields, 'upstreamIssue').flatMap((found) => webLinks(found, links))),
    lfx: of(fields, 'lfxUrl').flatMap((found) => webLinks(found, links))[0] ?? null,
    skills: of(fields, 'recommendedSkills').flatMap((found) => skillsOf(text, found)),
    empty: facts.slice(heading ? 1 : 0).every(({ fact }) => fact.kind === 'blank' || fact.kind === 'html'),
  }
}

function startsOf(sections: readonly SectionFacts[], offset: number): readonly number[] {
  let at = -offset
  return sections.map(({ section }) => {
    const start = at
    at += section.length
    return start
  })
}

const of = (fields: readonly ReadField[], key: FieldKey): readonly ReadField[] => fields.filter(({ field }) => field.key === key)

function mentorsOf(text: string, { field, parts }: ReadField, links: readonly SourceLink[]): readonly Mentor[] {
  const found = parts.flatMap(({ kind, span }) =>
    readMentors(
      text,
      { span, one: kind === 'item' },
      links.filter((link) => link.span.start >= span.start && link.span.end <= span.end),
    ),
  )
  return isPrimaryLabel(field.label) ? found.map((mentor, index) => (index === 0 ? { ...mentor, primary: true } : mentor)) : found
}

/** Links of a field's value to the web, in their order. */
const webLinks = ({ field }: ReadField, links: readonly SourceLink[]): readonly Link[] =>
  links
    .filter(({ url, span }) => isWeb(url) && span.start >= field.valueSpan.start && span.end <= field.valueSpan.end)
    .map(({ url, text, span }) => ({ url, text, span }))

const unique = (links: readonly Link[]): readonly Link[] =>
  links.filter(({ url }, index) => links.findIndex((other) => other.url === url) === index)

/** Items one each; what stands on the label's own line introduces them, and counts only where there are none. */
function skillsOf(text: string, { parts }: ReadField): readonly Skill[] {
  const items = parts.filter(({ kind }) => kind === 'item')
  return (items.length > 0 ? items : parts).flatMap(({ kind, span }) => readSkills(text, span, kind === 'item'))
}

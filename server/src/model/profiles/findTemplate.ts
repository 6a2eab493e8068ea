import { type Span, shift } from '../../text/span.ts'
import type { SectionFacts } from '../blocks/sectionFacts.ts'
import type { ParsedIdeaFile, ParsedSection } from '../incremental/readState.ts'
import type { Profile, ReadOptions, Template } from '../types.ts'
import { readTemplateBlock, type TemplateBlock, templateOf } from './template.ts'

export interface FoundTemplate {
  readonly block: TemplateBlock
  /** The fenced block, in the file. */
  readonly span: Span
}

/** `Template`, `Template:`, `The template (2026)`; no name of something else, such as `template-placeholder`. */
const templateWord = /(?<![\p{L}\p{N}_-])templates?(?![\p{L}\p{N}_-])/iu

/** The first fenced block that contains an idea's form below a heading with the word "template". */
export function findTemplate(
  sections: readonly ParsedSection[],
  read: readonly SectionFacts[],
  previous: ParsedIdeaFile | null,
  { labels, profile }: ReadOptions,
): FoundTemplate | null {
  for (const [index, { heading, facts, section }] of read.entries()) {
    if (!heading || !templateWord.test(heading.text)) continue
    for (const [block, fact] of facts.entries()) {
      if (fact.kind !== 'fence') continue
      const cached = previous?.templateBlock
      const template = cached?.body === fact.body ? cached : readTemplateBlock(fact.body, labels, profile)
      if (template) return { block: template, span: shift(fact.span, sections[index]!.at + section.blocks[block]!.at) }
    }
  }
  return null
}

/** A file's template. Interned: the same object while block and profile are, as findings of ideas are cached by it. */
export function findTemplateOrProfile(
  block: TemplateBlock | null,
  profile: Profile,
  previous: ParsedIdeaFile | null,
  { knowsProject }: Pick<ReadOptions, 'knowsProject'>,
): Template {
  if (!block) return profile
  const isSame =
    previous?.ideaList &&
    previous.templateBlock === block &&
    previous.profile === profile &&
    previous.knowsProject === knowsProject
  return isSame ? previous.statedTemplate : templateOf(block, profile, knowsProject)
}

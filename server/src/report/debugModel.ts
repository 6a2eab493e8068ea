import type { Fact, Item, SectionFacts } from '../model/blocks/sectionFacts.ts'
import type { ParsedIdeaFile } from '../model/incremental/readState.ts'
import type { Label } from '../model/labels/labelSyntax.ts'
import { tokenize } from '../model/mentors/tokens.ts'
import { ideaNodeSpan } from '../model/nodeAt.ts'
import { cachedIdeaAt } from '../model/outline/assembleProjects.ts'
import { detectHeadingLevels } from '../model/outline/headingLevels.ts'
import { sectionsForRoles } from '../model/outline/listEvidence.ts'
import { type DecidedRole, decideSectionRoles } from '../model/outline/sectionRoles.ts'
import { formSourceOf } from '../model/profiles/formSource.ts'
import { profileByPath } from '../model/profiles/profiles.ts'
import { templateVocabulary } from '../model/profiles/template.ts'
import { type IdeaFields, readIdeaBeforeValues } from '../model/readIdea.ts'
import type { PlacedIdea } from '../model/types.ts'
import { pluralize, truncate } from '../text/wording.ts'
import { findingLineIndex } from './findings.ts'

/** A label in a section: `- Mentors:` → line, text `Mentors`, key `mentors`, mark `colon`. */
export interface DebugLabel {
  /** 1-based, as all lines here. */
  readonly line: number
  readonly text: string
  readonly key: string | null
  readonly mark: Label['mark']
}

/** A part of a mentors field's value, cut into tokens. */
export interface DebugMentors {
  readonly line: number
  readonly tokens: readonly { readonly kind: string; readonly value: string }[]
}

/** A section with the case that decided its role; the role is null in a file that is not an idea list. */
export interface DebugSection {
  readonly line: number
  /** `## Kubernetes`; null before the first heading. */
  readonly heading: string | null
  readonly decided: DecidedRole | null
  readonly labels: readonly DebugLabel[]
  /** Of the idea that begins in the section. */
  readonly mentors: readonly DebugMentors[]
}

/** What the reader decided, and why: for the hidden command `idea-files debug`. */
export interface DebugModel {
  readonly summary: string
  readonly sections: readonly DebugSection[]
}

/** Explains how a file was read: all of it, or the section with the 1-based `line`. */
export function debugModel(file: ParsedIdeaFile, line: number | null): DebugModel {
  const lines = findingLineIndex(file.text)
  const lineOf = (offset: number): number => lines.positionAt(offset).line + 1
  const roles = debugRoles(file)
  const ideas = new Map(
    file.projects.flatMap((project) => project.ideas).map((placed) => [debugIdeaSectionIndex(file, placed), placed]),
  )
  const sections = file.sections.map(({ at, facts }, index): DebugSection => {
    const heading = facts?.heading ?? null
    const idea = ideas.get(index)
    return {
      line: lineOf(at),
      heading: heading && `${'#'.repeat(heading.level)} ${truncate(heading.text)}`,
      decided: roles[index] ?? null,
      labels: facts ? debugLabelsInSection(facts).map(({ offset, label }) => describeDebugLabel(label, lineOf(at + offset))) : [],
      mentors: idea ? debugMentors(file, index, idea, lineOf) : [],
    }
  })
  const chosen = line === null ? sections : sections.filter((_, index) => debugContainsLine(sections, index, line))
  return { summary: debugSummary(file, lineOf), sections: chosen }
}

const debugContainsLine = (sections: readonly DebugSection[], index: number, line: number): boolean =>
  sections[index]!.line <= line && line < (sections[index + 1]?.line ?? Number.POSITIVE_INFINITY)

/** The index of the section in which an idea begins. */
const debugIdeaSectionIndex = ({ sections }: ParsedIdeaFile, placed: PlacedIdea): number =>
  sections.findLastIndex(({ at }) => at <= ideaNodeSpan(placed).start)

/** The roles again, with the names of their cases; empty for a file that is not an idea list. */
function debugRoles(file: ParsedIdeaFile): readonly DecidedRole[] {
  if (!file.ideaList) return []
  const read = file.sections.map(({ facts }) => facts!)
  const hasTemplate = file.templateBlock !== null
  const inProgramme = profileByPath(file.path) !== null
  const forRoles = sectionsForRoles(read, { hasTemplate, inProgramme, claimed: file.claimed }) ?? read
  const isProgramme = hasTemplate || inProgramme || file.options.profile !== undefined
  const levels = detectHeadingLevels(forRoles, file.template, file.templateBlock)
  return decideSectionRoles(forRoles, levels, { knowsProject: file.knowsProject, isProgramme })
}

function debugSummary(file: ParsedIdeaFile, lineOf: (offset: number) => number): string {
  if (!file.ideaList) return 'not an idea list'
  const template = file.templateSpan ? `template at line ${lineOf(file.templateSpan.start)}` : 'no template'
  const toc = file.toc ? `table of contents at line ${lineOf(file.toc.at + file.toc.span.start)}` : 'no table of contents'
  const levels = `projects at level ${file.projectLevel}, ideas at level ${file.ideaLevel}`
  return [describeDebugSource(file), levels, template, toc].join(' · ')
}

/** `profile gsoc`, `profile docs of the configuration file`, `learned from its 14 ideas` */
function describeDebugSource(file: ParsedIdeaFile): string {
  const source = formSourceOf(file)
  if (source.kind === 'learned') return `learned from its ${pluralize(source.ideas, 'idea')}`
  return `profile ${file.profile.id}${source.kind === 'configuration' ? ' of the configuration file' : ''}`
}

interface FoundLabel {
  /** Counted from the section's start. */
  readonly offset: number
  readonly label: Label
}

const debugLabelsInSection = ({ section, facts }: SectionFacts): readonly FoundLabel[] =>
  facts.flatMap((fact, index) =>
    debugFactLabels(fact).map((label) => ({ offset: section.blocks[index]!.at + label.span.start, label })),
  )

function debugFactLabels(fact: Fact): readonly Label[] {
  if (fact.kind === 'paragraph') return fact.labels
  return fact.kind === 'item' ? debugItemLabels(fact.item) : []
}

const debugItemLabels = ({ label, laterLabels, children }: Item): readonly Label[] => [
  ...(label ? [label] : []),
  ...laterLabels,
  ...children.flatMap(debugItemLabels),
]

const describeDebugLabel = ({ text, key, mark }: Label, line: number): DebugLabel => ({ line, text, key, mark })

function debugMentors(
  file: ParsedIdeaFile,
  index: number,
  placed: PlacedIdea,
  lineOf: (offset: number) => number,
): readonly DebugMentors[] {
  const cached = cachedIdeaAt(file.sections[index]!.facts!)
  if (cached?.idea !== placed.idea) return []
  return debugMentorTokens(readIdeaBeforeValues(cached, templateVocabulary(file.options.labels, file.profile))).map(
    ({ start, tokens: found }) => ({
      line: lineOf(placed.at + start),
      tokens: found,
    }),
  )
}

const debugMentorTokens = ({ shown, fields, links }: IdeaFields) =>
  fields
    .filter(({ field }) => field.key === 'mentors')
    .flatMap(({ parts }) => parts.filter(({ kind }) => kind !== 'rest'))
    .map(({ kind, span }) => {
      const within = links.filter((link) => link.span.start >= span.start && link.span.end <= span.end)
      const found = tokenize(shown, { span, isSingleItem: kind === 'item' }, within)
      return { start: span.start, tokens: found.map(({ kind: token, value }) => ({ kind: token, value })) }
    })

/** The model as text: one line for each section, label and part of a mentors field. */
export function debugModelText({ summary, sections }: DebugModel): string {
  const lines = sections.flatMap(({ line, heading, decided, labels, mentors }) => [
    `${line}: ${heading ?? '(no heading)'}${decided ? ` → ${decided.role} (${decided.name})` : ''}`,
    ...labels.map((label) => `  ${label.line}: label "${truncate(label.text)}" → ${label.key ?? 'unknown'} (${label.mark})`),
    ...mentors.map((part) => `  ${part.line}: mentors ${part.tokens.map(debugTokenText).join(' ')}`),
  ])
  return `${[summary, ...lines].join('\n')}\n`
}

const debugTokenText = ({ kind, value }: DebugMentors['tokens'][number]): string => `[${kind} ${truncate(value)}]`

import { hasIdeaFields, hasNoContentInFacts } from '../blocks/sectionContent.ts'
import type { SectionFacts } from '../blocks/sectionFacts.ts'
import { headingName, isEmptyHeading } from './headingName.ts'
import { isMisplacedProjectInScope, type Outline } from './listScope.ts'
import { isExplanationTitle, isInstructionTitle, isSampleTitle, maxProjectNameWords } from './titleWords.ts'

/**
 * What a section is in the list. `project` may contain fields of an idea without a heading, as does `fields` under a heading of
 * neither; `part` belongs to the idea above it.
 */
export type SectionRole = 'project' | 'idea' | 'part' | 'fields' | 'other'

/** One case of the decision list: `name` is what `idea-files debug` prints. */
export interface RoleDecision {
  readonly name: string
  readonly when: (section: RoleEvidence) => boolean
  readonly role: SectionRole
}

/** An outline with what holds for all of its sections. */
export interface RoleContext extends Outline {
  /** Whether the list's projects are known ones for the most part. Computed once, when a section needs it. */
  readonly mostProjectsAreKnown: () => boolean
  /** Whether only one section looks like an idea, in a file that may be about something else. */
  readonly isOnlyIdea: boolean
}

/** What the decisions look at in one section with a heading. Each property is computed when a decision reads it. */
export class RoleEvidence {
  private readonly context: RoleContext
  private readonly index: number
  /** Roles of all sections before this one. */
  private readonly before: readonly SectionRole[]

  constructor(context: RoleContext, index: number, before: readonly SectionRole[]) {
    this.context = context
    this.index = index
    this.before = before
  }

  private get section(): SectionFacts {
    return this.context.sections[this.index]!
  }

  private get level(): number {
    return this.section.heading!.level
  }

  private get nextLevel(): number {
    return this.context.sections[this.index + 1]?.heading?.level ?? 0
  }

  /** The heading's text, or that of its image. */
  get title(): string {
    return headingName(this.section.heading!)
  }

  get isEmptyHeading(): boolean {
    return isEmptyHeading(this.section.heading!)
  }

  get isDeeperThanIdeas(): boolean {
    return this.level > this.context.levels.idea
  }

  get isAtIdeaLevel(): boolean {
    return this.level === this.context.levels.idea
  }

  /** Between the levels of projects and ideas, where a template leaves room. */
  get isBelowProjectLevel(): boolean {
    return this.level > this.context.levels.project
  }

  get isAboveProjectLevel(): boolean {
    return this.level < this.context.levels.project
  }

  get hasAnyField(): boolean {
    return this.section.keys.size > 0
  }

  /** As many known fields as make an idea. */
  get hasFields(): boolean {
    return hasIdeaFields(this.section)
  }

  /** Whether the section before belongs to an idea. */
  get isAfterIdea(): boolean {
    const last = this.before.at(-1)
    return last === 'idea' || last === 'part'
  }

  get repeatsFields(): boolean {
    return repeatsFields(this.context.sections, this.index, this.before)
  }

  get isMisplacedProject(): boolean {
    return isMisplacedProjectInScope(this.context, this.index)
  }

  get isKnownProject(): boolean {
    return this.context.knowsProject(this.title)
  }

  get isInstruction(): boolean {
    return isInstructionTitle(this.title)
  }

  get isExplanation(): boolean {
    return isExplanationTitle(this.title)
  }

  /** More words than the names of projects have. */
  get isLongTitle(): boolean {
    return this.title.split(/\s+/).length > maxProjectNameWords
  }

  get hasNoContent(): boolean {
    return hasNoContentInFacts(this.section)
  }

  get isOnlyIdea(): boolean {
    return this.context.isOnlyIdea
  }

  get mostProjectsAreKnown(): boolean {
    return this.context.mostProjectsAreKnown()
  }

  get nextIsDeeperThanIdeas(): boolean {
    return this.nextLevel > this.context.levels.idea
  }

  get nextIsAtIdeaLevel(): boolean {
    return this.nextLevel === this.context.levels.idea
  }

  get nextIsBelowProjectLevel(): boolean {
    return this.nextLevel > this.context.levels.project
  }

  get nextHasFields(): boolean {
    const next = this.context.sections[this.index + 1]
    return next !== undefined && hasIdeaFields(next)
  }
}

/** A description, mentors or an outcome; an issue and skills alone may be those of first tasks and the like. */
const describesIdea = ({ keys }: SectionFacts): boolean =>
  keys.has('description') || keys.has('mentors') || keys.has('expectedOutcome') || keys.size > 3

/** Whether a section is a whole idea and not a part of the one above, because it has a field which that one has, too. */
function repeatsFields(sections: readonly SectionFacts[], index: number, before: readonly SectionRole[]): boolean {
  if (!hasIdeaFields(sections[index]!) || !describesIdea(sections[index]!)) return false
  const { keys } = sections[index]!
  for (let above = index - 1; above >= 0; above--) {
    if ([...sections[above]!.keys].some((key) => keys.has(key))) return true
    if (before[above] !== 'part') return false
  }
  return false
}

/**
 * The first case that applies decides (`docs/spec.md#levels`). In the examples projects are `##` and ideas are `###`; `+2` is a
 * section with two known fields.
 */
export const roleDecisions: readonly RoleDecision[] = [
  // `# Kubernetes` or `### Kubernetes`, then `### Idea +2`
  { name: 'known project at another level', when: (e) => e.isMisplacedProject, role: 'project' },

  // `### Idea +2`, then `#### Milestones`
  { name: 'below an idea', when: (e) => e.isDeeperThanIdeas && e.isAfterIdea && !e.repeatsFields, role: 'part' },
  // `### Idea +2`, then `#### Other idea +2` with the same fields
  { name: 'idea at a deeper level', when: (e) => e.isDeeperThanIdeas && e.hasFields, role: 'idea' },
  { name: 'deeper, in no idea', when: (e) => e.isDeeperThanIdeas, role: 'other' },

  // `### Idea`, then `- Mentors: …`
  { name: 'idea level with a field', when: (e) => e.isAtIdeaLevel && e.hasAnyField, role: 'idea' },
  // `### Area`, then `#### Idea +2`
  {
    name: 'idea level, a heading over a deeper idea',
    when: (e) => e.isAtIdeaLevel && e.nextIsDeeperThanIdeas && e.nextHasFields,
    role: 'other',
  },
  // `### Timeline`
  { name: 'idea level, title of instructions', when: (e) => e.isAtIdeaLevel && e.isInstruction, role: 'other' },
  // `###`
  { name: 'idea level, empty heading', when: (e) => e.isAtIdeaLevel && e.isEmptyHeading, role: 'other' },
  // `### Our community`, then prose, in a README with one idea
  {
    name: 'prose next to the only idea of a page',
    when: (e) => e.isAtIdeaLevel && e.isOnlyIdea && !e.hasNoContent,
    role: 'other',
  },
  // `### New idea`
  { name: 'idea level', when: (e) => e.isAtIdeaLevel, role: 'idea' },

  // with projects at `#`: `## Idea +2`
  { name: 'between the levels, with fields', when: (e) => e.isBelowProjectLevel && e.hasFields, role: 'idea' },
  { name: 'between the levels', when: (e) => e.isBelowProjectLevel, role: 'other' },

  // `## How to propose ideas +2`
  { name: 'fields that are explained', when: (e) => e.hasFields && e.isExplanation, role: 'other' },
  // `## Project ideas +2`
  { name: 'fields under a title of the list', when: (e) => e.hasFields && e.isInstruction, role: 'fields' },

  // `# Idea +2`
  { name: 'above projects, with fields', when: (e) => e.isAboveProjectLevel && e.hasFields, role: 'idea' },
  // `# CNCF`
  { name: 'above projects', when: (e) => e.isAboveProjectLevel, role: 'other' },

  // `##`, a project that is being typed
  { name: 'project level, empty heading', when: (e) => e.isEmptyHeading && !e.hasFields, role: 'other' },
  // `## Kubernetes: benchmarks of the scheduler +2`, with no idea below
  {
    name: 'title that begins with a project, with fields',
    when: (e) => e.hasFields && e.isLongTitle && /[:：]\s/.test(e.title) && !e.nextIsAtIdeaLevel,
    role: 'idea',
  },
  // `## Sample:`, then `### Kubernetes`
  { name: 'title of a sample', when: (e) => !e.hasFields && isSampleTitle(e.title), role: 'other' },
  // `## Kubernetes`
  { name: 'known project', when: (e) => e.isKnownProject, role: 'project' },
  // `## My project +2`, then `### Idea`
  {
    name: 'short name over ideas, with fields of its own',
    when: (e) => e.hasFields && !e.isLongTitle && e.nextIsAtIdeaLevel && !e.mostProjectsAreKnown,
    role: 'project',
  },
  // `## Support resumable transfers +2`
  { name: 'project level, with fields', when: (e) => e.hasFields, role: 'idea' },
  // `## Timeline`, with no idea below
  { name: 'title of instructions', when: (e) => !e.nextIsBelowProjectLevel && e.isInstruction, role: 'other' },
  // `## Make the scheduler aware of topology`, with nothing below
  {
    name: 'empty section with the title of an idea',
    when: (e) => e.isLongTitle && e.hasNoContent && !e.nextIsBelowProjectLevel,
    role: 'idea',
  },
  // `## My project`
  { name: 'project level', when: () => true, role: 'project' },
]

/** The first case that matches; the last one always does. */
export const firstRoleDecision = (evidence: RoleEvidence): RoleDecision => roleDecisions.find(({ when }) => when(evidence))!

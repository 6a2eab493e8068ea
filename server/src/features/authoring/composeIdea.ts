import { headingText } from '../../editing/headingText.ts'
import { ideaHasField } from '../../editing/ideaFields.ts'
import type { PastedField } from '../../editing/pasted/pastedValue.ts'
import type { FieldSpec, IdeaFile, Project } from '../../model/types.ts'
import { eolOf } from '../../text/textLines.ts'
import { exampleOfFieldParts, fieldParts, hasInlineMentorField, type IdeaExample, ideaFieldExample } from './ideaFieldParts.ts'
import { headingInsertionLead, insertionGapEols, projectInsertionLead } from './insertionPoint.ts'
import type { SnippetPart } from './snippet.ts'

/** The text of a new idea, without what separates it from its neighbors. */
export interface ComposedIdea {
  /** The heading of its project with the space below it; empty if the list has the project. */
  readonly projectHeading: string
  /** From the idea's heading to its last field. */
  readonly idea: readonly SnippetPart[]
}

/** Composes an idea in the list's format, with a heading of a level; `own` is its project in the list. */
export function composeIdea(
  file: IdeaFile,
  {
    project,
    title,
    values,
  }: { readonly project: string; readonly title: string; readonly values?: readonly PastedField[] | undefined },
  own: Pick<Project, 'ideas' | 'name'> | null,
  level: number,
): ComposedIdea {
  const heading = (level: number, text: string): string => `${'#'.repeat(level)} ${headingText(text)}`
  const { lead, fields } = composeIdeaFields(file, project, own, values)
  return {
    projectHeading: own === null ? `${heading(file.projectLevel, project)}${projectInsertionLead(file, eolOf(file.text))}` : '',
    idea: [`${heading(level, title)}${lead}`, ...fields],
  }
}

/** What follows the heading of a new idea: the line ends, and the fields in the list's format. `own` is its project in the list. */
export function composeIdeaFields(
  file: IdeaFile,
  project: string,
  own: Pick<Project, 'ideas' | 'name'> | null,
  values?: readonly PastedField[],
): { readonly lead: string; readonly fields: readonly SnippetPart[] } {
  const eol = eolOf(file.text)
  const template = ideaFieldExample(file)
  const example = template ?? exampleToCompose(file, own)
  const fields = fieldParts({
    example,
    template: file.template,
    fields: fieldSpecsToCompose(file),
    eol,
    project: file.profile.cncfProjects ? (own?.name ?? project) : null,
    inline: example && example.idea.mentors.length > 0 ? hasInlineMentorField(example) : file.profile.mentorsOnOneLine,
    values,
  })
  return { lead: headingInsertionLead(file, template && composedHeadingEols(template), eol), fields }
}

/** An idea that shows how the list is written: the last of the project, otherwise the first of the list. */
function exampleToCompose(file: IdeaFile, project: Pick<Project, 'ideas'> | null): IdeaExample | null {
  const hasItem = ({ idea }: Project['ideas'][number]): boolean =>
    idea.fields.some(({ shape, colon }) => shape === 'item' && colon)
  const found = project?.ideas.findLast(hasItem) ?? file.projects.flatMap(({ ideas }) => ideas).find(hasItem)
  return found ? exampleOfFieldParts(file, found) : null
}

const composedHeadingEols = ({ idea, text }: IdeaExample): number | null =>
  insertionGapEols(text, idea.heading?.span.end ?? 0, idea.fields[0]?.span.start ?? 0)[0] ?? null

/** All fields of the file's own template; of a profile those that are required, and those that half of the list's ideas have. */
function fieldSpecsToCompose({ template, templateSpan, projects }: IdeaFile): readonly FieldSpec[] {
  const ideas = projects.flatMap((project) => project.ideas)
  const isUsed = (spec: FieldSpec): boolean =>
    ideas.filter(({ idea }) => ideaHasField(idea, spec)).length * 2 >= Math.max(1, ideas.length)
  return template.fields.filter((spec) => templateSpan !== null || spec.required || isUsed(spec))
}

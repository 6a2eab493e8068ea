import { type Span, shift, touches } from '../text/span.ts'
import type { Field, IdeaFile, Link, Mentor, PlacedIdea, Project, Size, Skill, Toc, TocEntry } from './types.ts'

interface InProject {
  readonly project: Project
}

interface InIdea extends InProject {
  readonly idea: PlacedIdea
}

interface InField extends InIdea {
  readonly field: Field
}

/** What stands at a place of an idea file, from the outermost to the innermost object around it. */
export type ModelNode =
  | { readonly kind: 'outside' }
  | { readonly kind: 'template' }
  | { readonly kind: 'toc'; readonly toc: Toc }
  | { readonly kind: 'toc-entry' | 'toc-text' | 'toc-anchor'; readonly toc: Toc; readonly entry: TocEntry }
  | ({ readonly kind: 'project' | 'project-heading' } & InProject)
  | ({ readonly kind: 'idea' } & InIdea)
  | ({ readonly kind: 'idea-heading' } & InIdea)
  | ({ readonly kind: 'field' | 'field-label' | 'value' } & InField)
  | ({ readonly kind: 'size'; readonly size: Size } & InField)
  | ({ readonly kind: 'mentor'; readonly mentor: Mentor } & InField)
  | ({ readonly kind: 'skill'; readonly skill: Skill } & InField)
  | ({ readonly kind: 'link'; readonly link: Link } & InField)

/** Says what stands at `offset` (UTF-16, in the file). An offset at the end of a thing counts as in it unless another begins there. */
export function nodeAt(file: IdeaFile, offset: number): ModelNode {
  if (file.templateSpan && touches(file.templateSpan, offset)) return { kind: 'template' }
  if (file.toc && touches(tocSpan(file.toc), offset)) return inToc(file.toc, offset - file.toc.at)
  const project = innermost(file.projects, (each) => each.span, offset)
  return project ? inProject(project, offset) : { kind: 'outside' }
}

/** The whole of a table of contents with the marks around it, in the file. */
export const tocSpan = (toc: Toc): Span => shift(toc.span, toc.at)

/** The whole of an idea, in the file. */
export const ideaSpan = (idea: PlacedIdea): Span => ({ start: idea.at, end: idea.at + idea.idea.length })

function inToc(toc: Toc, offset: number): ModelNode {
  const entry = innermost(toc.entries, (each) => each.span, offset)
  if (!entry) return { kind: 'toc', toc }
  if (touches(entry.textSpan, offset)) return { kind: 'toc-text', toc, entry }
  return { kind: touches(entry.anchorSpan, offset) ? 'toc-anchor' : 'toc-entry', toc, entry }
}

function inProject(project: Project, offset: number): ModelNode {
  const heading = project.heading && shift(project.heading.heading.span, project.heading.at)
  if (heading && touches(heading, offset)) return { kind: 'project-heading', project }
  const idea = innermost(project.ideas, ideaSpan, offset)
  return idea ? inIdea(project, idea, offset - idea.at) : { kind: 'project', project }
}

function inIdea(project: Project, idea: PlacedIdea, offset: number): ModelNode {
  const { heading, fields } = idea.idea
  if (heading && touches(heading.span, offset)) return { kind: 'idea-heading', project, idea }
  const field = innermost(fields, fieldSpan, offset)
  return field ? inField({ project, idea, field }, offset) : { kind: 'idea', project, idea }
}

/** From a field's first character to its last, a value outside the list item included; counts from the idea's start. */
export const fieldSpan = (field: Field): Span => ({
  start: field.span.start,
  end: Math.max(field.span.end, field.valueSpan.end),
})

function inField(place: InField, offset: number): ModelNode {
  const { field, idea } = place
  if (touches(field.labelSpan, offset)) return { kind: 'field-label', ...place }
  if (!touches(field.valueSpan, offset) || field.valueSpan.start === field.valueSpan.end) return { kind: 'field', ...place }
  const { mentors, skills, size, upstream, lfx } = idea.idea
  const mentor = field.key === 'mentors' && innermost(mentors, spanOf, offset)
  if (mentor) return { kind: 'mentor', mentor, ...place }
  const skill = field.key === 'recommendedSkills' && innermost(skills, spanOf, offset)
  if (skill) return { kind: 'skill', skill, ...place }
  if (field.key === 'size' && size && touches(size.span, offset)) return { kind: 'size', size, ...place }
  const link = innermost(lfx ? [...upstream, lfx] : upstream, spanOf, offset)
  return link ? { kind: 'link', link, ...place } : { kind: 'value', ...place }
}

const spanOf = (thing: { readonly span: Span }): Span => thing.span

/** Of all things at an offset the one that begins last: the inner of two nested ones, the second where two meet. */
function innermost<T>(things: readonly T[], span: (thing: T) => Span, offset: number): T | undefined {
  return things.reduce<T | undefined>((best, thing) => {
    if (!touches(span(thing), offset)) return best
    return best && span(best).start > span(thing).start ? best : thing
  }, undefined)
}

import { type Span, shift, touches } from '../text/span.ts'
import type { Field, IdeaFile, Link, Mentor, PlacedIdea, Project, Size, Skill, Toc, TocEntry } from './types.ts'

interface NodeInProject {
  readonly project: Project
}

interface NodeInIdea extends NodeInProject {
  readonly idea: PlacedIdea
}

interface NodeInField extends NodeInIdea {
  readonly field: Field
}

/** The innermost part of an idea file at an offset, with the parts around it. */
export type ModelNode =
  | { readonly kind: 'outside' }
  | { readonly kind: 'template' }
  | { readonly kind: 'toc'; readonly toc: Toc }
  | { readonly kind: 'toc-entry' | 'toc-text' | 'toc-anchor'; readonly toc: Toc; readonly entry: TocEntry }
  | ({ readonly kind: 'project' | 'project-heading' } & NodeInProject)
  | ({ readonly kind: 'idea' } & NodeInIdea)
  | ({ readonly kind: 'idea-heading' } & NodeInIdea)
  | ({ readonly kind: 'field' | 'field-label' | 'value' } & NodeInField)
  | ({ readonly kind: 'size'; readonly size: Size } & NodeInField)
  | ({ readonly kind: 'mentor'; readonly mentor: Mentor } & NodeInField)
  | ({ readonly kind: 'skill'; readonly skill: Skill } & NodeInField)
  | ({ readonly kind: 'link'; readonly link: Link } & NodeInField)

/** The node at `offset` (UTF-16, in the file). The end of a node belongs to it unless another begins there. */
export function nodeAt(file: IdeaFile, offset: number): ModelNode {
  if (file.templateSpan && touches(file.templateSpan, offset)) return { kind: 'template' }
  if (file.toc && touches(tocNodeSpan(file.toc), offset)) return nodeInToc(file.toc, offset - file.toc.at)
  const project = innermostNodeAt(file.projects, (each) => each.span, offset)
  return project ? nodeInProject(project, offset) : { kind: 'outside' }
}

/** A table of contents with its markers, in the file. */
export const tocNodeSpan = (toc: Toc): Span => shift(toc.span, toc.at)

/** An idea from its heading to its end, in the file. */
export const ideaNodeSpan = (idea: PlacedIdea): Span => ({ start: idea.at, end: idea.at + idea.idea.length })

function nodeInToc(toc: Toc, offset: number): ModelNode {
  const entry = innermostNodeAt(toc.entries, (each) => each.span, offset)
  if (!entry) return { kind: 'toc', toc }
  if (touches(entry.textSpan, offset)) return { kind: 'toc-text', toc, entry }
  return { kind: touches(entry.anchorSpan, offset) ? 'toc-anchor' : 'toc-entry', toc, entry }
}

function nodeInProject(project: Project, offset: number): ModelNode {
  const heading = project.heading && shift(project.heading.heading.span, project.heading.at)
  if (heading && touches(heading, offset)) return { kind: 'project-heading', project }
  const idea = innermostNodeAt(project.ideas, ideaNodeSpan, offset)
  return idea ? nodeInIdea(project, idea, offset - idea.at) : { kind: 'project', project }
}

function nodeInIdea(project: Project, idea: PlacedIdea, offset: number): ModelNode {
  const { heading, fields } = idea.idea
  if (heading && touches(heading.span, offset)) return { kind: 'idea-heading', project, idea }
  const field = innermostNodeAt(fields, fieldNodeSpan, offset)
  return field ? nodeInField({ project, idea, field }, offset) : { kind: 'idea', project, idea }
}

/** A field with all of its value, even if that is outside its list item; counts from the idea's start. */
export const fieldNodeSpan = (field: Field): Span => ({
  start: field.span.start,
  end: Math.max(field.span.end, field.valueSpan.end),
})

function nodeInField(place: NodeInField, offset: number): ModelNode {
  const { field, idea } = place
  if (touches(field.labelSpan, offset)) return { kind: 'field-label', ...place }
  if (!touches(field.valueSpan, offset) || field.valueSpan.start === field.valueSpan.end) return { kind: 'field', ...place }
  const { mentors, skills, size, upstream, lfx } = idea.idea
  const mentor = field.key === 'mentors' && innermostNodeAt(mentors, ownNodeSpan, offset)
  if (mentor) return { kind: 'mentor', mentor, ...place }
  const skill = field.key === 'recommendedSkills' && innermostNodeAt(skills, ownNodeSpan, offset)
  if (skill) return { kind: 'skill', skill, ...place }
  if (field.key === 'size' && size && touches(size.span, offset)) return { kind: 'size', size, ...place }
  const link = innermostNodeAt(lfx ? [...upstream, lfx] : upstream, ownNodeSpan, offset)
  return link ? { kind: 'link', link, ...place } : { kind: 'value', ...place }
}

const ownNodeSpan = (thing: { readonly span: Span }): Span => thing.span

/** Of all nodes at an offset the one that begins last: the inner one of two that are nested, the second of two that are adjacent. */
function innermostNodeAt<T>(things: readonly T[], span: (thing: T) => Span, offset: number): T | undefined {
  return things.reduce<T | undefined>((best, thing) => {
    if (!touches(span(thing), offset)) return best
    return best && span(best).start > span(thing).start ? best : thing
  }, undefined)
}

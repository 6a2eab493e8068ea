import type { Hover } from 'vscode-languageserver-types'
import { type ModelNode, nodeAt } from '../../model/nodeAt.ts'
import { namedProjects, projectNameOf } from '../../model/outline/namedProjects.ts'
import type { IdeaFile } from '../../model/types.ts'
import { nothingSeen, type SeenByReview } from '../../review/reviewMemory.ts'
import type { Finding } from '../../rules/rule.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { type Span, shift, touches, trimTrailingWhitespace } from '../../text/span.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { isSameStatedProject, statedNameAt } from '../navigation/statedNames.ts'
import { toLspRange } from '../toLspRange.ts'
import type { Card } from './card.ts'
import { fieldCard } from './fieldCard.ts'
import { ideaCard } from './ideaCard.ts'
import { linkCard } from './linkCard.ts'
import { mentorCard } from './mentorCard.ts'
import { linkToIdea, plainIdea } from './placeLink.ts'
import { projectCard } from './projectCard.ts'
import { type HoverFormat, renderCard } from './renderCard.ts'
import { sizeCard } from './sizeCard.ts'
import { skillCard } from './skillCard.ts'
import { tocEntryCard } from './tocEntryCard.ts'

/** What a hover needs in addition to the file. */
export interface HoverContext {
  /** The other lists of the workspace, the newest first. */
  readonly lists: readonly ListSummary[]
  /** The findings of the file; called only if the hover shows them. */
  readonly findings: () => readonly Finding[]
  /** Whether the editor shows the findings at the mouse next to the hover. */
  readonly showsFindings?: boolean
  /** Whether the editor follows links to lines of files. */
  readonly followsFileLinks?: boolean
  /** What the last reviews saw; nothing if it is not given. */
  readonly seen?: SeenByReview
  readonly format: HoverFormat
}

/** The hover at `offset` (UTF-16, in the file); null if there is nothing to show. */
export function hover(file: IdeaFile, lines: LineIndex, offset: number, context: HoverContext): Hover | null {
  // what the editor shows at the mouse itself is not listed again
  const isListed = ({ span }: Finding): boolean => !context.showsFindings || !touches(span, offset)
  const found = hoverCardFor(nodeAt(file, offset), file, context, isListed) ?? statedProjectCard(file, offset, context)
  if (found === null || found.card === null) return null
  return {
    contents: { kind: context.format, value: renderCard(found.card, context.format) },
    range: toLspRange(lines, trimTrailingWhitespace(file.text, found.span)),
  }
}

/** A card and the text (in the file) that it is about. */
interface CardAtSpan {
  readonly card: Card | null
  readonly span: Span
}

/** The card of a project that a field or a cell names. */
function statedProjectCard(file: IdeaFile, offset: number, context: HoverContext): CardAtSpan | null {
  const stated = statedNameAt(file, offset)
  if (stated?.kind !== 'project') return null
  const isMeant = isSameStatedProject(stated.name)
  const ideas = namedProjects(file).flatMap((project) => (isMeant(project.name) ? project.ideas : []))
  const others = { lists: context.lists, link: context.followsFileLinks ? linkToIdea : plainIdea }
  return { card: projectCard(file, { name: stated.name, ideas }, others), span: stated.span }
}

function hoverCardFor(
  place: ModelNode,
  file: IdeaFile,
  context: HoverContext,
  isListed: (finding: Finding) => boolean,
): CardAtSpan | null {
  const others = { lists: context.lists, link: context.followsFileLinks ? linkToIdea : plainIdea }
  switch (place.kind) {
    case 'mentor':
      return {
        card: mentorCard(file, place, {
          seen: nothingSeen,
          ...context,
          ...others,
          findings: () => context.findings().filter(isListed),
        }),
        span: shift(place.mentor.span, place.idea.at),
      }
    case 'project-heading': {
      const { heading } = place.project
      return heading && { card: projectCard(file, place.project, others), span: shift(heading.heading.span, heading.at) }
    }
    case 'idea-heading': {
      const { heading } = place.idea.idea
      const card = ideaCard(projectNameOf(file, place.idea), place.idea, context.findings(), { ...others, isListed })
      return heading && { card, span: shift(heading.span, place.idea.at) }
    }
    case 'field-label':
      return { card: fieldCard(file, place.field), span: shift(place.field.labelSpan, place.idea.at) }
    case 'size':
      return { card: sizeCard(file, place.size), span: shift(place.size.span, place.idea.at) }
    case 'skill':
      return { card: skillCard(file, place.skill, others), span: shift(place.skill.span, place.idea.at) }
    case 'link':
      return { card: linkCard(place.link, context.seen ?? nothingSeen), span: shift(place.link.span, place.idea.at) }
    case 'toc-entry':
    case 'toc-text':
    case 'toc-anchor':
      return { card: tocEntryCard(file, place.entry), span: shift(place.entry.span, place.toc.at) }
    default:
      return null
  }
}

import { lowerBound } from '../../text/lowerBound.ts'
import { withGroupSize } from '../schema/groupSize.ts'
import { labelsOfHeadingPart, type Part, titlesAbove } from '../schema/headingParts.ts'
import { haveSameVotes, votesOf } from '../schema/ideaVotes.ts'
import { learnedIdeaAt } from '../schema/learnedIdeaAt.ts'
import { labelsIn } from '../schema/occurrences.ts'
import { withRoleByValues } from '../schema/rolesByValues.ts'
import { sectionEvidence } from '../schema/sectionEvidence.ts'
import type { ParsedIdeaFile, ReplacedSection, RereadIdea } from './readState.ts'

/**
 * The idea of a learned list one of whose sections was replaced; null if more than this idea may have changed: what the list is
 * recognized by, or what the idea says of the list's form.
 */
export function rereadLearnedIdea(
  { text, options, learning, projects, sections }: ParsedIdeaFile,
  now: string,
  { index, section }: ReplacedSection,
): RereadIdea | null {
  // labels and titles go by the configuration there, which no evidence of a section contains
  if (options.profile?.form) return null
  const range = learning?.ranges[lowerBound(learning.ranges, ({ end }) => end <= index)]
  if (!learning?.context || !range || range.title > index) return null
  const { parts, context } = learning
  const at = sections[range.title]!.at
  const placed = projects.flatMap(({ ideas }) => ideas.filter((idea) => idea.at === at))[0]
  const part = parts[index]!
  const before = { ...part, labels: labelsIn(sections[index]!.section) }
  const after = { ...part, labels: labelsIn(section) }
  if (!placed || sectionEvidence(before) !== sectionEvidence(after)) return null
  const titles = titlesAbove(parts)
  const by = section.length - sections[index]!.section.length
  const own = sections.slice(range.title, range.end).map((each, place): Part => {
    const old = parts[range.title + place]!
    const isAfter = old.index > index
    const labels = old.index === index ? after.labels : labelsIn(each.section)
    return { ...old, index: place, at: each.at + (isAfter ? by : 0), labels }
  })
  const placedLabels = own.flatMap((each) =>
    titles[range.title + each.index] === range.title ? labelsOfHeadingPart(each, 0) : [],
  )
  const labels = context.valueRoles.size === 0 ? placedLabels : placedLabels.map(withRoleByValues(context.valueRoles))
  const { heading } = placed.idea
  const whole = { title: 0, end: own.length }
  const reread = learnedIdeaAt(own, whole, labels, context, heading && { heading, anchor: placed.anchor ?? '' })
  const { idea } = withGroupSize(reread, parts, range.title)
  return haveSameVotes(votesOf(text, placed), votesOf(now, { idea, at })) ? { placed, idea } : null
}

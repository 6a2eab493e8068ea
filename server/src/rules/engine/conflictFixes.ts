import { ideaSpan } from '../../model/nodeAt.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'
import type { Finding } from '../rule.ts'
import { conflictsIn, mayHoldConflict, plainLines } from '../shared/conflictLines.ts'

/**
 * The findings, with no safe fix that touches a merge conflict or an idea with one: both sides stand there, and which of them is
 * to go is not known. What such a fix would do is for review.
 */
export function downgradeFixesInConflicts(file: IdeaFile, findings: readonly Finding[]): readonly Finding[] {
  if (!mayHoldConflict(file.text)) return findings
  const places = conflictAreas(file)
  if (places.length === 0) return findings
  const isOpen = (span: Span): boolean => places.some((place) => place.start <= span.end && span.start <= place.end)
  const touches = ({ span, fixes }: Finding): boolean =>
    isOpen(span) || (fixes?.() ?? []).some(({ edits }) => edits.some((edit) => isOpen(edit.span)))
  return findings.map((finding) => (finding.fix === 'safe' && touches(finding) ? downgraded(finding) : finding))
}

/** The conflicts of a file, and the ideas that they reach into. */
function conflictAreas({ text, projects }: IdeaFile): readonly Span[] {
  const conflicts = conflictsIn(plainLines(text)).map(({ span }) => span)
  if (conflicts.length === 0) return []
  const ideas = projects
    .flatMap((project) => project.ideas.map(ideaSpan))
    .filter((idea) => conflicts.some((span) => span.start < idea.end && idea.start < span.end))
  return [...conflicts, ...ideas]
}

const downgraded = (finding: Finding): Finding => {
  const { fixes } = finding
  if (fixes === undefined) return finding
  return { ...finding, fix: 'review', fixes: () => fixes().map((fix) => ({ ...fix, kind: 'review' })) }
}

import { ideaNodeSpan } from '../../model/nodeAt.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'
import type { Finding } from '../rule.ts'
import { conflictsIn, mayHoldConflict, plainLines } from '../shared/conflictLines.ts'

/**
 * Downgrades safe fixes that touch a merge conflict, or an idea with one, to review: both sides of the conflict are in the text, and
 * only the author knows which one to keep.
 */
export function downgradeFixesInConflicts(file: IdeaFile, findings: readonly Finding[]): readonly Finding[] {
  if (!mayHoldConflict(file.text)) return findings
  const areas = conflictAreas(file)
  if (areas.length === 0) return findings
  const isOpen = (span: Span): boolean => areas.some((area) => area.start <= span.end && span.start <= area.end)
  const touches = ({ span, fixes }: Finding): boolean =>
    isOpen(span) || (fixes?.() ?? []).some(({ edits }) => edits.some((edit) => isOpen(edit.span)))
  return findings.map((finding) => (finding.fix === 'safe' && touches(finding) ? downgradedInConflict(finding) : finding))
}

/** The spans of a file's conflicts, and of the ideas that overlap them. */
function conflictAreas({ text, projects }: IdeaFile): readonly Span[] {
  const conflicts = conflictsIn(plainLines(text)).map(({ span }) => span)
  if (conflicts.length === 0) return []
  const ideas = projects
    .flatMap((project) => project.ideas.map(ideaNodeSpan))
    .filter((idea) => conflicts.some((span) => span.start < idea.end && idea.start < span.end))
  return [...conflicts, ...ideas]
}

const downgradedInConflict = (finding: Finding): Finding => {
  const { fixes } = finding
  if (fixes === undefined) return finding
  return { ...finding, fix: 'review', fixes: () => fixes().map((fix) => ({ ...fix, kind: 'review' })) }
}

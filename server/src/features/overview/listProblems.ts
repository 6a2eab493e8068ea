import type { ListProblem } from '../../protocol/problems.ts'
import { ideaWithoutHeadingCode } from '../../rules/ideaWithoutHeading.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { truncate } from '../../text/wording.ts'
import { toLspRange } from '../toLspRange.ts'
import type { ListFindings } from './findingCounts.ts'

/** The problems of a list with the ideas that they are in. */
export function listProblems({ list, findings }: ListFindings, lines: LineIndex): readonly ListProblem[] {
  const ideas = list.projects.flatMap((project) => project.ideas)
  return findings.map(({ code, severity, message, span, fix }) => {
    const own = ideas.find(({ whole }) => whole.start <= span.start && span.start < whole.end)
    const idea = own ? [own.project, own.title ?? ''].filter((part) => part !== '').join(' › ') : ''
    const hasFix = fix !== 'none' || code === ideaWithoutHeadingCode
    return { code, severity, message, range: toLspRange(lines, span), idea: truncate(idea, 150), hasFix }
  })
}

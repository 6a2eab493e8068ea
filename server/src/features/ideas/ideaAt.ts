import { ideaMarkdown } from '../../editing/learned/frontMatterIdeaText.ts'
import { ideaNodeSpan, nodeAt } from '../../model/nodeAt.ts'
import { projectNameOf } from '../../model/outline/namedProjects.ts'
import type { IdeaFile, PlacedIdea, Project } from '../../model/types.ts'
import type { IdeaAt, IdeaFinding } from '../../protocol/protocol.ts'
import type { Finding } from '../../rules/rule.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { type Span, trimTrailingWhitespace } from '../../text/span.ts'
import { toLspRange } from '../toLspRange.ts'
import { profileUrl } from '../urls.ts'
import { readinessOf } from './readiness.ts'

/** The idea at `offset` (UTF-16, in the file) with its findings; null outside ideas. */
export function ideaAt(file: IdeaFile, lines: LineIndex, findings: readonly Finding[], offset: number): IdeaAt | null {
  const place = nodeAt(file, offset)
  return 'idea' in place ? ideaPreview(file, lines, findings, place) : null
}

interface PreviewedIdea {
  readonly project: Project
  readonly idea: PlacedIdea
}

function ideaPreview(file: IdeaFile, lines: LineIndex, findings: readonly Finding[], { project, idea }: PreviewedIdea): IdeaAt {
  const whole = ideaNodeSpan(idea)
  const span = trimTrailingWhitespace(file.text, whole)
  const { heading } = idea.idea
  const own = findings.filter((finding) => ideaBeginsIn(whole, finding.span))
  return {
    title: heading?.text ?? null,
    project: projectNameOf(file, idea) || (project.heading?.heading.text ?? null),
    range: toLspRange(lines, span),
    text: ideaMarkdown(file, idea, span),
    handles: [...new Set(idea.idea.mentors.flatMap(({ handle }) => (handle !== null && profileUrl(handle) ? [handle] : [])))],
    readiness: readinessOf(own),
    findings: own.map((finding) => ideaFinding(finding, lines)),
  }
}

/** A finding belongs to the idea that it begins in; one that only ends in it is about the text above. */
const ideaBeginsIn = (outer: Span, { start }: Span): boolean => start >= outer.start && start < outer.end

const ideaFinding = ({ code, severity, message, span }: Finding, lines: LineIndex): IdeaFinding => ({
  code,
  severity,
  message,
  range: toLspRange(lines, span),
})

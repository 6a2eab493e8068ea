import { ideaDescription } from '../forms/ideaDescription.ts'
import { ideaFieldText } from '../forms/ideaFieldText.ts'
import { ideaNodeSpan } from '../model/nodeAt.ts'
import type { Idea, IdeaFile, PlacedIdea } from '../model/types.ts'
import type { Phrase } from '../protocol/phrase.ts'
import type { Finding } from '../rules/rule.ts'
import { joinPhrases, literalPhrase, phrase } from '../text/phrase.ts'
import { onlineIssuePath } from './onlinePoints.ts'
import { finePoint, problemPoint, type ReviewPoint, type ReviewPointId, unknownPoint } from './reviewPoint.ts'

const noIssue = phrase('there is no issue')

/** The points that need nothing but the lists; `findings` are those of the file. */
export function offlinePoints(file: IdeaFile, placed: PlacedIdea, findings: readonly Finding[]): readonly ReviewPoint[] {
  const { start, end } = ideaNodeSpan(placed)
  const own = findings.filter(({ span }) => span.start >= start && span.start < end)
  const text = file.text.slice(start, end)
  const description = ideaDescription(file, placed)
  const outcome = ideaFieldText(text, placed.idea, 'expectedOutcome')
  const isIssue = isOneIssue(placed.idea, own)
  return [
    completePoint(own),
    descriptionPoint(description),
    outcomePoint(description, outcome),
    isIssue ? offlinePointByRule('sameIssue', ['duplicate-upstream'], own) : unknownPoint('sameIssue', noIssue),
    placed.idea.upstream.length > 0
      ? offlinePointByRule('project', ['upstream-project', 'upstream-url', 'upstream-target'], own)
      : unknownPoint('project', noIssue),
  ]
}

const sentencesOf = (findings: readonly Finding[]): Phrase =>
  joinPhrases(
    findings.map(({ message }) => literalPhrase(message)),
    ' ',
  )

/** Whether the upstream link is to one issue, not `…/issues/` without a number or no link at all. */
const isOneIssue = ({ upstream }: Idea, own: readonly Finding[]): boolean =>
  upstream.some(({ url }) => onlineIssuePath(url) !== null) ||
  (upstream.length > 0 && !own.some(({ code }) => code === 'upstream-url' || code === 'upstream-target'))

/** Rules about what an idea must say: that it is there, and its author's own. */
const completeRules: ReadonlySet<string> = new Set([
  'missing-field',
  'empty-field',
  'empty-idea',
  'template-placeholder',
  'mentor-count',
  'mentor-handle',
  'mentor-email',
  'invalid-size',
  'upstream-url',
])

function completePoint(own: readonly Finding[]): ReviewPoint {
  const missing = own.filter(({ code }) => completeRules.has(code))
  const errors = missing.filter(({ severity }) => severity === 'error' || severity === 'warning')
  return errors.length === 0 ? finePoint('complete') : problemPoint('complete', sentencesOf(errors))
}

/** What the first of these rules reports. */
const offlinePointByRule = (id: ReviewPointId, codes: readonly string[], own: readonly Finding[]): ReviewPoint => {
  const found = codes.flatMap((code) => own.find((finding) => finding.code === code) ?? [])[0]
  return found === undefined ? finePoint(id) : problemPoint(id, literalPhrase(found.message))
}

const charactersIn = ({ length }: string): Phrase => (length === 1 ? phrase('1 character') : phrase('{0} characters', length))

function descriptionPoint(description: string): ReviewPoint {
  if (description === '') return problemPoint('description', phrase('there is none'))
  const sentences = countDescribedSentences(description)
  return sentences > 1
    ? finePoint('description')
    : problemPoint('description', phrase('{0}, one sentence', charactersIn(description)))
}

/** Sentences and list items that have words. */
const countDescribedSentences = (text: string): number =>
  text
    .replace(/https?:\/\/\S+/g, 'link')
    .split(/(?:[.!?。！？]["')\]]?(?=\s|$))|\n\s*\n|\n\s*(?:[-*+]|\d{1,9}[.)])\s/)
    .filter((part) => (part.match(/[\p{L}\p{N}]+/gu) ?? []).length > 1).length

function outcomePoint(description: string, outcome: string): ReviewPoint {
  if (outcome === '') return unknownPoint('outcome', phrase('there is no expected outcome'))
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return plain(description) === plain(outcome) ? problemPoint('outcome', phrase('both are the same text')) : finePoint('outcome')
}

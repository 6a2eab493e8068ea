import { ideaFieldText } from '../forms/ideaFieldText.ts'
import { ideaNodeSpan } from '../model/nodeAt.ts'
import type { IdeaFile, PlacedIdea } from '../model/types.ts'
import type { Phrase } from '../protocol/phrase.ts'
import type { Finding } from '../rules/rule.ts'
import { joinPhrases, literalPhrase, phrase } from '../text/phrase.ts'
import { finePoint, problemPoint, type ReviewPoint, type ReviewPointId, unknownPoint } from './reviewPoint.ts'

const noIssue = phrase('there is no issue')

/** The points that need nothing but the lists; `findings` are those of the file. */
export function offlinePoints(file: IdeaFile, placed: PlacedIdea, findings: readonly Finding[]): readonly ReviewPoint[] {
  const { start, end } = ideaNodeSpan(placed)
  const own = findings.filter(({ span }) => span.start >= start && span.start < end)
  const text = file.text.slice(start, end)
  const description = ideaFieldText(text, placed.idea, 'description')
  const outcome = ideaFieldText(text, placed.idea, 'expectedOutcome')
  const hasIssue = placed.idea.upstream.length > 0
  return [
    completePoint(own),
    descriptionPoint(description),
    outcomePoint(description, outcome),
    hasIssue ? offlinePointByRule('sameIssue', 'duplicate-upstream', own) : unknownPoint('sameIssue', noIssue),
    hasIssue ? offlinePointByRule('project', 'upstream-project', own) : unknownPoint('project', noIssue),
  ]
}

const sentencesOf = (findings: readonly Finding[]): Phrase =>
  joinPhrases(
    findings.map(({ message }) => literalPhrase(message)),
    ' ',
  )

function completePoint(own: readonly Finding[]): ReviewPoint {
  const missing = own.filter(({ code }) => ['missing-field', 'empty-field', 'empty-idea', 'mentor-count'].includes(code))
  const errors = missing.filter(({ severity }) => severity === 'error' || severity === 'warning')
  return errors.length === 0 ? finePoint('complete') : problemPoint('complete', sentencesOf(errors))
}

const offlinePointByRule = (id: ReviewPointId, code: string, own: readonly Finding[]): ReviewPoint => {
  const found = own.find((finding) => finding.code === code)
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

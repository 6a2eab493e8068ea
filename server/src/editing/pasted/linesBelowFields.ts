import type { PastedField, PastedValueLine } from './pastedValue.ts'
import { mayNamePerson } from './personText.ts'

const issueAlone =
  /^<?(https?:\/\/[^\s<>()]{3,200}\/(?:(?:issues|pull|pulls|merge_requests|discussions|bugs?)\/\d{1,9}|browse\/[A-Z][A-Z\d]{1,15}-\d{1,9}|show_bug\.cgi\?id=\d{1,9})(?:[/?#][^\s<>]{0,200})?)>?$/

/** The fields with the address of an issue alone among the mentors, or below the last field, as the issue. */
export function withIssueAlone(fields: readonly PastedField[]): readonly PastedField[] {
  if (fields.some(({ key }) => key === 'upstreamIssue')) return fields
  const isIssue = (field: PastedField, line: PastedValueLine): boolean =>
    (field.key === 'mentors' || (field === fields.at(-1) && line === field.lines.at(-1) && field.lines.length > 1)) &&
    line.depth === 0 &&
    issueAlone.test(line.text)
  const issues = fields.flatMap((field) => field.lines.filter((line) => isIssue(field, line)))
  if (issues.length === 0) return fields
  const lines = issues.map(({ text }) => ({ depth: 0, text: issueAlone.exec(text)![1]! }))
  return [
    ...fields.map((field) => ({ ...field, lines: field.lines.filter((line) => !issues.includes(line)) })),
    { key: 'upstreamIssue', label: 'Upstream Issue', lines },
  ]
}

const minWordsOfProse = 4

/** The fields with the prose below the mentors in the description: `Let me know what you think.` is no person. */
export function withoutProseOfMentors(fields: readonly PastedField[]): readonly PastedField[] {
  const mentors = fields.findLast(({ key }) => key === 'mentors')
  if (mentors === undefined) return fields
  const from = mentors.lines.findLastIndex((line) => !isProseOfMentors(line)) + 1
  const prose = mentors.lines.slice(from).map((line) => ({ ...line, isParagraph: true as const }))
  if (prose.length === 0 || from === 0) return fields
  const cut = fields.map((field) => (field === mentors ? { ...field, lines: mentors.lines.slice(0, from) } : field))
  const own = cut.find(({ key }) => key === 'description')
  if (!own) return [...cut, { key: 'description', label: 'Description', lines: prose }]
  return cut.map((field) => (field === own ? { ...field, lines: [...field.lines, ...prose] } : field))
}

const isProseOfMentors = ({ depth, text, isParagraph }: PastedValueLine): boolean =>
  depth === 0 &&
  isParagraph === true &&
  text.split(/\s+/).length >= minWordsOfProse &&
  /[.!?:]$/.test(text) &&
  !mayNamePerson(text)

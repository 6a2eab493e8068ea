import { editDistance } from '../catalog/spelling.ts'
import type { Issue } from './validSubset.ts'

const nouns: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text in quotation marks',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  record: 'an object',
}

/** `Found …; expected ….` Unknown keys have messages of their own: {@link unknownKey}. */
export function issueMessage(issue: Issue): string {
  if (isMissingKey(issue)) return `"${String(issue.path.at(-1))}" is missing; expected it beside the others.`
  switch (issue.code) {
    case 'invalid_value':
      return `${describeFound(issue.input)}; expected ${expectedChoice(issue.input, issue.values.map(String))}.`
    case 'invalid_key':
      return `The name is ${quoteIssueValue(String(issue.path.at(-1)))}; expected ${issue.issues[0]?.message ?? 'another'}.`
    case 'invalid_type':
      return `${describeFound(issue.input)}; expected ${nouns[issue.expected] ?? issue.expected}.`
    default:
      return `${describeFound(issue.input)}; expected ${issue.message}.`
  }
}

/** Whether the issue is about a required key that is missing. */
export const isMissingKey = (issue: Issue): boolean =>
  issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')

/** The message about a key that is not one of `known`. */
export function unknownKey(key: string, known: readonly string[]): string {
  const near = closestKey(key, known)
  const few = known.length <= 10 ? ` one of ${known.join(', ')}` : " a rule's code"
  return `There is no key ${quoteIssueValue(key)} here; expected${near === null ? few : ` ${quoteIssueValue(near)}`}.`
}

/** The most similar name, if at most a third of its letters differ; otherwise null. */
export function closestKey(word: string, names: readonly string[]): string | null {
  if (word.length > 60) return null
  let best: { readonly name: string; readonly distance: number } | null = null
  for (const name of names) {
    const maxDistance = best === null ? Math.max(1, Math.floor(name.length / 3)) : best.distance - 1
    const distance = editDistance(word.toLowerCase(), name.toLowerCase(), maxDistance)
    if (distance <= maxDistance) best = { name, distance }
  }
  return best?.name ?? null
}

function expectedChoice(input: unknown, values: readonly string[]): string {
  const near =
    typeof input === 'string'
      ? (closestKey(input, values) ?? values.find((value) => isIssueValueAbbreviated(value, input)))
      : undefined
  if (near !== undefined) return quoteIssueValue(near)
  return `${values.slice(0, -1).map(quoteIssueValue).join(', ')} or ${quoteIssueValue(values.at(-1) ?? '')}`
}

/** `warn` for warning, `info` for information, as in other tools. */
const isIssueValueAbbreviated = (value: string, input: string): boolean =>
  input.length > 2 && value.startsWith(input.toLowerCase())

const maxQuotedLength = 60

const quoteIssueValue = (text: string): string =>
  JSON.stringify(text.length > maxQuotedLength ? `${text.slice(0, maxQuotedLength)}…` : text)

function describeFound(input: unknown): string {
  if (typeof input === 'string') return `Found ${quoteIssueValue(input)}`
  if (Array.isArray(input)) return 'Found a list'
  if (typeof input === 'object' && input !== null) return 'Found an object'
  return `Found ${String(input)}`
}

/** Whether a key is missing and the same object has an unknown key, which is probably a typo of it. */
export const isMistypedKey = (issue: Issue, all: readonly Issue[]): boolean =>
  isMissingKey(issue) &&
  all.some(({ code, path }) => code === 'unrecognized_keys' && path.join('\n') === issue.path.slice(0, -1).join('\n'))

import * as l10n from '@vscode/l10n'
import { spellingDistance } from '../catalog/spelling.ts'
import { profiles } from '../model/profiles/profiles.ts'
import { joinWithOr, translatable } from '../text/wording.ts'
import type { Issue } from './validSubset.ts'

const issueMessageNouns = (): Readonly<Record<string, string>> => ({
  object: l10n.t('an object'),
  array: l10n.t('a list'),
  string: l10n.t('a string'),
  boolean: l10n.t('true or false'),
  number: l10n.t('a number'),
  int: l10n.t('a whole number'),
  record: l10n.t('an object'),
})

/** `"warn" is not allowed here; expected "warning".` Unknown keys have messages of their own: {@link unknownKeyMessage}. */
export function issueMessage(issue: Issue): string {
  if (isMissingKey(issue)) return l10n.t`Missing key ${quoteIssueValue(String(issue.path.at(-1)))}.`
  switch (issue.code) {
    case 'invalid_value':
      return notAllowedMessage(shownIssueValue(issue.input), expectedChoiceMessage(issue.input, issue.values.map(String)))
    case 'invalid_key':
      return invalidKeyMessage(String(issue.path.at(-1)), issue.issues[0]?.message)
    case 'invalid_type':
      return wrongTypeMessage(issue.input, issue.expected)
    default:
      return notAllowedMessage(shownIssueValue(issue.input), l10n.t(issue.message))
  }
}

const notAllowedMessage = (found: string, expected: string): string => l10n.t`${found} is not allowed here; expected ${expected}.`

function invalidKeyMessage(key: string, expected = translatable('another ID')): string {
  const quoted = quoteIssueValue(key)
  return Object.hasOwn(profiles, key)
    ? l10n.t`${quoted} is a built-in profile. Choose another ID, and use "extends": ${quoted} to build on it.`
    : notAllowedMessage(quoted, l10n.t(expected))
}

function wrongTypeMessage(input: unknown, expected: string): string {
  const noun = issueMessageNouns()[expected] ?? expected
  const isPlain = typeof input !== 'object' && expected !== 'boolean'
  return isPlain ? l10n.t`${shownIssueValue(input)} is not ${noun}.` : notAllowedMessage(shownIssueValue(input), noun)
}

/** Whether the issue is about a required key that is missing. */
export const isMissingKey = (issue: Issue): boolean =>
  issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')

/** The message about a key that is not one of `known`. */
export function unknownKeyMessage(key: string, known: readonly string[]): string {
  const near = closestKeyToIssue(key, known)
  if (near !== null) return l10n.t`Unknown key ${quoteIssueValue(key)}. Did you mean ${quoteIssueValue(near)}?`
  return known.length <= 10
    ? l10n.t`Unknown key ${quoteIssueValue(key)}; expected ${joinWithOr(known)}.`
    : l10n.t`Unknown key ${quoteIssueValue(key)}; expected a rule's code.`
}

/** The most similar name, if at most a third of its letters differ; otherwise null. */
export function closestKeyToIssue(word: string, names: readonly string[]): string | null {
  if (word.length > 60) return null
  let best: { readonly name: string; readonly distance: number } | null = null
  for (const name of names) {
    const maxDistance = best === null ? Math.max(1, Math.floor(name.length / 3)) : best.distance - 1
    const distance = spellingDistance(word.toLowerCase(), name.toLowerCase(), maxDistance)
    if (distance <= maxDistance) best = { name, distance }
  }
  return best?.name ?? null
}

function expectedChoiceMessage(input: unknown, values: readonly string[]): string {
  const near =
    typeof input === 'string'
      ? (closestKeyToIssue(input, values) ?? values.find((value) => isIssueValueAbbreviated(value, input)))
      : undefined
  if (near !== undefined) return quoteIssueValue(near)
  return joinWithOr(values.map(quoteIssueValue))
}

/** `warn` for warning, `info` for information, as in other tools. */
const isIssueValueAbbreviated = (value: string, input: string): boolean =>
  input.length > 2 && value.startsWith(input.toLowerCase())

const maxQuotedLength = 60

const quoteIssueValue = (text: string): string =>
  JSON.stringify(text.length > maxQuotedLength ? `${text.slice(0, maxQuotedLength)}…` : text)

function shownIssueValue(input: unknown): string {
  if (typeof input === 'string') return quoteIssueValue(input)
  if (Array.isArray(input)) return l10n.t('A list')
  if (typeof input === 'object' && input !== null) return l10n.t('An object')
  return String(input)
}

/** The issues without missing keys of an object that has an unknown key, which is probably a typo of one. */
export function withoutMistypedKeys(issues: readonly Issue[]): readonly Issue[] {
  const withUnknownKey = new Set(issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => path.join('\n')))
  return issues.filter((issue) => !isMissingKey(issue) || !withUnknownKey.has(issue.path.slice(0, -1).join('\n')))
}

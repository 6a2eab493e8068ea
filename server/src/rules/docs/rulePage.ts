import type { Example, FixKind, Rule, Severity } from '../rule.ts'

/** The documented properties of a rule. */
export type DocumentedRule = Pick<Rule, 'code' | 'severity' | 'fix' | 'variations' | 'summary' | 'why' | 'examples'>

const fixTexts: Readonly<Record<FixKind, string>> = {
  safe: 'Safe: it touches only the characters that it must. One click, part of *Fix all safe problems*, and of fix on save where that is switched on.',
  review: 'For review: it is offered, and never applied unasked, as a person must judge what is meant.',
  none: 'None: only a person can know what is meant.',
}

const severityTexts: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  hint: 'Hint',
}

/** A code fence longer than any in the text. */
function fenceFor(text: string): string {
  const runs = text.match(/`{3,}/g) ?? []
  return '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
}

const fencedBlock = (text: string, language: string): string => {
  const fence = fenceFor(text)
  return `${fence}${language}\n${text.replace(/^\n+|\n+$/g, '')}\n${fence}`
}

function exampleParts({ bad, fixed, good, path, projectFile }: Example): readonly string[] {
  const language = path?.endsWith('.json') ? 'jsonc' : 'markdown'
  return [
    ...(projectFile === undefined ? [] : [`\`${path}\`, with this \`.idea-files.json\`:`, fencedBlock(projectFile, 'jsonc')]),
    ...(bad === undefined ? [] : ['Reported, at the carets:', fencedBlock(bad, language)]),
    ...(fixed === undefined ? [] : ['After the fix:', fencedBlock(fixed, language)]),
    ...(good === undefined ? [] : ['Good:', fencedBlock(good, language)]),
  ]
}

/** The severities of the variations: `; information where …`. */
const otherSeverities = ({ variations = [] }: DocumentedRule): string =>
  variations.flatMap(({ severity, where }) => (severity ? [`; ${severity} where ${where}`] : [])).join('')

const fixKindNames: Readonly<Record<FixKind, string>> = { safe: 'safe', review: 'for review', none: 'none' }

function otherFixes({ variations = [] }: DocumentedRule): string {
  const cases = variations.flatMap(({ fix, where }) => (fix ? [`${fixKindNames[fix]} where ${where}`] : [])).join('; ')
  return cases === '' ? '' : ` ${cases.charAt(0).toUpperCase()}${cases.slice(1)}.`
}

/** A rule's page as Markdown: summary, reason, severity, fix and examples. `level` is that of its heading. */
export function renderRulePage(rule: DocumentedRule, level = 1): string {
  const parts = [
    `${'#'.repeat(level)} ${rule.code}`,
    rule.summary,
    `**Why:** ${rule.why}`,
    `**Severity:** ${severityTexts[rule.severity]}${otherSeverities(rule)}. **Fix:** ${fixTexts[rule.fix]}${otherFixes(rule)}`,
    ...rule.examples.flatMap(exampleParts),
  ]
  return `${parts.join('\n\n')}\n`
}

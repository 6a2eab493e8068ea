import * as l10n from '@vscode/l10n'
import type { Example, FixKind, Rule, Severity } from '../rule.ts'

/** The documented properties of a rule. */
export type DocumentedRule = Pick<Rule, 'code' | 'severity' | 'fix' | 'variations' | 'summary' | 'why' | 'examples'>

const rulePageFix = (kind: FixKind): string => {
  if (kind === 'none') return l10n.t('None. This needs a human decision.')
  return kind === 'safe'
    ? l10n.t('Safe. Changes only what it has to; also applied by *Apply All Safe Fixes* and, if enabled, on save.')
    : l10n.t('Needs review. Offered as a quick fix, never applied automatically.')
}

/** The name of a severity in prose. `information` is only the name of the setting's value. */
const rulePageSeverity = (severity: Severity): string => {
  if (severity === 'error') return l10n.t('error')
  if (severity === 'warning') return l10n.t('warning')
  return severity === 'information' ? l10n.t('information') : l10n.t('hint')
}

/** A code fence longer than any in the text. */
function rulePageFence(text: string): string {
  const runs = text.match(/`{3,}/g) ?? []
  return '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
}

const rulePageBlock = (text: string, language: string): string => {
  const fence = rulePageFence(text)
  return `${fence}${language}\n${text.replace(/^\n+|\n+$/g, '')}\n${fence}`
}

function rulePageExample({ bad, fixed, good, path, projectFile }: Example): readonly string[] {
  const language = path?.endsWith('.json') ? 'jsonc' : 'markdown'
  return [
    ...(projectFile === undefined
      ? []
      : [l10n.t`\`${path ?? ''}\`, with this \`.idea-files.json\`:`, rulePageBlock(projectFile, 'jsonc')]),
    ...(bad === undefined ? [] : [l10n.t('Reported (at the carets):'), rulePageBlock(bad, language)]),
    ...(fixed === undefined ? [] : [l10n.t('After the fix:'), rulePageBlock(fixed, language)]),
    ...(good === undefined ? [] : [l10n.t('Not reported:'), rulePageBlock(good, language)]),
  ]
}

/** `warning (information if …)` */
const rulePageSeverities = ({ severity, variations = [] }: DocumentedRule): string => {
  const others = variations.flatMap((each) =>
    each.severity ? [l10n.t`${rulePageSeverity(each.severity)} if ${l10n.t(each.where)}`] : [],
  )
  return others.length === 0 ? rulePageSeverity(severity) : `${rulePageSeverity(severity)} (${others.join('; ')})`
}

/** `Needs review if ….` */
const rulePageOtherFix = (kind: FixKind, where: string): string => {
  if (kind === 'none') return l10n.t`None if ${where}.`
  return kind === 'safe' ? l10n.t`Safe if ${where}.` : l10n.t`Needs review if ${where}.`
}

const rulePageFixes = ({ fix, variations = [] }: DocumentedRule): string =>
  [rulePageFix(fix), ...variations.flatMap((each) => (each.fix ? [rulePageOtherFix(each.fix, l10n.t(each.where))] : []))].join(
    ' ',
  )

/** A rule's page as Markdown: summary, reason, severity, fix and examples. `level` is that of its heading. */
export function renderRulePage(rule: DocumentedRule, level = 1): string {
  const parts = [
    `${'#'.repeat(level)} ${rule.code}`,
    l10n.t(rule.summary),
    l10n.t`**Why:** ${l10n.t(rule.why)}`,
    l10n.t`**Severity:** ${rulePageSeverities(rule)}. **Fix:** ${rulePageFixes(rule)}`,
    ...rule.examples.flatMap(rulePageExample),
  ]
  return `${parts.join('\n\n')}\n`
}

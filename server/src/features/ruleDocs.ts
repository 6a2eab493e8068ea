import * as l10n from '@vscode/l10n'
import type { RuleSummary } from '../protocol/protocol.ts'
import { type DocumentedRule, renderRulePage } from '../rules/docs/rulePage.ts'

/** The documentation of a rule as Markdown; null if there is no rule with this code. */
export function explainRule(rules: readonly DocumentedRule[], code: unknown): string | null {
  const rule = rules.find((each) => each.code === code)
  return rule ? renderRulePage(rule) : null
}

/** Code and summary of every rule, in their order. */
export const ruleList = (rules: readonly DocumentedRule[]): readonly RuleSummary[] =>
  rules.map(({ code, summary }) => ({ code, summary: l10n.t(summary) }))

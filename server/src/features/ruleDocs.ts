import type { RuleSummary } from '../protocol/protocol.ts'
import { type DocumentedRule, renderRulePage } from '../rules/docs/rulePage.ts'

/** The page of the rule with this code as Markdown; null where there is no such rule. */
export function explain(rules: readonly DocumentedRule[], code: unknown): string | null {
  const rule = rules.find((each) => each.code === code)
  return rule ? renderRulePage(rule) : null
}

/** Every rule in a line, in their order. */
export const ruleList = (rules: readonly DocumentedRule[]): readonly RuleSummary[] =>
  rules.map(({ code, summary }) => ({ code, summary }))

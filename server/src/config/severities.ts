import * as z from 'zod/mini'

/** The severities that a rule can be given; `off` disables it. */
export const severitySettings = ['error', 'warning', 'information', 'hint', 'off'] as const

export type SeveritySetting = (typeof severitySettings)[number]

/** Severities by rule code. A rule that is not listed keeps its own severity. */
export type SeveritySettings = Readonly<Record<string, SeveritySetting>>

/** What the schemas need of a rule; `config` cannot import `rules`. */
export interface NamedRule {
  readonly code: string
  readonly summary: string
  readonly severity: string
}

/** `… Default: warning.` */
export const ruleSettingText = ({ summary, severity }: NamedRule): string => `${summary} Default: ${severity}.`

const ruleSeverityChoices = (rule: NamedRule) => z.enum(severitySettings).check(z.describe(ruleSettingText(rule)))

/** The schema of severities by rule code, for these rules. */
export const severitiesSchema = (rules: readonly NamedRule[]) =>
  z.strictObject(Object.fromEntries(rules.map((rule) => [rule.code, z.optional(ruleSeverityChoices(rule))])))

import * as z from 'zod/mini'

/** How loudly a rule speaks, or that it says nothing. */
export const severitySettings = ['error', 'warning', 'information', 'hint', 'off'] as const

export type SeveritySetting = (typeof severitySettings)[number]

/** What settings and project files say of rules, by code; a code that is not named keeps the rule's own severity. */
export type SeveritySettings = Readonly<Record<string, SeveritySetting>>

/** What the schemas need to know of a rule: they come before the rules. */
export interface NamedRule {
  readonly code: string
  readonly summary: string
  readonly severity: string
}

const severitySchema = ({ summary, severity }: NamedRule) =>
  z.enum(severitySettings).check(z.describe(`${summary} By itself: ${severity}.`))

/** Levels by code, for exactly these rules. */
export const severitiesSchema = (rules: readonly NamedRule[]) =>
  z.strictObject(Object.fromEntries(rules.map((rule) => [rule.code, z.optional(severitySchema(rule))])))

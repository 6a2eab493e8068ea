import type { Rule } from '../../server/src/rules/rule.ts'
import { lint } from './checkRule.ts'

export const ideaFields = '\n- Description: It should.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada)\n\n'
export const projectText = (name: string, ...titles: readonly string[]): string =>
  `### ${name}\n\n${titles.map((title) => `#### ${title}\n${ideaFields}`).join('')}`
export const projectList = (...names: readonly string[]): string => names.map((name) => projectText(name, `For ${name}`)).join('')

/** The headings that a rule reports. */
export const reportedHeadings = (text: string, rule: Rule): readonly string[] =>
  lint(text, { rules: [rule] }).map(({ span }) => text.slice(span.start, span.end))

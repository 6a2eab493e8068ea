import * as l10n from '@vscode/l10n'
import { mentorsField } from '../editing/ideaFields.ts'
import { mentorDisplayText, mentorTextNameSpan } from '../editing/mentorText.ts'
import type { Mentor } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import { lineStart } from '../text/textLines.ts'
import { defineIdeaRule, type Fix } from './rule.ts'
import { mentorRunSpan } from './shared/mentorRuns.ts'

/** A role other than primary: `Secondary mentor`. */
const otherRole = /^(?:secondary|non-primary|backup)(?=[ \t]mentor|\.?$)/i

/** Marks a mentor as primary: replaces the word of another role, otherwise adds ` - primary` after the parentheses. */
function markPrimary(text: string, { leftovers, span, isCanonical, handleSpan, emailSpan }: Mentor): Edit {
  for (const { start, end } of leftovers) {
    const role = otherRole.exec(text.slice(start, end))
    if (role === null) continue
    return { span: { start, end: start + role[0].length }, newText: /^[A-Z]/.test(role[0]) ? 'Primary' : 'primary' }
  }
  const inside = Math.max(handleSpan?.end ?? 0, emailSpan?.end ?? 0)
  const close = isCanonical ? text.indexOf(')', inside) + 1 : 0
  const at = close > 0 && close <= span.end ? close : span.end
  return { span: { start: at, end: at }, newText: ' - primary' }
}

/** `Jane - primary`, `Jane (primary)`, `Jane, primary`, `Primary: Jane`, `Jane - primary, remote`. */
const primaryMarkers: readonly RegExp[] = [
  /[ \t]{0,9}[-–—]{1,2}[ \t]{0,9}[*_]{0,3}primary(?:[ -]mentor)?[*_]{0,3}\.?(?=[ \t]{0,9}(?:$|[-–—]))/i,
  /[ \t]{0,9}\([*_]{0,3}primary(?:[ -]mentor)?[*_]{0,3}\)/i,
  /,[ \t]{0,9}[*_]{0,3}primary(?:[ -]mentor)?[*_]{0,3}(?=[ \t]{0,9}(?:$|\)))/i,
  /^[*_]{0,3}primary(?:[ -]mentor)?[*_]{0,3}[ \t]{0,9}:[*_]{0,3}[ \t]{0,9}/i,
  /\bprimary(?:[ -]mentor)?[ \t]{0,9}[,;][ \t]{0,9}/i,
]

/** Removes a mentor's primary mark; null if it is a label, has an unknown form, or occurs twice. */
function unmarkPrimary(text: string, mentor: Mentor): Edit | null {
  const { start, end } = mentorRunSpan(text, mentor)
  const entry = text.slice(start, end)
  if (/\bprimary\b/i.test(text.slice(lineStart(text, start), start))) return null
  for (const pattern of primaryMarkers) {
    const found = pattern.exec(entry)
    if (found === null) continue
    const rest = entry.slice(0, found.index) + entry.slice(found.index + found[0].length)
    if (/(?<!non-)\bprimary\b/i.test(rest)) return null
    return { span: { start: start + found.index, end: start + found.index + found[0].length }, newText: '' }
  }
  return null
}

/** Whether text inserted by an edit would end a word: a slash after it would join it to the next name. */
const primaryMarkEndsWord = (text: string, { span }: Edit): boolean => !/[^\s,;)*_`<.]/.test(text.charAt(span.end))

/** Whether only spaces separate an edit from the next mentor on its line: inserted words would join the two. */
const primaryMarkJoinsNext = (text: string, { span }: Edit, next: Mentor | undefined): boolean =>
  next !== undefined && next.span.start > span.end && /^[ \t]+$/.test(text.slice(span.end, next.span.start))

/** One fix for each mentor that can be marked; `text` is the idea's text. */
const markPrimaryFixes = (text: string, mentors: readonly Mentor[]): readonly Fix[] =>
  mentors.flatMap((mentor, index): readonly Fix[] => {
    const edit = markPrimary(text, mentor)
    if (edit.span.start === edit.span.end && !primaryMarkEndsWord(text, edit)) return []
    const parted = primaryMarkJoinsNext(text, edit, mentors[index + 1]) ? { ...edit, newText: `${edit.newText},` } : edit
    return [{ title: l10n.t`Mark ${mentorDisplayText(mentor)} as primary`, kind: 'review', edits: [parted] }]
  })

/** One fix for each marked mentor, if the marks of the others can be removed. */
function keepPrimaryFixes(text: string, marked: readonly Mentor[]): readonly Fix[] {
  return marked.flatMap((mentor): readonly Fix[] => {
    const edits = marked.filter((other) => other !== mentor).map((other) => unmarkPrimary(text, other))
    const whole = edits.filter((edit) => edit !== null)
    return whole.length < edits.length
      ? []
      : [{ title: l10n.t`Keep only ${mentorDisplayText(mentor)} as primary`, kind: 'review', edits: whole }]
  })
}

/** Rule `mentor-primary`. Applies only if the template marks a primary mentor and the idea has at least two mentors. */
export const mentorPrimary = defineIdeaRule({
  code: 'mentor-primary',
  severity: 'warning',
  fix: 'review',
  variations: [
    { where: 'several mentors are marked', severity: 'error' },
    { where: 'the marker cannot be removed on its own', fix: 'none' },
  ],
  summary: 'No mentor is marked as primary, or several are.',
  why: 'The program asks the primary mentor for evaluations, so there must be exactly one.',
  examples: [
    {
      path: 'summerofcode/2025.md',
      bad: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  ^^^^^^^^^
  - Ada Example (@ada-example, ada@example.org)
  - Ben Example (@ben-example, ben@example.org)
`,
      fixed: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
  - Ben Example (@ben-example, ben@example.org)
`,
    },
    {
      path: 'summerofcode/2025.md',
      bad: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
  - Ben Example (@ben-example, ben@example.org) - primary
    ^^^^^^^^^^^
`,
      fixed: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
  - Ben Example (@ben-example, ben@example.org)
`,
    },
    {
      path: 'summerofcode/2025.md',
      good: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
  - Ben Example (@ben-example, ben@example.org)
`,
    },
  ],
  *check(idea, context) {
    const { template } = context
    const field = mentorsField(idea)
    if (!template.mentors.primary || idea.mentors.length < 2 || field === null) return
    const [first, ...further] = idea.mentors.filter((mentor) => mentor.primary)
    if (first === undefined) {
      const message = l10n.t`None of the ${idea.mentors.length} mentors is marked as primary. Add " - primary" after one of them.`
      const fixes = markPrimaryFixes(context.text({ start: 0, end: idea.length }), idea.mentors)
      yield { span: field.labelSpan, message, ...(fixes.length > 0 && { fixes: () => fixes }) }
      return
    }
    if (further.length === 0) return
    const fixes = keepPrimaryFixes(context.text({ start: 0, end: idea.length }), [first, ...further])
    for (const mentor of further) {
      const related = [
        { span: mentorTextNameSpan(first), message: l10n.t`${mentorDisplayText(first)} is marked as primary here` },
      ]
      yield {
        span: mentorTextNameSpan(mentor),
        message: l10n.t`Both ${mentorDisplayText(first)} and ${mentorDisplayText(mentor)} are marked as primary. Keep one.`,
        severity: 'error',
        related,
        ...(fixes.length > 0 && { fixes: () => fixes }),
      }
    }
  },
})

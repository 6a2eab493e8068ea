import * as l10n from '@vscode/l10n'
import {
  commonSampleHandles,
  commonSampleNames,
  ownMentorPlaceholder,
  ownTitlePlaceholders,
} from '../model/profiles/commonSamples.ts'
import { minSharingIdeas } from '../model/schema/learnedTemplate.ts'
import { isEveryLevel } from '../model/schema/placeholderValue.ts'
import type { Field, Heading, Idea, Mentor, Samples, Template } from '../model/types.ts'
import { memoByIdentity } from '../text/memoByIdentity.ts'
import { covers, type Span, shift } from '../text/span.ts'
import { lineStart, onDifferentLines } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix, type RuleReport } from './rule.ts'
import { noteSpans, templateNote, templateNoteWithSpace } from './shared/templateNotes.ts'
import { unfilledMentors } from './shared/unfilledMentors.ts'

/** Notes of the programmes' own templates, for files without a template. */
const commonNotes: Samples['notes'] = [
  'please use the same email address as you use on the LFX Mentorship Platform at https://mentorship.lfx.linuxfoundation.org',
  'For GSoC, it is required to have at least 2 mentors with 1 being a primary mentor.',
  'one of small (~90 hour projects), medium (~175 hour projects) and large (~350 hour projects)',
]

const templatePlaceholderNames = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => name.toLowerCase()))

const isTemplatePlaceholderHeading = (shown: readonly string[], heading: string): boolean =>
  shown.some((name) => name.length === heading.length && name.toLowerCase() === heading.toLowerCase())

const placeholderHeadingReport = ({ text, textSpan }: Heading, at: number): RuleReport => ({
  span: shift(textSpan, at),
  message: l10n.t`${quote(text)} is the template's placeholder heading. Replace it with a real one.`,
})

function placeholderMentorReport(
  { name, handle, nameSpan, handleSpan }: Mentor,
  names: ReadonlySet<string>,
  handles: ReadonlySet<string>,
): RuleReport | null {
  if (name !== null && nameSpan && names.has(name.toLowerCase()))
    return { span: nameSpan, message: l10n.t`${quote(name)} is the template's placeholder. Name a real mentor.` }
  if (handle !== null && handleSpan && handles.has(handle.toLowerCase()))
    return { span: handleSpan, message: l10n.t`"@${handle}" is the template's placeholder. Use the mentor's own handle.` }
  return null
}

/** Reports template notes and a leftover `#` of a note; fixes remove them with the spaces before them. */
function* placeholderNoteReports(text: string, { fields }: Idea, marked: readonly Span[]): Iterable<RuleReport> {
  const removal = (span: Span, title: string, kind: Fix['kind'] = 'safe') => {
    const edits = [{ span, newText: '' }]
    return { fix: kind, fixes: (): readonly Fix[] => [{ title, kind, edits }] }
  }
  for (const span of marked) {
    if (!fields.some((field) => covers(field.span, span))) continue
    const message = l10n.t`${quote(text.slice(span.start, span.end))} is a note to authors from the template. Remove it.`
    yield { span, message, ...removal(templateNoteWithSpace(text, span), l10n.t("Remove the template's note")) }
  }
  for (const [index, { key, label, labelSpan, valueSpan }] of fields.entries()) {
    const { start } = valueSpan
    if (text[start] !== '#' || marked.some((span) => span.start === start) || onDifferentLines(text, labelSpan.end, start))
      continue
    const lone = (key === 'size' ? /^#[ \t]*/ : /^#(?:[ \t]+|$)/).exec(text.slice(start, Math.min(start + 40, valueSpan.end)))
    if (!lone) continue
    const end = start + lone[0].length
    const kind = end < valueSpan.end || isPlaceholderBeforeField(text, end, fields[index + 1]) ? 'safe' : 'review'
    const message = l10n.t`This "#" is left over from the template's note after ${quote(label)}. Remove it.`
    yield { span: { start, end: start + 1 }, message, ...removal({ start, end }, l10n.t('Remove the "#"'), kind) }
  }
}

/** Whether only a known field follows `end`: anything else would be read as the value of the empty field before it. */
function isPlaceholderBeforeField(text: string, end: number, next: Field | undefined): boolean {
  const rest = text.slice(end, next && lineStart(text, next.labelSpan.start))
  return (next === undefined || next.key !== 'other') && rest.trim() === ''
}

function* placeholderValueReports(text: string, { fields }: Idea, shown: readonly string[]): Iterable<RuleReport> {
  for (const { valueSpan: span } of fields) {
    const length = span.end - span.start
    if (!shown.some((value) => value.length === length && text.startsWith(value, span.start))) continue
    yield {
      span,
      message: l10n.t`${quote(text.slice(span.start, span.end))} is the template's placeholder value. Replace it with your own.`,
    }
  }
}

/** What New Mentor and the snippets insert, where nothing was filled in. */
function* ownMentorPlaceholderReports(text: string, { fields }: Idea): Iterable<RuleReport> {
  for (const {
    key,
    valueSpan: { end, start },
  } of fields) {
    if (key !== 'mentors') continue
    for (
      let at = text.indexOf(ownMentorPlaceholder, start);
      at >= 0 && at < end;
      at = text.indexOf(ownMentorPlaceholder, at + 1)
    ) {
      yield ownMentorPlaceholderReport(text, { start: at, end: at + ownMentorPlaceholder.length })
    }
  }
}

const ownMentorPlaceholderReport = (text: string, span: Span): RuleReport => ({
  span,
  fix: 'none',
  message: l10n.t`${quote(text.slice(span.start, span.end))} is a placeholder. Name a real mentor.`,
})

/** Values that are the choice itself: all levels of difficulty, or all sizes in hours that the list offers. */
const placeholderChoicesIn = (text: string, { fields }: Idea, { sizes }: Template): readonly Span[] =>
  fields.flatMap(({ key, valueSpan }) => {
    if (key !== 'size' && key !== 'difficulty') return noChoices
    const value = text.slice(valueSpan.start, Math.min(valueSpan.end, valueSpan.start + maxChoice))
    return isEveryLevel(value) || (key === 'size' && isPlaceholderOfEverySize(value, sizes)) ? [valueSpan] : noChoices
  })

const noChoices: readonly Span[] = []

const maxChoice = 120

/** `175 or 350 hours`, where these are the sizes on offer. */
function isPlaceholderOfEverySize(value: string, sizes: Template['sizes']): boolean {
  if (sizes.length < 2 || sizes.some(({ word }) => word !== null)) return false
  const hours = value.match(/\d+/g) ?? []
  return (
    hours.length === sizes.length &&
    sizes.every((size, index) => size.hours === Number(hours[index])) &&
    value.replace(/\b(?:hours?|hrs?|or)\b|\d+(?:h\b)?|[\s,/()[\]*_.]+/gi, '') === ''
  )
}

const placeholderChoiceReport = (text: string, span: Span): RuleReport => ({
  span,
  fix: 'none',
  message: l10n.t`${quote(text.slice(span.start, span.end))} is the template's choice. Choose one.`,
})

const placeholdersOf = memoByIdentity(({ samples }: Template) => ({
  headings: [...(samples?.headings ?? []), ...ownTitlePlaceholders],
  names: templatePlaceholderNames([...commonSampleNames, ...(samples?.names ?? [])]),
  handles: templatePlaceholderNames([...commonSampleHandles, ...(samples?.handles ?? [])]),
  notes: [...(samples?.notes ?? []), ...commonNotes].map(templateNote),
}))

/** Rule `template-placeholder`. */
export const templatePlaceholder = defineIdeaRule({
  code: 'template-placeholder',
  severity: 'warning',
  fix: 'safe',
  variations: [
    { where: 'a placeholder name or value, or a choice, was left in', fix: 'none' },
    { where: 'the `#` is all that the field contains, and the next line would be read as its value', fix: 'review' },
  ],
  summary: 'A placeholder name, value, heading or note from the template was left in.',
  why: 'It was meant for the author. Readers take it for the real thing, and scripts copy it into the program.',
  examples: [
    {
      path: 'summerofcode/2025.md',
      bad: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected project size: # medium (~175 hour projects)
                         ^
- Mentor(s): #For GSoC, it is **required** to have at least 2 mentors with 1 being a primary mentor.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  - Ada Example (@ada-example, ada@example.org) - primary
  - Jane Doe (@jane-github, jane@email.address)
    ^^^^^^^^
`,
      fixed: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected project size: medium (~175 hour projects)
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
  - Jane Doe (@jane-github, jane@email.address)
`,
    },
    {
      path: 'summerofcode/2025.md',
      good: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Expected project size: medium (~175 hour projects)
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
  - Ben Example (@ben-example, ben@example.org)
`,
    },
  ],
  *check(idea, context) {
    const { samples } = context.template
    const text = context.text({ start: 0, end: idea.length })
    const { headings, names, handles, notes } = placeholdersOf(context.template)
    if (idea.heading && isTemplatePlaceholderHeading(headings, idea.heading.text)) yield placeholderHeadingReport(idea.heading, 0)
    for (const mentor of idea.mentors) {
      const report = placeholderMentorReport(mentor, names, handles)
      if (report) yield report
    }
    if (text.includes(ownMentorPlaceholder)) yield* ownMentorPlaceholderReports(text, idea)
    const choices = placeholderChoicesIn(text, idea, context.template)
    for (const span of choices) yield placeholderChoiceReport(text, span)
    const marked = noteSpans(text, notes).filter(
      (span) => !choices.some((choice) => covers(choice, span) || covers(span, choice)),
    )
    if (marked.length > 0 || text.indexOf('#', idea.heading?.span.end) >= 0) yield* placeholderNoteReports(text, idea, marked)
    if (samples?.values.length) yield* placeholderValueReports(text, idea, samples.values)
  },
  *checkLearned(idea, context) {
    const text = context.text({ start: 0, end: idea.length })
    for (const span of unfilledMentors(text, idea)) yield ownMentorPlaceholderReport(text, span)
    if (context.learned.ideas < minSharingIdeas) return
    for (const span of placeholderChoicesIn(text, idea, context.template)) yield placeholderChoiceReport(text, span)
  },
  *checkFile({ projects, template }) {
    const shown = template.samples?.headings ?? []
    for (const { heading } of projects)
      if (heading && isTemplatePlaceholderHeading(shown, heading.heading.text))
        yield placeholderHeadingReport(heading.heading, heading.at)
  },
})

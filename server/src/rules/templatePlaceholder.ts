import {
  commonSampleHandles,
  commonSampleNames,
  ownMentorPlaceholder,
  ownTitlePlaceholders,
} from '../model/profiles/commonSamples.ts'
import type { Field, Heading, Idea, Samples, Template } from '../model/types.ts'
import { memoByIdentity } from '../text/memoByIdentity.ts'
import { covers, type Span, shift } from '../text/span.ts'
import { lineStart, onDifferentLines } from '../text/textLines.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix, type RuleReport } from './rule.ts'
import { noteSpans, templateNote, templateNoteWithSpace } from './shared/templateNotes.ts'

/** Notes of the programmes' own templates, for files without a template. */
const commonNotes: Samples['notes'] = [
  'please use the same email address as you use on the LFX Mentorship Platform at https://mentorship.lfx.linuxfoundation.org',
  'For GSoC, it is required to have at least 2 mentors with 1 being a primary mentor.',
  'one of small (~90 hour projects), medium (~175 hour projects) and large (~350 hour projects)',
]

const templatePlaceholderNames = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => name.toLowerCase()))

const placeholderReport = (span: Span, text: string, message: string): RuleReport => ({
  span,
  message: `${quote(text)} ${message}`,
})

const isTemplatePlaceholderHeading = (shown: readonly string[], heading: string): boolean =>
  shown.some((name) => name.length === heading.length && name.toLowerCase() === heading.toLowerCase())

const placeholderHeadingReport = ({ text, textSpan }: Heading, at: number): RuleReport =>
  placeholderReport(shift(textSpan, at), text, "is the template's own heading; expected a name.")

function* placeholderMentorReports(
  { mentors }: Idea,
  names: ReadonlySet<string>,
  handles: ReadonlySet<string>,
): Iterable<RuleReport> {
  for (const { name, handle, nameSpan, handleSpan } of mentors) {
    if (name !== null && nameSpan && names.has(name.toLowerCase()))
      yield placeholderReport(nameSpan, name, "is the template's own mentor; expected a person.")
    else if (handle !== null && handleSpan && handles.has(handle.toLowerCase()))
      yield placeholderReport(handleSpan, `@${handle}`, "is the template's own handle; expected a person's.")
  }
}

/** Reports template notes and a leftover `#` of a note; fixes remove them with the spaces before them. */
function* placeholderNoteReports(text: string, { fields }: Idea, marked: readonly Span[]): Iterable<RuleReport> {
  const removal = (span: Span, title: string, kind: Fix['kind'] = 'safe') => {
    const edits = [{ span, newText: '' }]
    return { fix: kind, fixes: (): readonly Fix[] => [{ title, kind, edits }] }
  }
  for (const span of marked) {
    if (!fields.some((field) => covers(field.span, span))) continue
    const message = "is the template's note to its author; expected it gone."
    yield {
      ...placeholderReport(span, text.slice(span.start, span.end), message),
      ...removal(templateNoteWithSpace(text, span), 'Remove the note of the template'),
    }
  }
  for (const [index, { key, label, labelSpan, valueSpan }] of fields.entries()) {
    const { start } = valueSpan
    if (text[start] !== '#' || marked.some((span) => span.start === start) || onDifferentLines(text, labelSpan.end, start))
      continue
    const lone = (key === 'size' ? /^#[ \t]*/ : /^#(?:[ \t]+|$)/).exec(text.slice(start, Math.min(start + 40, valueSpan.end)))
    if (!lone) continue
    const end = start + lone[0].length
    const kind = end < valueSpan.end || isPlaceholderBeforeField(text, end, fields[index + 1]) ? 'safe' : 'review'
    const message = `is left of the template's note behind ${quote(label)}; expected it gone.`
    yield { ...placeholderReport({ start, end: start + 1 }, '#', message), ...removal({ start, end }, 'Remove the "#"', kind) }
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
    yield placeholderReport(span, text.slice(span.start, span.end), "is the template's own value; expected yours.")
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
      const span = { start: at, end: at + ownMentorPlaceholder.length }
      yield placeholderReport(span, ownMentorPlaceholder, 'is still to be filled in; expected a person.')
    }
  }
}

const placeholdersOf = memoByIdentity(({ samples }: Template) => ({
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
    { where: 'a name or a value of the template was left', fix: 'none' },
    { where: 'the mark is all that a field holds, and what follows would be taken for its value', fix: 'review' },
  ],
  summary: 'A name, value, heading or note of the template was left as it is.',
  why: 'It was meant for the author: readers take it for the real thing, and scripts copy it into the programme.',
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
    if (idea.heading && isTemplatePlaceholderHeading([...(samples?.headings ?? []), ...ownTitlePlaceholders], idea.heading.text))
      yield placeholderHeadingReport(idea.heading, 0)
    const { names, handles, notes } = placeholdersOf(context.template)
    yield* placeholderMentorReports(idea, names, handles)
    yield* ownMentorPlaceholderReports(text, idea)
    yield* placeholderNoteReports(text, idea, noteSpans(text, notes))
    yield* placeholderValueReports(text, idea, samples?.values ?? [])
  },
  *checkFile({ projects, template }) {
    const shown = template.samples?.headings ?? []
    for (const { heading } of projects)
      if (heading && isTemplatePlaceholderHeading(shown, heading.heading.text))
        yield placeholderHeadingReport(heading.heading, heading.at)
  },
})

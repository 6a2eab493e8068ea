import * as l10n from '@vscode/l10n'
import { mentorDisplayText, mentorTextNameSpan } from '../editing/mentorText.ts'
import { samePerson, samePersonByHandle } from '../model/mentors/samePerson.ts'
import type { Idea, Mentor } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import type { Span } from '../text/span.ts'
import { lineStart } from '../text/textLines.ts'
import { oneLine } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'
import { firstLineSpan } from './shared/firstLineSpan.ts'
import { type MentorRun, mentorRunSpan, mentorRuns, mentorsFieldOf } from './shared/mentorRuns.ts'

/** Whether the later entry contains nothing that the earlier one lacks. */
function addsNothingToMentor(text: string, earlier: Mentor, later: Mentor): boolean {
  const plain = (part: string | null): string | null => part && oneLine(part).toLowerCase()
  const extras = ({ leftovers }: Mentor): readonly (string | null)[] =>
    leftovers.map(({ start, end }) => plain(text.slice(start, end)))
  const known = extras(earlier)
  return (
    (later.name === null || plain(later.name) === plain(earlier.name)) &&
    (later.handle === null || plain(later.handle) === plain(earlier.handle)) &&
    (later.emailSpan === null || (later.email !== null && plain(later.email) === plain(earlier.email))) &&
    (!later.primary || earlier.primary) &&
    extras(later).every((piece) => known.includes(piece))
  )
}

/** Whether two entries are in different fields: the second may belong to an idea whose heading was lost, or would become empty. */
const areInDifferentFields = ({ fields }: Idea, earlier: Mentor, later: Mentor): boolean =>
  mentorsFieldOf(fields, earlier) !== mentorsFieldOf(fields, later)

/** Whether a line is the only item nested in another one (`- Co-Mentor(s):`), which would become empty without it. */
function isDuplicateMentorOnlyChild(text: string, { start, end }: Span): boolean {
  const indentOf = (line: string): number => /^[ \t]*/.exec(line)![0].replaceAll('\t', '    ').length
  if (start === 0 || lineStart(text, start) < start) return false
  const own = indentOf(text.slice(start, end))
  const before = start - (text.startsWith('\r\n', start - 2) ? 2 : 1)
  const above = text.slice(lineStart(text, before), before)
  const below = /^[^\r\n]*/.exec(text.slice(end))![0]
  return indentOf(above) < own && (below.trim() === '' || indentOf(below) < own)
}

/** An idea's text and its mentors, grouped by line. */
interface MentorLayout {
  readonly text: string
  readonly runs: readonly MentorRun[]
}

const duplicateMentorLayout = (text: string, idea: Idea): MentorLayout => ({ text, runs: mentorRuns(text, idea) })

/** What to remove along with an entry: its line, or the separator to its neighbor; null if neither is clear. */
function mentorRemovalSpan(text: string, runs: readonly MentorRun[], mentor: Mentor): Span | null {
  const { start, end } = mentorRunSpan(text, mentor)
  const run = runs.find((people) => people.includes(mentor))
  const index = run?.indexOf(mentor) ?? -1
  const before = run?.[index - 1]
  if (before !== undefined) return { start: mentorRunSpan(text, before).end, end }
  const next = run?.[index + 1]
  if (next !== undefined) return { start, end: mentorRunSpan(text, next).start }
  return duplicateMentorLine(text, start, end)
}

/** The line of a list item including its line end; null if the item contains anything else. */
function duplicateMentorLine(text: string, start: number, end: number): Span | null {
  const from = lineStart(text, start)
  const bullet = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+$/.exec(text.slice(from, start))
  const rest = /^[ \t]*[,;]?[ \t]*(\r\n|\r|\n|$)/.exec(text.slice(end, end + 40))
  if (bullet === null || rest === null) return null
  const to = end + rest[0].length
  const indent = /^[ \t]*/.exec(text.slice(to, to + 80))?.[0].length ?? 0
  const below = /^[ \t]*(?:\S|$)/.exec(text.slice(to, to + 80)) !== null && text.slice(to + indent, to + indent + 1).trim() !== ''
  return below && indent > bullet[1]!.length ? null : { start: from, end: to }
}

function mentorRemovalFixes({ text, runs }: MentorLayout, idea: Idea, earlier: Mentor, later: Mentor): readonly Fix[] {
  const span = mentorRemovalSpan(text, runs, later)
  if (span === null) return []
  const edits: readonly Edit[] = [{ span, newText: '' }]
  const neighbors = runs.find((people) => people.includes(later)) ?? []
  // without separators between entries, the remaining text may be read differently
  const isClear = neighbors.length < 2 || neighbors.every(({ isCanonical }) => isCanonical)
  const isSafe =
    isClear &&
    addsNothingToMentor(text, earlier, later) &&
    !areInDifferentFields(idea, earlier, later) &&
    !isDuplicateMentorOnlyChild(text, span)
  return [{ title: l10n.t('Remove this duplicate'), kind: isSafe ? 'safe' : 'review', edits }]
}

/** Rule `duplicate-mentor`. Ignores letter case. */
export const duplicateMentor = defineIdeaRule({
  code: 'duplicate-mentor',
  severity: 'warning',
  fix: 'safe',
  variations: [
    { where: 'the second entry adds something, or is among entries in another format', fix: 'review' },
    { where: 'it is unclear where the second entry ends', fix: 'none' },
  ],
  summary: 'An idea lists the same person twice.',
  why: 'The program counts people, not entries: one mentor listed twice is one mentor.',
  examples: [
    {
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
  - Ben Example (@ben-example, ben@example.org)
  - Ada Example (@Ada-Example)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      fixed: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
  - Ben Example (@ben-example, ben@example.org)
`,
    },
    {
      good: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
  - Ben Example (@ben-example, ben@example.org)
`,
    },
  ],
  *check(idea, context) {
    const { mentors } = idea
    let layout: MentorLayout | null = null
    for (const [index, mentor] of mentors.entries()) {
      const first = mentors.findIndex(({ id }) => samePerson(id, mentor.id))
      const earlier = mentors[first]
      if (earlier === undefined || first >= index) continue
      const same = samePersonByHandle(earlier.id, mentor.id) ? `@${mentor.handle}` : mentor.email
      layout ??= duplicateMentorLayout(context.text({ start: 0, end: idea.length }), idea)
      const fixes = mentorRemovalFixes(layout, idea, earlier, mentor)
      yield {
        span: firstLineSpan(mentor.span, context),
        message: l10n.t`${same ?? ''} is already listed as a mentor.`,
        related: [{ span: mentorTextNameSpan(earlier), message: l10n.t('The first entry') }],
        ...(fixes.length > 0 && { fix: fixes[0]!.kind, fixes: () => fixes }),
      }
    }
  },
  *checkLearned({ mentors }, context) {
    for (const [index, mentor] of mentors.entries()) {
      const earlier = mentors.slice(0, index).find(({ id }) => samePerson(id, mentor.id))
      // people of front matter have no place of their own; an address of a group is not a person's
      if (earlier === undefined || earlier.span.start === mentor.span.start || !isDuplicateEntry(earlier, mentor)) continue
      yield {
        span: firstLineSpan(mentor.span, context),
        message: l10n.t`${mentorDisplayText(mentor)} is already listed as a mentor.`,
        severity: 'information',
        fix: 'none',
        related: [{ span: earlier.span, message: l10n.t('The first entry') }],
      }
    }
  },
})

const isDuplicateEntry = (one: Mentor, other: Mentor): boolean =>
  one.name === null || other.name === null || one.name.toLowerCase() === other.name.toLowerCase()

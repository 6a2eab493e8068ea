import { firstLineSpan } from '../editing/fieldPlacement.ts'
import { expectedEntry } from '../editing/mentorText.ts'
import type { Field, Idea, Mentor } from '../model/types.ts'
import { type Edit, joinTouching } from '../text/edits.ts'
import { covers } from '../text/span.ts'
import { lineStart } from '../text/textLines.ts'
import { pluralize, quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix, type RuleContext, type RuleReport } from './rule.ts'
import { formatMentorEntry, type MentorEntryText, readsBackAs } from './shared/mentorEntry.ts'
import { bulletEdits, isBalanced, type MentorRun, mentorRuns, runSpan } from './shared/mentorLayout.ts'

/** A person of whom nothing but a name is known, or another site, is for `mentor-handle`. */
const isFlawed = ({ isCanonical, handle, emailSpan, handleForm }: Mentor): boolean =>
  !isCanonical && handleForm !== 'foreign' && (handle !== null || emailSpan !== null)

function flawOf(text: string, mentor: Mentor): string {
  const { span, nameSpan, handleSpan, handleForm, emailSpan, leftovers } = mentor
  if (mentor.name === null) return 'The name is missing'
  if (handleForm === 'link') return 'The handle is shown by a link alone'
  const from = nameSpan?.end ?? span.start
  if (/[（）]/.test(text.slice(from, span.end))) return 'The brackets are full-width ones'
  const bracket = text.indexOf('(', from)
  if (bracket < 0 || bracket >= span.end) return 'No brackets stand around handle and e-mail'
  if (handleForm === 'bare') return 'The handle has no @'
  if (bracket === nameSpan?.end) return 'No blank stands before the bracket'
  if (handleSpan !== null && handleSpan.start < bracket) return 'The handle stands outside the brackets'
  if (handleSpan !== null && emailSpan !== null && /^[ \t]*[;，；、]/.test(text.slice(handleSpan.end, emailSpan.start)))
    return 'No comma parts handle and e-mail'
  return leftovers.length > 0 ? 'Other text stands beside name, handle and e-mail' : 'The entry has another form'
}

/** Whether a bar stands outside brackets. */
const hasCells = (written: string): boolean => written.replace(/\([^()]*\)/g, '').includes('|')

/** A new text for one entry in its place; null where it would be read in another way. */
function entryEdit(text: string, mentor: Mentor, entry: MentorEntryText): Edit | null {
  const span = runSpan(text, mentor)
  const written = text.slice(span.start, span.end)
  // the cells of a table stay what they are
  return isBalanced(written) && !hasCells(written) && written !== entry.text ? { span, newText: entry.text } : null
}

const isBulleted = (text: string, { span }: Mentor): boolean =>
  /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+[*_`]*$/.test(text.slice(lineStart(text, span.start), span.start))

/** Beside remarks and names with commas it is anybody's guess where a person ends: what one entry becomes may change the next. */
const isPlain = (text: string, { name, leftovers, span }: Mentor): boolean =>
  leftovers.length === 0 && name !== null && !/[,;&/|]/.test(name) && !/[\r\n]/.test(text.slice(span.start, span.end))

function inPlace(text: string, mentor: Mentor, stretch: MentorRun): readonly Fix[] {
  const entry = formatMentorEntry(text, mentor)
  if (entry === null || (stretch.length > 1 && entry.parted)) return []
  const edit = entryEdit(text, mentor, entry)
  // items between somebody's contacts would go with them
  const isSpread = /[\r\n][ \t]*[-*+][ \t]/.test(text.slice(mentor.span.start, mentor.span.end))
  if (edit === null || (isSpread && !entry.whole) || !readsBackAs(entry.text, mentor, isBulleted(text, stretch[0]))) return []
  return [{ title: `Write ${quote(entry.text)}`, kind: entry.whole ? 'safe' : 'review', edits: [edit] }]
}

/** Whether nothing is said behind the last of a stretch, of whom or of all it may be. */
const endsLine = (text: string, stretch: MentorRun): boolean =>
  /^[^\p{L}\p{N}\r\n]{0,40}(?:[\r\n]|$)/u.test(text.slice(stretch.at(-1)!.span.end, stretch.at(-1)!.span.end + 42))

/** A fix for several people, and whose entries it gives the form that is asked for. */
interface Bullets {
  readonly fixes: readonly Fix[]
  readonly mended: ReadonlySet<Mentor>
}

const noBullets: Bullets = { fixes: [], mended: new Set() }

/** Gives everybody of a stretch a line, and those who need it another form. */
function asBullets(text: string, stretch: MentorRun, fields: readonly Field[]): Bullets {
  const bullets = bulletEdits(text, stretch, fields)
  if (bullets === null || stretch.some(({ span }) => hasCells(text.slice(span.start, span.end)))) return noBullets
  const rewritten = stretch.filter(isFlawed).flatMap((mentor) => {
    const entry = formatMentorEntry(text, mentor)
    const edit = entry && readsBackAs(entry.text, mentor, true) ? entryEdit(text, mentor, entry) : null
    return entry && edit ? [{ mentor, edit, whole: entry.whole }] : []
  })
  // on a line of its own an entry may mean something else: a comma parts people there no more
  const mended = new Set(rewritten.map(({ mentor }) => mentor))
  const kept = stretch.filter((mentor) => !mended.has(mentor))
  if (!kept.every((mentor) => readsBackAs(text.slice(mentor.span.start, mentor.span.end), mentor, true, false))) return noBullets
  // a name alone takes the contacts of the line below it for its own
  const isKnown = ({ name, handle, emailSpan }: Mentor): boolean => name !== null && (handle !== null || emailSpan !== null)
  const isSafe = rewritten.every(({ whole }) => whole) && stretch.every(isKnown) && endsLine(text, stretch)
  const kind = isSafe ? 'safe' : 'review'
  const title = `Give each of the ${pluralize(stretch.length, 'mentor')} a bullet`
  return { fixes: [{ title, kind, edits: joinTouching([...bullets, ...rewritten.map(({ edit }) => edit)]) }], mended }
}

/** A bracket that never closes, or a bullet without its blank: where one person ends is a guess in such a text. */
const isOdd = (value: string): boolean =>
  value.split(/[([]/).length !== value.split(/[)\]]/).length || /^[ \t]*[-+][^\s+-]/m.test(value)

/** Whether a bullet stands between a stretch and the people before and behind it. */
function standsAlone(text: string, stretch: MentorRun, mentors: readonly Mentor[]): boolean {
  const first = mentors.indexOf(stretch[0])
  const rows = [
    mentors.slice(Math.max(0, first - 1), first + 1),
    mentors.slice(first + stretch.length - 1, first + stretch.length + 1),
  ]
  return rows.every(
    ([a, b]) =>
      a === undefined || b === undefined || /[\r\n][ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(text.slice(a.span.end, b.span.start)),
  )
}

/** Whether somebody of whom no contact is known stands at a line's end: with another form behind it the name goes on there. */
const mayFold = (text: string, stretch: MentorRun): boolean =>
  stretch.some(({ handle, emailSpan, span }, index) => {
    const next = stretch[index + 1]
    return next && handle === null && emailSpan === null && /[\r\n]/.test(text.slice(span.end, next.span.start))
  })

/** Whether it is beyond doubt where each person of a stretch ends; a bullet says it by itself. */
function isSure(text: string, stretch: MentorRun, { fields, mentors }: Idea, apart: boolean): boolean {
  if (stretch.length > 1 && !apart && !stretch.every((mentor) => isPlain(text, mentor))) return false
  if (!standsAlone(text, stretch, mentors) || mayFold(text, stretch)) return false
  if (mentors.length < 2 || (stretch.length === 1 && isBulleted(text, stretch[0]))) return true
  const field = fields.find(({ key, valueSpan }) => key === 'mentors' && covers(valueSpan, stretch[0].span))
  return field === undefined || !isOdd(text.slice(field.valueSpan.start, field.valueSpan.end))
}

const forReview = (fix: Fix): Fix => ({ ...fix, kind: 'review' })

const withFixes = (report: RuleReport, fixes: readonly Fix[]): RuleReport => {
  const [first] = fixes
  return first === undefined ? report : { ...report, fix: first.kind, fixes: () => fixes }
}

function* reports(stretch: MentorRun, idea: Idea, text: string, context: RuleContext): Iterable<RuleReport> {
  const apart = stretch.length > 1 && !context.profile.mentorsOnOneLine
  const flawed = stretch.filter(isFlawed)
  if (flawed.length === 0 && !(apart && stretch.some(({ sharesContact }) => sharesContact))) return
  const sure = isSure(text, stretch, idea, apart)
  const told = (fixes: readonly Fix[]): readonly Fix[] => (sure ? fixes : fixes.map(forReview))
  const bullets = apart ? asBullets(text, stretch, idea.fields) : noBullets
  const together = told(bullets.fixes)
  for (const mentor of flawed) {
    const expected = formatMentorEntry(text, mentor)?.text ?? expectedEntry(mentor, context.template)
    const report = {
      span: firstLineSpan(mentor.span, context),
      message: `${flawOf(text, mentor)}; expected ${quote(expected, 100)}.`,
    }
    // a name that nobody wrote down is not found by an edit
    if (mentor.name === null || (apart && !bullets.mended.has(mentor))) yield report
    else yield withFixes(report, apart ? together : told(inPlace(text, mentor, stretch)))
  }
  const side = stretch.filter(({ sharesContact }) => sharesContact)
  const isSaid = flawed.some(({ name }) => name !== null)
  if (!apart || isSaid || side.length < 2 || !side.every(({ isCanonical, name }) => isCanonical || name === null)) return
  const span = firstLineSpan({ start: side[0]!.span.start, end: side.at(-1)!.span.end }, context)
  const message = `${pluralize(side.length, 'mentor')} stand on one line; expected one a bullet.`
  yield withFixes({ span, message, severity: 'information' }, together)
}

/** rules.md, Mentors: `mentor-format`. Blanks and the wording of roles are nobody's concern. */
export const mentorFormat = defineIdeaRule({
  code: 'mentor-format',
  severity: 'warning',
  fix: 'safe',
  variations: [
    { where: 'several tidy entries share a line', severity: 'information' },
    { where: 'a part of the entry would get lost, or may be meant in another way', fix: 'review' },
    { where: 'the entry has no name, or words that make no sense elsewhere', fix: 'none' },
  ],
  summary: 'A mentor is written in another form than `Name (@handle, e-mail)`, or several stand on one line.',
  why: 'Administrators read names, handles and addresses out of these lines to invite mentors; every other form costs them a question.',
  examples: [
    {
      path: 'summerofcode/2025.md',
      bad: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Primary Mentor: Ada Example @ada-example ada@example.org
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  - [Ben Example](https://github.com/ben-example) (ben@example.org) from Example
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      fixed: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
  - Ben Example (@ben-example, ben@example.org) - from Example
`,
    },
    {
      path: 'summerofcode/2025.md',
      bad: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s): Ada Example (@ada-example, ada@example.org) - primary, Ben Example (@ben-example, ben@example.org)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
  - Ada Example (@ada-example, ada@example.org) - Primary Mentor
  - Ben Example (@ben-example , ben@example.org) - Secondary Mentor
`,
    },
  ],
  *check(idea, context) {
    if (!idea.mentors.some((mentor) => isFlawed(mentor) || mentor.sharesContact)) return
    const text = context.text({ start: 0, end: idea.length })
    for (const stretch of mentorRuns(text, idea)) yield* reports(stretch, idea, text, context)
  },
})

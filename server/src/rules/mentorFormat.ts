import * as l10n from '@vscode/l10n'
import { expectedMentorText } from '../editing/mentorText.ts'
import { isFullName } from '../model/mentors/fullName.ts'
import type { Field, Idea, Mentor } from '../model/types.ts'
import { type Edit, joinTouching } from '../text/edits.ts'
import { covers } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix, type RuleContext, type RuleReport } from './rule.ts'
import { countedIdeas } from './shared/countedIdeas.ts'
import { firstLineSpan } from './shared/firstLineSpan.ts'
import { foreignMentorBullets } from './shared/foreignMentorBullets.ts'
import { labelAgain } from './shared/labelAgain.ts'
import {
  canBeMentorBullet,
  hasMentorBullet,
  hasMentorBulletsAround,
  splitIntoMentorBullets,
  splitOffPerson,
} from './shared/mentorBullets.ts'
import { anotherPersonIn, formatMentorEntry, type MentorEntryText, readsBackAs } from './shared/mentorEntry.ts'
import { isMentorRunAtLineEnd, type MentorRun, mentorRunSpan, mentorRuns } from './shared/mentorRuns.ts'
import { unfilledMentors } from './shared/unfilledMentors.ts'

/** An entry with only a name, or with a link to another site, is reported by `mentor-handle`. */
const hasFormatFlaw = ({ isCanonical, handle, emailSpan, handleForm }: Mentor): boolean =>
  !isCanonical && handleForm !== 'foreign' && (handle !== null || emailSpan !== null)

function formatFlawMessage(text: string, mentor: Mentor, expected: string): string {
  const { span, nameSpan, handleSpan, handleForm, emailSpan, leftovers } = mentor
  if (mentor.name === null) return l10n.t`The name is missing; expected ${expected}.`
  if (handleForm === 'link') return l10n.t`The handle appears only as a link; expected ${expected}.`
  const from = nameSpan?.end ?? span.start
  if (/[（）]/.test(text.slice(from, span.end))) return l10n.t`The parentheses are full-width characters; expected ${expected}.`
  const bracket = text.indexOf('(', from)
  if (bracket < 0 || bracket >= span.end) return l10n.t`The handle and email are not in parentheses; expected ${expected}.`
  if (handleForm === 'withoutAt') return l10n.t`The handle is missing its "@"; expected ${expected}.`
  if (bracket === nameSpan?.end) return l10n.t`The space before the parenthesis is missing; expected ${expected}.`
  if (handleSpan !== null && handleSpan.start < bracket)
    return l10n.t`The handle is outside the parentheses; expected ${expected}.`
  if (handleSpan !== null && emailSpan !== null && /^[ \t]*[;，；、]/.test(text.slice(handleSpan.end, emailSpan.start)))
    return l10n.t`The comma between handle and email is missing; expected ${expected}.`
  return leftovers.length > 0
    ? l10n.t`The entry contains text in addition to name, handle and email; expected ${expected}.`
    : l10n.t`The entry is not in the usual form; expected ${expected}.`
}

function flawMessage(text: string, mentor: Mentor, { template }: RuleContext): string {
  const other = anotherPersonIn(text, mentor)
  if (other !== null) return l10n.t`${quote(other)} may be another mentor. Give each mentor an entry of their own.`
  const expected = formatMentorEntry(text, mentor)?.text ?? expectedMentorText(mentor, template)
  return formatFlawMessage(text, mentor, quote(expected, 100))
}

/** Whether an entry contains a table's cell separator outside parentheses. */
const isMentorFormatTable = (written: string): boolean => written.replace(/\([^()]*\)/g, '').includes('|')

/** The edit that replaces an entry with its new text; null if it is unbalanced, has cells, or does not change. */
function formatEdit(text: string, mentor: Mentor, entry: MentorEntryText): Edit | null {
  const span = mentorRunSpan(text, mentor)
  const written = text.slice(span.start, span.end)
  // keeps the cells of a table
  return canBeMentorBullet(written) && !isMentorFormatTable(written) && written !== entry.text
    ? { span, newText: entry.text }
    : null
}

/** Whether an entry has neither remarks nor a separator in its name: otherwise it is unclear where it ends. */
const isMentorFormatPlain = (text: string, { name, leftovers, span }: Mentor): boolean =>
  leftovers.length === 0 && name !== null && !/[,;&/|]/.test(name) && !/[\r\n]/.test(text.slice(span.start, span.end))

/** A fix shows the whole entry, as what changes may be at its end. */
const maxEntryInTitle = 160

function anotherPersonFixes(text: string, mentor: Mentor, name: string): readonly Fix[] {
  const edit = splitOffPerson(text, mentor, name)
  return edit === null ? [] : [{ title: l10n.t`Put ${quote(name)} on a bullet of its own`, kind: 'review', edits: [edit] }]
}

function inPlaceFormatFixes(text: string, mentor: Mentor, run: MentorRun): readonly Fix[] {
  const other = anotherPersonIn(text, mentor)
  if (other !== null) return anotherPersonFixes(text, mentor, other)
  const entry = formatMentorEntry(text, mentor)
  if (entry === null || (run.length > 1 && entry.parted)) return []
  const edit = formatEdit(text, mentor, entry)
  // list items between a mentor's contacts would be replaced, too
  const isSpread = /[\r\n][ \t]*[-*+][ \t]/.test(text.slice(mentor.span.start, mentor.span.end))
  if (edit === null || (isSpread && !entry.whole) || !readsBackAs(entry.text, mentor, hasMentorBullet(text, run[0]))) return []
  return [
    { title: l10n.t`Change to ${quote(entry.text, maxEntryInTitle)}`, kind: entry.whole ? 'safe' : 'review', edits: [edit] },
  ]
}

/** A fix for several mentors on a line, and the mentors whose entries it rewrites. */
interface BulletFixes {
  readonly fixes: readonly Fix[]
  readonly rewritten: ReadonlySet<Mentor>
}

const noBulletFixes: BulletFixes = { fixes: [], rewritten: new Set() }

/** Gives each mentor of a run a line, and rewrites flawed entries. */
function mentorFormatBulletFixes(text: string, run: MentorRun, fields: readonly Field[]): BulletFixes {
  const bullets = splitIntoMentorBullets(text, run, fields)
  if (bullets === null || run.some((mentor) => anotherPersonIn(text, mentor) !== null)) return noBulletFixes
  if (run.some(({ span }) => isMentorFormatTable(text.slice(span.start, span.end)))) return noBulletFixes
  const entries = run.filter(hasFormatFlaw).flatMap((mentor) => {
    const entry = formatMentorEntry(text, mentor)
    const edit = entry && readsBackAs(entry.text, mentor, true) ? formatEdit(text, mentor, entry) : null
    return entry && edit ? [{ mentor, edit, whole: entry.whole }] : []
  })
  // on a line of its own, an entry may be read differently: a comma does not separate mentors there
  const rewritten = new Set(entries.map(({ mentor }) => mentor))
  const kept = run.filter((mentor) => !rewritten.has(mentor))
  if (!kept.every((mentor) => readsBackAs(text.slice(mentor.span.start, mentor.span.end), mentor, true, false)))
    return noBulletFixes
  // a name without contacts would take those of the line below it
  const isKnown = ({ name, handle, emailSpan }: Mentor): boolean => name !== null && (handle !== null || emailSpan !== null)
  const isSafe = entries.every(({ whole }) => whole) && run.every(isKnown) && isMentorRunAtLineEnd(text, run)
  const kind = isSafe ? 'safe' : 'review'
  const title = l10n.t`Put each of the ${run.length} mentors on its own bullet`
  const edits = joinTouching([...bullets, ...entries.map(({ edit }) => edit)])
  const named = [{ start: run[0].span.start, end: run.at(-1)!.span.end }]
  return { fixes: [{ title, kind, edits, named }], rewritten }
}

/** Whether a mentors field has an unclosed bracket or a bullet without a space (`-Jane`): it is unclear where entries end. */
const isMalformedMentorList = (value: string): boolean =>
  value.split(/[([]/).length !== value.split(/[)\]]/).length || /^[ \t]*[-+][^\s+-]/m.test(value)

/** Whether a mentor without contacts ends a line: the next line may then be read as a continuation of the name. */
const mayMentorNameContinue = (text: string, run: MentorRun): boolean =>
  run.some(({ handle, emailSpan, span }, index) => {
    const next = run[index + 1]
    return next && handle === null && emailSpan === null && /[\r\n]/.test(text.slice(span.end, next.span.start))
  })

/** Whether it is clear where each mentor of a run ends. */
function hasClearBoundaries(text: string, run: MentorRun, { fields, mentors }: Idea, apart: boolean): boolean {
  if (run.length > 1 && !apart && !run.every((mentor) => isMentorFormatPlain(text, mentor))) return false
  if (!hasMentorBulletsAround(text, run, mentors) || mayMentorNameContinue(text, run)) return false
  if (mentors.length < 2 || (run.length === 1 && hasMentorBullet(text, run[0]))) return true
  const field = fields.find(({ key, valueSpan }) => key === 'mentors' && covers(valueSpan, run[0].span))
  return field === undefined || !isMalformedMentorList(text.slice(field.valueSpan.start, field.valueSpan.end))
}

const mentorFormatReviewFix = (fix: Fix): Fix => ({ ...fix, kind: 'review' })

const withFormatFixes = (report: RuleReport, fixes: readonly Fix[]): RuleReport => {
  const [first] = fixes
  return first === undefined ? report : { ...report, fix: first.kind, fixes: () => fixes }
}

/** `Mentor(s): Mentor(s): Ada Example (@ada)` is reported by `duplicate-field`; the entry itself says nothing more. */
const isAfterLabelAgain = (text: string, { span, leftovers }: Mentor, { fields }: Idea): boolean =>
  fields.some(({ label, valueSpan }) => {
    const again = valueSpan.start === span.start ? labelAgain(text.slice(valueSpan.start, valueSpan.end), label) : 0
    return again > 0 && leftovers.every(({ end }) => end <= span.start + again)
  })

/** Whether it is clear what an entry on a line with others is: the usual form, only a contact, or only the name of a person. */
const isClearEntry = ({ isCanonical, name, handle, emailSpan, handleForm, leftovers }: Mentor): boolean =>
  isCanonical ||
  name === null ||
  (handle === null && emailSpan === null && handleForm === null && leftovers.length === 0 && isFullName(name.split(' ')))

function* formatReports(run: MentorRun, idea: Idea, text: string, context: RuleContext): Iterable<RuleReport> {
  const apart = run.length > 1 && !context.profile.mentorsOnOneLine && !context.template.mentorsOnOneLine
  const flawed = run.filter((mentor) => hasFormatFlaw(mentor) && !isAfterLabelAgain(text, mentor, idea))
  if (flawed.length === 0 && !(apart && run.some(({ sharesLine }) => sharesLine))) return
  const sure = hasClearBoundaries(text, run, idea, apart)
  const judged = (fixes: readonly Fix[]): readonly Fix[] => (sure ? fixes : fixes.map(mentorFormatReviewFix))
  const bullets = apart ? mentorFormatBulletFixes(text, run, idea.fields) : noBulletFixes
  const together = judged(bullets.fixes)
  for (const mentor of flawed) {
    const report = { span: firstLineSpan(mentor.span, context), message: flawMessage(text, mentor, context) }
    // no edit can add a missing name
    if (mentor.name === null || (apart && !bullets.rewritten.has(mentor))) yield report
    else yield withFormatFixes(report, apart ? together : judged(inPlaceFormatFixes(text, mentor, run)))
  }
  const side = run.filter(({ sharesLine }) => sharesLine)
  const isSaid = flawed.some(({ name }) => name !== null)
  if (!apart || isSaid || side.length < 2 || !side.every(isClearEntry)) return
  const span = firstLineSpan({ start: side[0]!.span.start, end: side.at(-1)!.span.end }, context)
  const message = l10n.t`${side.length} mentors share one line. Put each on its own bullet.`
  yield withFormatFixes({ span, message, severity: 'information' }, together)
}

/** `others` are the ideas in which all mentors have this contact; null if the list's configuration requires it. */
function mentorFormatContactMessage(who: string, lacks: 'handle' | 'email', others: string | null): string {
  if (others === null) return lacks === 'handle' ? l10n.t`${who} has no handle.` : l10n.t`${who} has no email address.`
  return lacks === 'handle'
    ? l10n.t`${who} has no handle; in ${others} all mentors have one.`
    : l10n.t`${who} has no email address; in ${others} all mentors have one.`
}

/** Rule `mentor-format`. Ignores whitespace and the wording of roles. */
export const mentorFormat = defineIdeaRule({
  code: 'mentor-format',
  severity: 'warning',
  fix: 'safe',
  variations: [
    { where: 'several well-formed entries share a line', severity: 'information' },
    { where: 'the bullets are those of a word processor, and other lines are between them', fix: 'review' },
    { where: 'part of the entry would be lost, or could mean something else', fix: 'review' },
    { where: 'the entry has no name, or contains words that only make sense where they are', fix: 'none' },
  ],
  summary: 'A mentor is not written as `Name (@handle, email)`, has a bullet of a word processor, or shares a line with others.',
  why: 'Administrators copy names, handles and addresses from these lines to invite mentors; any other format means asking again.',
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
    if (idea.mentors.length === 0) return
    const text = context.text({ start: 0, end: idea.length })
    for (const { span, bullet, fix } of foreignMentorBullets(text, idea)) {
      const message = l10n.t`${quote(bullet)} is not a bullet in Markdown. Put each mentor on a bullet of its own.`
      yield { span, message, fix: fix.kind, fixes: () => [fix] }
    }
    if (!idea.mentors.some((mentor) => hasFormatFlaw(mentor) || mentor.sharesLine)) return
    for (const run of mentorRuns(text, idea)) yield* formatReports(run, idea, text, context)
  },
  *checkLearned(idea, { learned, text }) {
    const forms = learned.mentors
    // found once and only if needed: a field may have many entries
    let unfilled: ReadonlySet<number> | null = null
    for (const { name, handle, email, span } of idea.mentors) {
      const lacks = handle === null && forms.handle ? 'handle' : email === null && forms.email ? 'email' : null
      if (lacks === null || span.end === span.start) continue
      // template-placeholder asks for a person
      unfilled ??= new Set(unfilledMentors(text({ start: 0, end: idea.length }), idea).map(({ start }) => start))
      if (unfilled.has(span.start)) continue
      const { count, total } = forms[lacks]!
      const message = mentorFormatContactMessage(
        quote(name ?? handle ?? email ?? ''),
        lacks,
        learned.isDeclared ? null : countedIdeas(learned, count, total),
      )
      yield { span, message, severity: 'information', fix: 'none' }
    }
  },
})

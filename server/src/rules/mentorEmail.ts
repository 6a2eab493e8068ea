import * as l10n from '@vscode/l10n'
import { expectedMentorText, mentorDisplayText, mentorTextNameSpan } from '../editing/mentorText.ts'
import type { IdeaFile } from '../model/types.ts'
import { detached } from '../text/detach.ts'
import { type Span, shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { ListSummary, MentorSummary } from '../workspace/listSummary.ts'
import type { FileRuleIdea, FileRuleInput, FileRuleMentor } from './fileRuleInput.ts'
import { defineFileRule, type FileReport, type Fix } from './rule.ts'
import { onceForFile } from './shared/onceForFile.ts'

/** The known addresses of each lower-case handle. */
type Addresses = ReadonlyMap<string, readonly string[]>

/** The lower-case handles of an idea's mentors without a plain address. */
const handlesWithoutEmail = ({ mentors }: FileRuleIdea): readonly string[] =>
  mentors.flatMap(({ emailForm, id }) => (emailForm === 'plain' ? [] : (id.handle ?? [])))

/** For each handle that lacks an address somewhere: its addresses in this file, otherwise in other lists. */
function mentorEmailsOf({ projects }: Pick<FileRuleInput, 'projects'>, peers: readonly ListSummary[]): Addresses {
  const wantedHandles = new Set<string>()
  const found = new Map<string, string[]>()
  for (const { ideas } of projects)
    for (const { idea } of ideas) for (const handle of handlesWithoutEmail(idea)) wantedHandles.add(handle)
  if (wantedHandles.size === 0) return found
  const add = (handle: string | null | undefined, email: string | null): void => {
    if (!handle || email === null || !wantedHandles.has(handle)) return
    const known = found.get(handle) ?? []
    if (known.every((each) => each.toLowerCase() !== email.toLowerCase())) found.set(handle, [...known, email])
  }
  for (const { ideas } of projects) for (const { idea } of ideas) for (const { id, email } of idea.mentors) add(id.handle, email)
  for (const handle of found.keys()) wantedHandles.delete(handle)
  for (const { id, email } of peers.flatMap(mentorsWithEmails)) add(id.handle, email)
  return found
}

const mentorsWithEmails = ({ projects }: ListSummary): readonly MentorSummary[] =>
  projects.flatMap(({ ideas }) => ideas.flatMap(({ mentors }) => mentors))

/** `x AT y DOT com` → `x@y.com`; null if the result is not an address. */
function plainMentorEmail(text: string): string | null {
  const spaced = text.replace(/_(at|dot)_/gi, ' $1 ').replace('@', ' at ')
  const words = spaced.split(/[\s[\](){}<>]+/).filter((word) => word !== '')
  const at = words.findIndex((word, index) => index > 0 && /^at$/i.test(word))
  if (at < 0) return null
  const isDot = (word: string): boolean => /^dot$/i.test(word)
  const local = words.slice(0, at).map((word) => (isDot(word) ? '.' : word))
  const domain = words.slice(at + 1).filter((word) => !isDot(word))
  const address = `${local.join('')}@${domain.join('.')}`
  return /^[\w.%+-]+@[\w-]+(?:\.[\w-]+)+$/.test(address) ? address : null
}

const changeEmailFix = (address: string, span: Span): Fix => ({
  title: l10n.t`Change to ${quote(address)}`,
  kind: 'review',
  edits: [{ span, newText: address }],
})

const addEmailFix = (address: string, at: number): Fix => ({
  title: l10n.t`Add ${quote(address)}`,
  kind: 'review',
  edits: [{ span: { start: at, end: at }, newText: `, ${address}` }],
})

/** Fixes for a missing or unusable address; `known` are the addresses of the same handle elsewhere. */
function emailFixes(
  { handleSpan, isCanonical, emailForm }: FileRuleMentor,
  written: string,
  span: Span,
  at: number,
  known: readonly string[],
): readonly Fix[] {
  const typed = emailForm === 'obfuscated' ? plainMentorEmail(written) : null
  if (emailForm !== null) return (typed === null ? known : [typed]).map((address) => changeEmailFix(address, span))
  // an entry in another form is fixed by `mentor-format` first
  if (!isCanonical || handleSpan === null) return []
  const end = handleSpan.end + at
  return known.map((address) => addEmailFix(address, end))
}

/**
 * Fixes for this rule's findings, by the span of each, with the addresses that `lists`, of any year, have for the handle. Looks through
 * the lists once for all findings of the file, when the first is asked for. Offsets are relative to the file's start.
 */
export function mentorEmailFixesFrom(lists: () => readonly ListSummary[], file: IdeaFile): (place: Span) => readonly Fix[] {
  const known = onceForFile((each) => mentorEmailsOf(each, lists()))
  const mentors = onceForFile(mentorsByEmailPlace)
  return (place) => {
    const found = mentors(file).get(place.start)
    if (found === undefined) return []
    const { mentor, at, handle } = found
    const span = emailReportSpan(mentor, at)
    return emailFixes(mentor, file.text.slice(span.start, span.end), span, at, known(file).get(handle) ?? [])
  }
}

interface MentorToWrite {
  readonly mentor: FileRuleMentor
  /** The offset of its idea. */
  readonly at: number
  readonly handle: string
}

/** The mentors with a handle, by the offset at which this rule reports them. */
function mentorsByEmailPlace(file: IdeaFile): ReadonlyMap<number, MentorToWrite> {
  const byPlace = new Map<number, MentorToWrite>()
  for (const { ideas } of file.projects) {
    for (const { idea, at } of ideas) {
      for (const mentor of idea.mentors) {
        const { start } = emailReportSpan(mentor, at)
        const { handle } = mentor.id
        if (handle !== null && !byPlace.has(start)) byPlace.set(start, { mentor, at, handle })
      }
    }
  }
  return byPlace
}

const emailReportSpan = (mentor: FileRuleMentor, at: number): Span => shift(mentor.emailSpan ?? mentorTextNameSpan(mentor), at)

function emailMessage(mentor: FileRuleMentor, written: string, { template }: FileRuleInput): string {
  if (mentor.emailForm === 'obfuscated')
    return l10n.t`${quote(written)} is an obfuscated address. Write it out, as in name@example.org.`
  if (mentor.emailForm === 'malformed')
    return l10n.t`${quote(written)} is not a valid email address; expected something like name@example.org.`
  return l10n.t`${mentorDisplayText(mentor)} has no email address; expected ${quote(expectedMentorText(mentor, template))}.`
}

function emailReport(mentor: FileRuleMentor, at: number, file: FileRuleInput, known: readonly string[]): FileReport {
  const span = emailReportSpan(mentor, at)
  // a slice in the message would keep this version of the whole text in memory
  const written = detached(file.emailSource(mentor, at))
  const fixes = emailFixes(mentor, written, span, at, known)
  const message = emailMessage(mentor, written, file)
  return fixes.length === 0 ? { span, message } : { span, message, fixes: () => fixes }
}

/** Rule `mentor-email`. A missing address is reported only if the template requires one, an unusable address always. */
export const mentorEmail = defineFileRule({
  code: 'mentor-email',
  severity: 'warning',
  fix: 'review',
  variations: [{ where: 'no address is given, and none is known from elsewhere', fix: 'none' }],
  summary: 'A mentor has no email address although the template requires one, or one that cannot be used as written.',
  why: 'The program invites mentors by email. Reviewers ask for a missing or obfuscated address, usually close to the deadline.',
  examples: [
    {
      path: 'summerofcode/2025.md',
      bad: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example) - primary
    ^^^^^^^^^^^
  - Ben Example (@ben-example, ben AT example DOT org)
                               ^^^^^^^^^^^^^^^^^^^^^^
`,
      fixed: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example) - primary
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
  readsPeers: true,
  *check(file, peers) {
    const { email: asked } = file.template.mentors
    let addresses: Addresses | null = null
    for (const { ideas } of file.projects) {
      for (const { idea, at } of ideas) {
        for (const mentor of idea.mentors) {
          if (mentor.emailForm === 'plain' || (mentor.emailForm === null && !asked)) continue
          addresses ??= mentorEmailsOf(file, peers)
          yield emailReport(mentor, at, file, addresses.get(mentor.id.handle ?? '') ?? [])
        }
      }
    }
  },
})

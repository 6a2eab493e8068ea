import { displayName, expectedEntry, nameSpanOf } from '../editing/mentorText.ts'
import type { Idea, IdeaFile, Mentor } from '../model/types.ts'
import { detached } from '../text/detach.ts'
import { type Span, shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { KnownMentor, ListSummary } from '../workspace/listSummary.ts'
import { defineFileRule, type Fix, type RuleReport } from './rule.ts'

/** The addresses that are known for each handle, by the handle in lower case. */
type Addresses = ReadonlyMap<string, readonly string[]>

/** The handles of an idea's mentors without a plain address. */
const lacking = ({ mentors }: Idea): readonly string[] =>
  mentors.flatMap(({ emailForm, id }) => (emailForm === 'plain' ? [] : (id.handle ?? [])))

/** The addresses that the file has for each handle that lacks one somewhere, or other lists where the file has none: they are few. */
function addressesOf({ projects }: IdeaFile, peers: readonly ListSummary[]): Addresses {
  const wantedHandles = new Set<string>()
  const found = new Map<string, string[]>()
  for (const { ideas } of projects) for (const { idea } of ideas) for (const handle of lacking(idea)) wantedHandles.add(handle)
  if (wantedHandles.size === 0) return found
  const add = (handle: string | null | undefined, email: string | null): void => {
    if (!handle || email === null || !wantedHandles.has(handle)) return
    const known = found.get(handle) ?? []
    if (known.every((each) => each.toLowerCase() !== email.toLowerCase())) found.set(handle, [...known, email])
  }
  for (const { ideas } of projects) for (const { idea } of ideas) for (const { id, email } of idea.mentors) add(id.handle, email)
  for (const handle of found.keys()) wantedHandles.delete(handle)
  for (const { id, email } of peers.flatMap(mentorsOf)) add(id.handle, email)
  return found
}

const mentorsOf = ({ projects }: ListSummary): readonly KnownMentor[] =>
  projects.flatMap(({ ideas }) => ideas.flatMap(({ mentors }) => mentors))

/** `x AT y DOT com` as one types it; null where no address comes of it. */
export function unmasked(text: string): string | null {
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

const write = (address: string, span: Span, newText: string): readonly Fix[] => [
  { title: `Write ${quote(address)}`, kind: 'review', edits: [{ span, newText }] },
]

/** `known`: the addresses that the same handle has elsewhere. */
function fixesOf(
  { handleSpan, isCanonical, emailForm }: Mentor,
  written: string,
  span: Span,
  at: number,
  known: readonly string[],
): readonly Fix[] {
  const typed = emailForm === 'disguised' ? unmasked(written) : null
  if (emailForm !== null) return (typed === null ? known : [typed]).flatMap((address) => write(address, span, address))
  // what has another form is `mentor-format`'s first
  if (!isCanonical || handleSpan === null) return []
  const behind = handleSpan.end + at
  return known.flatMap((address) => write(address, { start: behind, end: behind }, `, ${address}`))
}

/**
 * What mends the finding of this rule at `place` with the addresses that lists of any year have for the handle; nothing where the
 * rule itself knows one. Spans count from the file's start.
 */
export function fixesFrom(lists: readonly ListSummary[], file: IdeaFile, place: Span): readonly Fix[] {
  for (const { ideas } of file.projects) {
    for (const { idea, at } of ideas) {
      const mentor = idea.mentors.find((each) => placeOf(each, at).start === place.start)
      if (mentor === undefined || mentor.id.handle === null) continue
      const span = placeOf(mentor, at)
      return fixesOf(
        mentor,
        file.text.slice(span.start, span.end),
        span,
        at,
        addressesOf(file, lists).get(mentor.id.handle) ?? [],
      )
    }
  }
  return []
}

const placeOf = (mentor: Mentor, at: number): Span => shift(mentor.emailSpan ?? nameSpanOf(mentor), at)

function messageOf(mentor: Mentor, written: string, file: IdeaFile): string {
  if (mentor.emailForm === 'disguised')
    return `${quote(written)} is a disguised address; expected it as one types it, such as name@example.org.`
  if (mentor.emailForm === 'malformed') return `${quote(written)} is no e-mail address; expected one such as name@example.org.`
  return `${displayName(mentor)} has no e-mail address; expected ${quote(expectedEntry(mentor, file.template))}.`
}

function report(mentor: Mentor, at: number, file: IdeaFile, known: readonly string[]): RuleReport {
  const span = placeOf(mentor, at)
  // a message with a slice in it would keep this version of the whole text in memory
  const written = detached(file.text.slice(span.start, span.end))
  const fixes = fixesOf(mentor, written, span, at, known)
  const message = messageOf(mentor, written, file)
  return fixes.length === 0 ? { span, message } : { span, message, fixes: () => fixes }
}

/** rules.md, Mentors: `mentor-email`. The template says whether one may be missing; one that cannot be used is wrong in any list. */
export const mentorEmail = defineFileRule({
  code: 'mentor-email',
  severity: 'warning',
  fix: 'review',
  variations: [{ where: 'the address is neither there nor known from elsewhere', fix: 'none' }],
  summary: 'A mentor has no e-mail address where the template asks for one, or one that cannot be used as it stands.',
  why: 'The programme invites mentors by e-mail: an address that is missing or disguised is asked for in review, with the deadline near.',
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
          addresses ??= addressesOf(file, peers)
          yield report(mentor, at, file, addresses.get(mentor.id.handle ?? '') ?? [])
        }
      }
    }
  },
})

import * as l10n from '@vscode/l10n'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { ListSummary, MentorSummary } from '../workspace/listSummary.ts'
import { uriName } from '../workspace/uris.ts'
import type { FileRuleMentor, FileRuleProject } from './fileRuleInput.ts'
import { defineFileRule, type FileReport, type Fix } from './rule.ts'

/** A mentor with handle and address, and the offset of the idea. */
interface PlacedMentor {
  readonly mentor: FileRuleMentor
  readonly at: number
  readonly handle: string
  readonly email: string
}

type ContactPart = 'handle' | 'email'

const identityContactText = ({ mentor }: PlacedMentor, part: ContactPart): string =>
  part === 'email' ? mentor.email! : `@${mentor.handle!}`

const identityContactSpan = ({ mentor, at }: PlacedMentor, part: ContactPart) =>
  shift((part === 'email' ? mentor.emailSpan : mentor.handleSpan)!, at)

/** Writes the first contact here, or this one at the first place. A handle that is only a link is not changed. */
const identityContactFixes = (first: PlacedMentor, later: PlacedMentor, part: ContactPart): readonly Fix[] => [
  ...writeIdentityContact(identityContactText(first, part), later, part),
  ...writeIdentityContact(identityContactText(later, part), first, part, true),
]

function writeIdentityContact(text: string, to: PlacedMentor, part: ContactPart, isFirst = false): readonly Fix[] {
  if (part === 'handle' && to.mentor.handleForm === 'link') return []
  const newText = part === 'handle' && to.mentor.handleForm === 'withoutAt' ? text.slice(1) : text
  const title = isFirst ? l10n.t`Use ${quote(text)} in the first entry` : l10n.t`Use ${quote(text)} here`
  return [{ title, kind: 'review', edits: [{ span: identityContactSpan(to, part), newText }] }]
}

function identityContradiction(first: PlacedMentor, later: PlacedMentor, part: ContactPart): FileReport {
  const whose = part === 'email' ? identityContactText(later, 'handle') : identityContactText(later, 'email')
  const [here, above] = [quote(identityContactText(later, part)), quote(identityContactText(first, part))]
  return {
    span: identityContactSpan(later, part),
    message:
      part === 'email'
        ? l10n.t`${whose} has the email ${here} here but ${above} above.`
        : l10n.t`${whose} has the handle ${here} here but ${above} above.`,
    related: [{ span: identityContactSpan(first, part), message: l10n.t`${above} is used here` }],
    fixes: () => identityContactFixes(first, later, part),
  }
}

/** A mentor of another list, with the list's URI. */
interface PeerMentor {
  readonly mentor: MentorSummary
  readonly uri: string
}

/** The first entry of each mentor in other lists, by lower-case handle or address. */
function peerMentorsBy(peers: readonly ListSummary[], part: ContactPart): ReadonlyMap<string, PeerMentor> {
  const known = new Map<string, PeerMentor>()
  for (const { uri, projects } of peers) {
    for (const mentor of projects.flatMap(({ ideas }) => ideas.flatMap(({ mentors }) => mentors))) {
      const key = mentor.id[part]
      if (key && mentor.handle && mentor.email && !known.has(key)) known.set(key, { mentor, uri })
    }
  }
  return known
}

/** The report of an entry that another list contradicts. Its fix changes only this list. */
function peerIdentityContradiction({ mentor, uri }: PeerMentor, later: PlacedMentor, part: ContactPart): FileReport {
  const whose = part === 'email' ? identityContactText(later, 'handle') : identityContactText(later, 'email')
  const here = quote(identityContactText(later, part))
  const there = part === 'email' ? mentor.email! : `@${mentor.handle!}`
  const list = uriName(uri)
  return {
    span: identityContactSpan(later, part),
    message:
      part === 'email'
        ? l10n.t`${whose} has the email ${here} here but ${quote(there)} in ${list}.`
        : l10n.t`${whose} has the handle ${here} here but ${quote(there)} in ${list}.`,
    related: [
      {
        uri,
        span: (part === 'email' ? mentor.emailSpan : mentor.handleSpan) ?? mentor.span,
        message: l10n.t`${quote(there)} is used here`,
      },
    ],
    fixes: () => writeIdentityContact(there, later, part),
  }
}

/** Finds for one mentor after the other, in text order, what an earlier entry or another list contradicts. */
function createIdentityChecker(peers: readonly ListSummary[]): (mentor: PlacedMentor) => FileReport | null {
  const peersByHandle = peerMentorsBy(peers, 'handle')
  const peersByEmail = peerMentorsBy(peers, 'email')
  const byHandle = new Map<string, PlacedMentor>()
  const byEmail = new Map<string, PlacedMentor>()

  const peerContradiction = (mentor: PlacedMentor): FileReport | null => {
    const sameHandle = peersByHandle.get(mentor.handle)
    if (sameHandle && sameHandle.mentor.id.email !== mentor.email) return peerIdentityContradiction(sameHandle, mentor, 'email')
    const sameEmail = peersByEmail.get(mentor.email)
    if (sameEmail && sameEmail.mentor.id.handle !== mentor.handle) return peerIdentityContradiction(sameEmail, mentor, 'handle')
    return null
  }

  return (mentor) => {
    const sameHandle = byHandle.get(mentor.handle)
    if (sameHandle?.email === mentor.email) return null
    const sameEmail = byEmail.get(mentor.email)
    if (sameHandle === undefined) byHandle.set(mentor.handle, mentor)
    if (sameEmail === undefined) byEmail.set(mentor.email, mentor)
    if (sameHandle !== undefined) return identityContradiction(sameHandle, mentor, 'email')
    return sameEmail === undefined ? peerContradiction(mentor) : identityContradiction(sameEmail, mentor, 'handle')
  }
}

/** The mentors with both a handle and an address, in text order. */
function* placedMentors(projects: readonly FileRuleProject[]): Iterable<PlacedMentor> {
  for (const { ideas } of projects) {
    for (const { idea, at } of ideas) {
      for (const mentor of idea.mentors) {
        const { handle, email } = mentor.id
        if (handle !== null && email !== null) yield { mentor, at, handle, email }
      }
    }
  }
}

/** Rule `mentor-identity`. Compares the mentors of one file, and of other lists of the same kind and term; ignores letter case. */
export const mentorIdentity = defineFileRule({
  code: 'mentor-identity',
  severity: 'information',
  fix: 'review',
  summary: 'The same handle has two email addresses, or the same address has two handles.',
  why: "One of the two is probably mistyped or out of date, and the program's invitation will not arrive.",
  examples: [
    {
      bad: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ada Example (@ada-example, ada@exmaple.org)
                               ^^^^^^^^^^^^^^^
`,
      fixed: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      good: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
  ],
  readsPeers: true,
  *check({ projects }, peers) {
    const contradiction = createIdentityChecker(peers)
    for (const mentor of placedMentors(projects)) {
      const report = contradiction(mentor)
      if (report !== null) yield report
    }
  },
})

import type { Mentor } from '../model/types.ts'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { KnownMentor, ListSummary } from '../workspace/listSummary.ts'
import { uriName } from '../workspace/uris.ts'
import { defineFileRule, type Fix, type RuleReport } from './rule.ts'

/** A mentor with handle and address, and the place of the idea. */
interface Known {
  readonly mentor: Mentor
  readonly at: number
  readonly handle: string
  readonly email: string
}

type Part = 'handle' | 'email'

const shown = ({ mentor }: Known, part: Part): string => (part === 'email' ? mentor.email! : `@${mentor.handle!}`)

const placeOf = ({ mentor, at }: Known, part: Part) => shift((part === 'email' ? mentor.emailSpan : mentor.handleSpan)!, at)

/** The first one's way here, or this one's there; a handle that is shown by a link stays as it is. */
const fixesOf = (first: Known, later: Known, part: Part): readonly Fix[] => [
  ...writing(shown(first, part), later, part, 'here'),
  ...writing(shown(later, part), first, part, 'at the first place'),
]

function writing(text: string, to: Known, part: Part, where: string): readonly Fix[] {
  if (part === 'handle' && to.mentor.handleForm === 'link') return []
  const newText = part === 'handle' && to.mentor.handleForm === 'bare' ? text.slice(1) : text
  return [{ title: `Write ${quote(text)} ${where}`, kind: 'review', edits: [{ span: placeOf(to, part), newText }] }]
}

function report(first: Known, later: Known, part: Part): RuleReport {
  const whose = part === 'email' ? shown(later, 'handle') : shown(later, 'email')
  const noun = part === 'email' ? 'e-mail' : 'handle'
  return {
    span: placeOf(later, part),
    message: `${whose} has the ${noun} ${quote(shown(later, part))} here and ${quote(shown(first, part))} before; expected one.`,
    related: [{ span: placeOf(first, part), message: `With the ${noun} ${quote(shown(first, part))}.` }],
    fixes: () => fixesOf(first, later, part),
  }
}

/** A mentor of another list, with the list's URI. */
interface Elsewhere {
  readonly mentor: KnownMentor
  readonly uri: string
}

/** Whom other lists know, the first entry of each, by handle or by address, in lower case. */
function whomPeersKnow(peers: readonly ListSummary[], part: Part): ReadonlyMap<string, Elsewhere> {
  const known = new Map<string, Elsewhere>()
  for (const { uri, projects } of peers) {
    for (const mentor of projects.flatMap(({ ideas }) => ideas.flatMap(({ mentors }) => mentors))) {
      const key = mentor.id[part]
      if (key && mentor.handle && mentor.email && !known.has(key)) known.set(key, { mentor, uri })
    }
  }
  return known
}

/** What is said of an entry that another list contradicts: only this list is ours to mend. */
function reportElsewhere({ mentor, uri }: Elsewhere, later: Known, part: Part): RuleReport {
  const whose = part === 'email' ? shown(later, 'handle') : shown(later, 'email')
  const noun = part === 'email' ? 'e-mail' : 'handle'
  const there = part === 'email' ? mentor.email! : `@${mentor.handle!}`
  const list = uriName(uri)
  return {
    span: placeOf(later, part),
    message: `${whose} has the ${noun} ${quote(shown(later, part))} here and ${quote(there)} in ${list}; expected one.`,
    related: [
      {
        uri,
        span: (part === 'email' ? mentor.emailSpan : mentor.handleSpan) ?? mentor.span,
        message: `With the ${noun} ${quote(there)}.`,
      },
    ],
    fixes: () => writing(there, later, part, 'here'),
  }
}

/** rules.md, Mentors: `mentor-identity`, within one file and against other lists of its kind and term. Letter case does not count. */
export const mentorIdentity = defineFileRule({
  code: 'mentor-identity',
  severity: 'information',
  fix: 'review',
  summary: 'The same handle has two e-mail addresses, or the same address two handles.',
  why: 'One of the two is likely mistyped or out of date, and the invitation of the programme goes to nobody.',
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
    const peersByHandle = whomPeersKnow(peers, 'handle')
    const peersByEmail = whomPeersKnow(peers, 'email')
    const byHandle = new Map<string, Known>()
    const byEmail = new Map<string, Known>()
    for (const { ideas } of projects) {
      for (const { idea, at } of ideas) {
        for (const mentor of idea.mentors) {
          const { handle, email } = mentor.id
          if (handle === null || email === null) continue
          const sameHandle = byHandle.get(handle)
          if (sameHandle?.email === email) continue
          const known: Known = { mentor, at, handle, email }
          const sameEmail = byEmail.get(email)
          if (sameHandle === undefined) byHandle.set(handle, known)
          if (sameEmail === undefined) byEmail.set(email, known)
          if (sameHandle !== undefined) yield report(sameHandle, known, 'email')
          else if (sameEmail !== undefined) yield report(sameEmail, known, 'handle')
          else {
            const [handleThere, emailThere] = [peersByHandle.get(handle), peersByEmail.get(email)]
            if (handleThere && handleThere.mentor.id.email !== email) yield reportElsewhere(handleThere, known, 'email')
            else if (emailThere && emailThere.mentor.id.handle !== handle) yield reportElsewhere(emailThere, known, 'handle')
          }
        }
      }
    }
  },
})

import type { Mentor } from '../model/types.ts'
import { shift } from '../text/span.ts'
import { quote } from './parts/quote.ts'
import { defineFileRule, type Fix, type Report } from './rule.ts'

/** A mentor with handle and address, and the place of the idea. */
interface Known {
  readonly mentor: Mentor
  readonly at: number
  readonly handle: string
  readonly email: string
}

type Part = 'handle' | 'email'

const shown = ({ mentor }: Known, part: Part): string =>
  part === 'email' ? mentor.email! : `@${mentor.handle!.replace(/^@+/, '')}`

const placeOf = ({ mentor, at }: Known, part: Part) => shift((part === 'email' ? mentor.emailSpan : mentor.handleSpan)!, at)

/** The first one's way here, or this one's there; a handle that is shown by a link stays as it is. */
function fixesOf(first: Known, later: Known, part: Part): readonly Fix[] {
  const fix = (from: Known, to: Known, where: string): readonly Fix[] => {
    if (part === 'handle' && to.mentor.handleForm === 'link') return []
    const bare = part === 'handle' && to.mentor.handleForm === 'bare'
    const newText = bare ? shown(from, part).slice(1) : shown(from, part)
    return [
      { title: `Write ${quote(shown(from, part))} ${where}`, kind: 'review', edits: [{ span: placeOf(to, part), newText }] },
    ]
  }
  return [...fix(first, later, 'here'), ...fix(later, first, 'at the first place')]
}

function report(first: Known, later: Known, part: Part): Report {
  const whose = part === 'email' ? shown(later, 'handle') : shown(later, 'email')
  const noun = part === 'email' ? 'e-mail' : 'handle'
  return {
    span: placeOf(later, part),
    message: `${whose} has the ${noun} ${quote(shown(later, part))} here and ${quote(shown(first, part))} before; expected one.`,
    related: [{ span: placeOf(first, part), message: `With the ${noun} ${quote(shown(first, part))}.` }],
    fixes: () => fixesOf(first, later, part),
  }
}

/** rules.md, Mentors: `mentor-identity`, within one file. Letter case does not count. */
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
  *check({ projects }) {
    const byHandle = new Map<string, Known>()
    const byEmail = new Map<string, Known>()
    for (const { ideas } of projects) {
      for (const { idea, at } of ideas) {
        const { handles, emails } = idea.keys
        for (let index = 0; index < handles.length; index++) {
          const [handle, email] = [handles[index]!, emails[index]!]
          if (handle === null || email === null) continue
          const sameHandle = byHandle.get(handle)
          if (sameHandle?.email === email) continue
          const known: Known = { mentor: idea.mentors[index]!, at, handle, email }
          const sameEmail = byEmail.get(email)
          if (sameHandle === undefined) byHandle.set(handle, known)
          if (sameEmail === undefined) byEmail.set(email, known)
          if (sameHandle !== undefined) yield report(sameHandle, known, 'email')
          else if (sameEmail !== undefined) yield report(sameEmail, known, 'handle')
        }
      }
    }
  },
})

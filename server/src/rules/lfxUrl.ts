import { firstLineSpan, hasText } from '../editing/fieldPlacement.ts'
import { lfxProject } from '../model/blocks/links.ts'
import { requiresLfxUrl } from '../model/profiles/profiles.ts'
import type { PlacedIdea } from '../model/types.ts'
import { shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { KnownIdea, ListSummary } from '../workspace/listSummary.ts'
import { uriName } from '../workspace/uris.ts'
import { defineFileRule, defineIdeaRule } from './rule.ts'

const expected = 'expected https://mentorship.lfx.linuxfoundation.org/project/ and the UUID of the project'

/** rules.md, Links: `lfx-url`. Before an idea is accepted it has no page, so that only accepted lists are asked. */
export const lfxUrl = defineIdeaRule({
  code: 'lfx-url',
  severity: 'warning',
  fix: 'none',
  summary: 'The LFX URL of an accepted project is empty or leads to no project of LFX Mentorship.',
  why: 'It is where contributors apply: without it the project is announced and cannot be joined.',
  examples: [
    {
      path: 'lfx-mentorship/2025/01-Mar-May/README.md',
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- LFX URL: TBD
           ^^^
`,
    },
    {
      path: 'lfx-mentorship/2025/01-Mar-May/README.md',
      good: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000000
`,
    },
  ],
  *check(idea, context) {
    if (!requiresLfxUrl(context.profile) || idea.keys.lfx !== null) return
    const label = idea.fields.find(({ key }) => key === 'lfxUrl')
    if (label === undefined) return
    const field = hasText(idea, 'lfxUrl')
    if (field === undefined) {
      yield { span: label.labelSpan, message: `${quote(label.label)} has no value; ${expected}.` }
      return
    }
    const span = firstLineSpan(field.valueSpan, context)
    yield { span, message: `${quote(context.text(span))} is no project of LFX Mentorship; ${expected}.` }
  },
})

/** An idea of another list, with the list's URI. */
interface Elsewhere {
  readonly idea: KnownIdea
  readonly uri: string
}

/** The first idea of other lists with each address of a project. */
function ideasOfPeers(peers: readonly ListSummary[]): ReadonlyMap<string, Elsewhere> {
  const ideas = new Map<string, Elsewhere>()
  for (const { uri, projects } of peers) {
    for (const idea of projects.flatMap((project) => project.ideas)) {
      const key = idea.lfx && lfxProject(idea.lfx.url)
      if (key && !ideas.has(key)) ideas.set(key, { idea, uri })
    }
  }
  return ideas
}

/** Two lists of a term may both hold an idea: it has one address in both. */
const isSameIdea = (title: string | null, other: string | null): boolean =>
  title !== null && other !== null && plain(title) === plain(other)

const plain = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const called = (title: string | null): string => (title === null ? 'an idea without a heading' : quote(title))

/** rules.md, Links: `duplicate-lfx-url`. Only addresses of a project count: the programme's own page may stand in for many. */
export const duplicateLfxUrl = defineFileRule({
  code: 'duplicate-lfx-url',
  severity: 'error',
  fix: 'none',
  summary: 'Two ideas have the same LFX URL.',
  why: 'Every project has a page of its own: whoever follows the link of the second idea applies for the first.',
  examples: [
    {
      path: 'lfx-mentorship/2025/01-Mar-May/README.md',
      bad: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000000

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000000
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
    },
    {
      path: 'lfx-mentorship/2025/01-Mar-May/README.md',
      good: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000000

#### Sign what is copied
- Description: Signatures should travel with the artifacts that they belong to.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001
`,
    },
  ],
  readsPeers: true,
  *check(file, peers) {
    const elsewhere = ideasOfPeers(peers)
    const firsts = new Map<string, PlacedIdea>()
    for (const { ideas } of file.projects) {
      for (const placed of ideas) {
        const { keys, lfx } = placed.idea
        if (keys.lfx === null || lfx === null) continue
        const first = firsts.get(keys.lfx)
        if (first === undefined) {
          firsts.set(keys.lfx, placed)
          const there = elsewhere.get(keys.lfx)
          if (there?.idea.lfx && !isSameIdea(there.idea.title, placed.idea.heading?.text ?? null)) {
            const { idea, uri } = there
            yield {
              span: shift(lfx.span, placed.at),
              message: `This is also the LFX URL of ${called(idea.title)} in ${uriName(uri)}; expected the project's own.`,
              related: [{ uri, span: there.idea.lfx.span, message: 'The first idea with this address.' }],
            }
          }
          continue
        }
        yield {
          span: shift(lfx.span, placed.at),
          message: `This is also the LFX URL of ${called(first.idea.heading?.text ?? null)}; expected the project's own.`,
          related: [{ span: shift(first.idea.lfx!.span, first.at), message: 'The first idea with this address.' }],
        }
      }
    }
  },
})

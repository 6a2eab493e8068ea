import * as l10n from '@vscode/l10n'
import { projectKey } from '../catalog/knownProjects.ts'
import { type Span, shift } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import type { ListSummary } from '../workspace/listSummary.ts'
import { uriName } from '../workspace/uris.ts'
import type { PlacedFileRuleIdea } from './fileRuleInput.ts'
import { defineFileRule, type FileReport } from './rule.ts'
import { folderPeerIdeas } from './shared/folderPeers.ts'

/** The report of an idea whose title an earlier file of its folder has, too. */
function* sameTitleInFolder({ idea, at }: PlacedFileRuleIdea, peers: readonly ListSummary[]): Generator<FileReport> {
  const { heading } = idea
  if (peers.length === 0 || heading === null || heading.text === '') return
  const title = heading.text.toLowerCase()
  const first = folderPeerIdeas(peers).find((peer) => peer.idea.title?.toLowerCase() === title)
  if (first === undefined) return
  yield {
    span: shift(heading.textSpan, at),
    message: l10n.t`${uriName(first.uri)} already has an idea titled ${quote(heading.text)}.`,
    related: [{ uri: first.uri, span: first.idea.span, message: l10n.t('The first idea with this title') }],
  }
}

/** Rule `duplicate-idea`. Ignores letter case; a project with several headings counts as one. */
export const duplicateIdea = defineFileRule({
  code: 'duplicate-idea',
  inLearnedLists: true,
  readsPeers: true,
  severity: 'warning',
  fix: 'none',
  summary: 'Two ideas in the same project have the same title.',
  why: 'Either one is a copy that a merge left in the file, or contributors cannot tell the two apart and apply for the wrong one.',
  examples: [
    {
      bad: `
### Harbor

#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

#### Resume broken transfers at the edge
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Description: Large images should not begin again when a transfer breaks.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
    },
    {
      good: `
### Harbor

#### Add end-to-end tests
- Description: Replication should be tested between two registries.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)

### Jaeger

#### Add end-to-end tests
- Description: Storage should be tested with a full disk.
- Mentor(s):
  - Ben Example (@ben-example, ben@example.org)
`,
    },
  ],
  *check({ projects }, peers) {
    const known = new Map<string, Map<string, Span>>()
    for (const { name, ideas } of projects) {
      const key = projectKey(name)
      const titles = known.get(key) ?? new Map<string, Span>()
      known.set(key, titles)
      for (const { idea, at } of ideas) {
        if (idea.heading === null || idea.heading.text === '') continue
        const title = idea.heading.text.toLowerCase()
        const span = shift(idea.heading.textSpan, at)
        const first = titles.get(title)
        if (first === undefined) titles.set(title, span)
        else {
          const message = l10n.t`This project already has an idea titled ${quote(idea.heading.text)}.`
          yield { span, message, related: [{ span: first, message: l10n.t('The first idea with this title') }] }
        }
      }
    }
    for (const { ideas } of projects) for (const placed of ideas) yield* sameTitleInFolder(placed, peers)
  },
})

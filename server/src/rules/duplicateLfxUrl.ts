import * as l10n from '@vscode/l10n'
import { isCommunityBridgeLink, lfxProjectOfLink } from '../model/blocks/links.ts'
import type { Link } from '../model/types.ts'
import { type Span, shift } from '../text/span.ts'
import type { IdeaSummary, ListSummary } from '../workspace/listSummary.ts'
import { uriName } from '../workspace/uris.ts'
import type { PlacedFileRuleIdea } from './fileRuleInput.ts'
import { defineFileRule, type FileReport } from './rule.ts'
import { quotedTitle, unquotedTitle } from './shared/quotedTitle.ts'

/** An idea of another list, with the list's URI. */
interface PeerIdea {
  readonly idea: IdeaSummary
  readonly uri: string
}

/** The first idea of other lists with each LFX project. */
function ideasByLfxUrl(peers: readonly ListSummary[]): ReadonlyMap<string, PeerIdea> {
  const ideas = new Map<string, PeerIdea>()
  for (const { uri, projects } of peers) {
    for (const idea of projects.flatMap((project) => project.ideas)) {
      const key = idea.lfx && lfxProjectOfLink(idea.lfx.url)
      if (key && !ideas.has(key)) ideas.set(key, { idea, uri })
    }
  }
  return ideas
}

/** Whether two lists of a term have the same idea, which then has one URL in both. */
const isDuplicateLfxTitle = (title: string | null, other: string | null): boolean =>
  title !== null && other !== null && duplicateLfxTitleKey(title) === duplicateLfxTitleKey(other)

const duplicateLfxTitleKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const sharedUrlReport = (span: Span, other: string, related: { readonly uri?: string; readonly span: Span }): FileReport => ({
  span,
  message: l10n.t`This is already the LFX URL of ${other}. Use this project's own.`,
  related: [{ ...related, message: l10n.t('The first idea with this URL') }],
})

/** The report of an idea whose URL another list has for another idea; null if it is the same idea. */
function peerDuplicateReport(
  { idea, at }: PlacedFileRuleIdea,
  lfx: Pick<Link, 'span'>,
  peer: PeerIdea | undefined,
): FileReport | null {
  if (!peer?.idea.lfx || isDuplicateLfxTitle(peer.idea.title, unquotedTitle(idea))) return null
  const other = l10n.t`${quotedTitle(peer.idea.title)} in ${uriName(peer.uri)}`
  return sharedUrlReport(shift(lfx.span, at), other, { uri: peer.uri, span: peer.idea.lfx.span })
}

/** Rule `duplicate-lfx-url`. Compares only URLs of projects: many ideas may link to the programme's own page. */
export const duplicateLfxUrl = defineFileRule({
  code: 'duplicate-lfx-url',
  inLearnedLists: true,
  severity: 'error',
  fix: 'none',
  summary: 'Two ideas have the same LFX URL.',
  why: 'Each project has its own page; anyone who follows the second link applies for the first project.',
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
    const peerIdeas = ideasByLfxUrl(peers)
    const firsts = new Map<string, PlacedFileRuleIdea>()
    for (const placed of file.projects.flatMap(({ ideas }) => ideas)) {
      const { keys, lfx } = placed.idea
      if (keys.lfx === null || lfx === null || isCommunityBridgeLink(lfx.url)) continue
      const first = firsts.get(keys.lfx)
      if (first === undefined) {
        firsts.set(keys.lfx, placed)
        const report = peerDuplicateReport(placed, lfx, peerIdeas.get(keys.lfx))
        if (report !== null) yield report
      } else {
        const related = { span: shift(first.idea.lfx!.span, first.at) }
        yield sharedUrlReport(shift(lfx.span, placed.at), quotedTitle(unquotedTitle(first.idea)), related)
      }
    }
  },
})

import * as l10n from '@vscode/l10n'
import type { Idea } from '../model/types.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type RuleReport } from './rule.ts'
import { upstreamLeadsNowhere } from './upstreamUrl.ts'

/** Code hosts with known URL formats. Gists, raw files and wikis cannot be distinguished from proposals. */
const codeHost = /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.[\w.-]+|codeberg\.org|bitbucket\.org|gitee\.com)(?=[/?#]|$)/i

/** One issue, pull request or discussion: `/issues/12`. */
const discussion = /\/(?:issues|pulls?|pull-requests|merge_requests|discussions|work_items|epics)\/[\w-]*\d[\w-]*(?=[/?#]|$)/i

/** A project board with a card open: `?pane=issue`. */
const card = /[?&](?:itemId|pane=issue|issue)\b/i

const document = /\/(?:blob|src|raw)\/[^?#]*\.(?:md|mdx|markdown|rst|adoc|asciidoc|org|txt|pdf|docx?|html?)(?=[?#]|$)/i
const proposals = /\/(?:blob|tree|src|raw)\/[^?#]*(?:proposal|design|enhancement|rfc|kep|roadmap|adr|spec|docs?)/i

/** Longer URLs are cut: no browser accepts them, and regular expressions are slow on them. */
const maxUrlLength = 2000

const isUpstreamDiscussion = (url: string): boolean =>
  !codeHost.test(url) ||
  discussion.test(url) ||
  card.test(url) ||
  document.test(url) ||
  proposals.test(url) ||
  /\/(?:wiki|security\/advisories)\b/i.test(url)

function upstreamTargetMessage(url: string): string {
  const shown = quote(url)
  const [, first, second, third, ...rest] = url
    .replace(/^https?:\/\//i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
  if (first === undefined)
    return l10n.t`${shown} is a code hosting site. Link to one issue, pull request, discussion or proposal.`
  if (second === undefined) return l10n.t`${shown} is an organization. Link to one issue, pull request, discussion or proposal.`
  if (third === undefined) return l10n.t`${shown} is a repository. Link to one issue, pull request, discussion or proposal.`
  if (/^(?:issues|-)$/.test(third) && rest.every((part) => !/\d/.test(part)))
    return l10n.t`${shown} is a list of issues. Link to one issue, pull request, discussion or proposal.`
  if (/^(?:pulls|discussions)$/.test(third))
    return l10n.t`${shown} is a list. Link to one issue, pull request, discussion or proposal.`
  return /^(?:blob|tree|src)$/.test(third)
    ? l10n.t`${shown} is source code. Link to one issue, pull request, discussion or proposal.`
    : l10n.t`${shown} is some other page. Link to one issue, pull request, discussion or proposal.`
}

/** `#14`, `org/repo#14`, and URLs: a text that says to which issue a link leads. `#1` may number the links of an idea. */
const issueInText =
  /^(?:[\w.-]+\/[\w.-]+)?#(\d{2,9})$|^https?:\/\/\S{1,300}\/(?:issues|pull|merge_requests|discussions)\/(\d{1,9})$/
const issueInUrl = /\/(?:issues|pull|merge_requests|discussions)\/(\d{1,9})(?=[/?#]|$)/

/** Links with the number of another issue as their text. */
function* otherIssueReports({ upstream }: Idea): Iterable<RuleReport> {
  for (const { url, text, span } of upstream) {
    const [, short, long] = issueInText.exec(text.trim()) ?? []
    const shown = short ?? long
    const linked = issueInUrl.exec(url.slice(0, maxUrlLength))?.[1]
    if (shown === undefined || linked === undefined || shown === linked) continue
    yield { span, message: l10n.t`The link's text is ${quote(text)}, but it leads to ${quote(`#${linked}`)}.` }
  }
}

/** Rule `upstream-target`. One link to an issue or a document is enough. */
export const upstreamTarget = defineIdeaRule({
  code: 'upstream-target',
  severity: 'information',
  fix: 'none',
  summary: 'The upstream link points to a repository, a list or another issue than its text says, not to one issue.',
  why: 'Contributors need the one place where the idea is discussed; a list of four hundred issues does not show which one is meant.',
  examples: [
    {
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
    },
    {
      good: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`,
    },
  ],
  *check(idea, { profile }) {
    const { upstream } = idea
    yield* otherIssueReports(idea)
    const [first, second] = upstream
    if (second !== undefined && profile.issueForm) {
      const message = l10n.t`This idea has ${upstream.length} upstream links, but the proposal form takes one. Keep the issue that tracks the idea.`
      yield { span: second.span, message }
    }
    if (
      first === undefined ||
      upstream.some(({ url }) => upstreamLeadsNowhere(url) || isUpstreamDiscussion(url.slice(0, maxUrlLength)))
    )
      return
    yield { span: first.span, message: upstreamTargetMessage(first.url) }
  },
  checkLearned: otherIssueReports,
})

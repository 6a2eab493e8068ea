import { quote } from '../text/wording.ts'
import { defineIdeaRule } from './rule.ts'
import { leadsNowhere } from './upstreamUrl.ts'

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

const isDiscussionPage = (url: string): boolean =>
  !codeHost.test(url) ||
  discussion.test(url) ||
  card.test(url) ||
  document.test(url) ||
  proposals.test(url) ||
  /\/(?:wiki|security\/advisories)\b/i.test(url)

function describeTarget(url: string): string {
  const [, first, second, third, ...rest] = url
    .replace(/^https?:\/\//i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
  if (first === undefined) return 'a whole code host'
  if (second === undefined) return 'a whole organisation'
  if (third === undefined) return 'a whole repository'
  if (/^(?:issues|-)$/.test(third) && rest.every((part) => !/\d/.test(part))) return 'a list of issues'
  if (/^(?:pulls|discussions)$/.test(third)) return 'a list'
  return /^(?:blob|tree|src)$/.test(third) ? 'code' : 'another page'
}

/** Rule `upstream-target`. One link to an issue or a document is enough. */
export const upstreamTarget = defineIdeaRule({
  code: 'upstream-target',
  severity: 'information',
  fix: 'none',
  summary: 'The upstream link leads to a repository or a list, not to one issue.',
  why: 'Contributors need the one place where the idea is discussed; a list of four hundred issues does not tell which of them is meant.',
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
  *check({ upstream }, { profile }) {
    const [first, second] = upstream
    if (second !== undefined && profile.oneUpstreamLink) {
      const message = `${upstream.length} links stand here; the proposal form takes one: expected the issue that tracks the idea.`
      yield { span: second.span, message }
    }
    if (first === undefined || upstream.some(({ url }) => leadsNowhere(url) || isDiscussionPage(url.slice(0, maxUrlLength))))
      return
    const message = `${quote(first.url)} is ${describeTarget(first.url)}; expected one issue, pull request, discussion or proposal.`
    yield { span: first.span, message }
  },
})

import * as l10n from '@vscode/l10n'
import { ideaFieldWithValue } from '../editing/ideaFields.ts'
import { isWebLink } from '../model/blocks/links.ts'
import type { Span } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix } from './rule.ts'
import { firstLineSpan } from './shared/firstLineSpan.ts'

/** `org/repo#1`, which GitHub links only in issues; includes backticks around it, which would prevent a link. */
const issueShorthand = /(?<![\w.#/@`-])(`?)([a-z\d][a-z\d-]{0,38}\/[\w.-]{1,100})#(\d{1,9})\1(?![\w/`])/gi

/** A missing or mistyped scheme: `github.com/x`, `htps://`, `https//`. */
const missingScheme = /(?<![^\s<(])([a-z]{0,6}[:;]{0,2}\/{0,3})(?=(?:www\.)?git(?:hub|lab)\.com\/[^\s<>()`]{3})/i

/** The surplus characters of a scheme: `h` of `hhttps://`, `https:` of `https:https://`. */
const extraScheme = /(?<![\w:/.#%=&?@-])[htps]{1,10}:?\/{0,3}(?=https?:\/\/[^\s/])/gi

/** Fixes that turn the value of an upstream field into a link; `span` is its place in the idea. */
function upstreamUrlFixes(value: string, span: Span): readonly Fix[] {
  const place = (start: number, length: number): Span => ({ start: span.start + start, end: span.start + start + length })
  const doubled = [...value.matchAll(extraScheme)].map((found) => ({ span: place(found.index, found[0].length), newText: '' }))
  if (doubled.length > 0) return [{ title: l10n.t('Remove the duplicate "https://"'), kind: 'review', edits: doubled }]
  if (value.includes('](')) return []
  const edits = [...value.matchAll(issueShorthand)].map((found) => ({
    span: place(found.index, found[0].length),
    newText: `https://github.com/${found[2]}/issues/${found[3]}`,
  }))
  if (edits.length > 0) return [{ title: l10n.t`Change to ${quote(edits[0]!.newText, 200)}`, kind: 'safe', edits }]
  const scheme = missingScheme.exec(value)
  if (scheme === null) return []
  const schemeEdit = { span: place(scheme.index, scheme[1]!.length), newText: 'https://' }
  return [{ title: l10n.t('Add "https://"'), kind: 'review', edits: [schemeEdit] }]
}

/** A URL in HTML or code, or a reference link (`[x][1]`), which is not read as an upstream link. */
const unreadLink = /(?<![a-z])(?<![htps]:?\/{0,3})https?:\/\/(?!https?:)[^\s/.]*\.|\[[^[\]]{1,200}\]\[/i

/** A URL whose host is a single word: `https://github/x`. */
const singleWordHost = /^https?:\/\/(?:[^/.?#:]+\/?$|git(?:hub|lab)\/)/i

/** Whether a URL works as written; `before` is the text before it. */
/** A host that runs into the path: `https://github.comgoharbor/harbor`. */
const hostInPath = /^https?:\/\/(?:www\.)?git(?:hub|lab)\.com(?!munity)[a-z\d_-]/i

/** A placeholder for the number: `/issues/XXX`. */
const numberPlaceholder =
  /\/(?:issues|pull|discussions)\/(?:x{2,}|n{2,}|\?+|<[^>]*>?|\{[^}]*\}?|\[[^\]]*\]?|number|id)(?=$|[/?#\s)])/i

/** Whether a URL cannot be right, although it looks like one. */
export const upstreamLeadsNowhere = (url: string): boolean => hostInPath.test(url) || numberPlaceholder.test(url.slice(0, 2000))

const isWorkingUpstreamUrl = (url: string, before: string): boolean =>
  isWebLink(url) &&
  !/^https?:\/\/https?:/i.test(url) &&
  !singleWordHost.test(url) &&
  !upstreamLeadsNowhere(url) &&
  !/(?<![\w:/.#%=&?@-])[htps]{1,10}:?\/{0,3}$/i.test(before)

/** Rule `upstream-url`. */
export const upstreamUrl = defineIdeaRule({
  code: 'upstream-url',
  severity: 'error',
  fix: 'safe',
  variations: [
    { where: "the URL's scheme is missing or mistyped", fix: 'review' },
    { where: 'there is no repository and issue number to build a link from', fix: 'none' },
  ],
  summary: 'The upstream issue is not a link.',
  why: 'Contributors discuss an idea in its upstream issue before they apply. Without a link, neither they nor reviewers can find it.',
  examples: [
    {
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: TBD
                  ^^^
`,
    },
    {
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: goharbor/harbor#1
                  ^^^^^^^^^^^^^^^^^
`,
      fixed: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
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
  *check(idea, context) {
    const field = ideaFieldWithValue(idea, 'upstreamIssue')
    const before = (at: number): string => context.text({ start: Math.max(0, at - 16), end: at })
    if (field === undefined || idea.upstream.some(({ url, span }) => isWorkingUpstreamUrl(url, before(span.start)))) return
    const isDead = idea.upstream.some(({ url }) => upstreamLeadsNowhere(url))
    if (!isDead && unreadLink.test(context.text(field.valueSpan))) return
    const span = firstLineSpan(field.valueSpan, context)
    const text = quote(context.text(span))
    const message = isDead
      ? l10n.t`${text} is not a working link; expected the issue's URL, such as https://github.com/org/repo/issues/1.`
      : l10n.t`${text} is not a link; expected the issue's URL, such as https://github.com/org/repo/issues/1.`
    const fixes = upstreamUrlFixes(context.text(field.valueSpan), field.valueSpan)
    yield fixes.length === 0 ? { span, message } : { span, message, fix: fixes[0]!.kind, fixes: () => fixes }
  },
})

import * as l10n from '@vscode/l10n'
import type { DocumentLink } from 'vscode-languageserver-types'
import type { IdeaFile, Mentor, PlacedIdea } from '../model/types.ts'
import type { LineIndex } from '../text/lineIndex.ts'
import { covers, type Span, shift } from '../text/span.ts'
import { toLspRange } from './toLspRange.ts'
import { issueUrl, mailUrl, profileUrl } from './urls.ts'

/** Text to link; the span counts from the start of its idea. */
interface LinkedText {
  readonly span: Span
  readonly url: string
  readonly tooltip: string
}

/**
 * Links for text that is not a link in Markdown: `@handle` and e-mail addresses of mentors, and `owner/name#1` in a field. Not for
 * Markdown links and bare URLs: editors link those, and a second link would hide theirs.
 */
export const documentLinks = (file: IdeaFile, lines: LineIndex, tooltips: boolean): DocumentLink[] =>
  file.projects.flatMap(({ ideas }) =>
    ideas.flatMap((placed) =>
      documentLinksOfIdea(placed, file.text).map(({ span, url, tooltip }) => ({
        range: toLspRange(lines, shift(span, placed.at)),
        target: url,
        ...(tooltips && { tooltip }),
      })),
    ),
  )

const documentLinksOfIdea = ({ idea, at }: PlacedIdea, text: string): readonly LinkedText[] =>
  idea.fields.flatMap((field) => {
    const { start, end } = field.valueSpan
    const value = text.slice(at + start, at + end)
    const people =
      field.key === 'mentors' ? idea.mentors.filter(({ span }) => covers(field.valueSpan, span)).flatMap(contactLinks) : []
    const found = [...people, ...issueLinks(value, start)]
    if (found.length === 0) return found
    const taken = documentLinkExclusions(value).map((span) => shift(span, start))
    return found.filter(({ span }) => !taken.some((other) => other.start < span.end && span.start < other.end))
  })

function contactLinks({ handle, handleForm, handleSpan, email, emailForm, emailSpan }: Mentor): readonly LinkedText[] {
  const account = handle ?? ''
  const profile = handleForm === 'at' || handleForm === 'double-at' ? profileUrl(account) : null
  const mail = email !== null && emailForm === 'plain' ? mailUrl(email) : null
  return [
    ...(handleSpan && profile ? [{ span: handleSpan, url: profile, tooltip: l10n.t`Open @${account} on GitHub` }] : []),
    ...(emailSpan && mail ? [{ span: emailSpan, url: mail, tooltip: l10n.t`Email ${email ?? ''}` }] : []),
  ]
}

/** `owner/name#1`, which GitHub links in issues but not in files; not `a/b/c#1`, `page#1` or `@scope/package`. */
const shorthandPattern = /(?<![\w.#/@:-])([a-z\d][a-z\d-]{0,38}\/[\w.-]{1,100})#(\d{1,9})(?![\w/-])/gi

function issueLinks(value: string, start: number): readonly LinkedText[] {
  if (!/#\d/.test(value)) return []
  return [...value.matchAll(shorthandPattern)].map(({ index, 0: written, 1: repository, 2: number }) => ({
    span: { start: start + index, end: start + index + written.length },
    url: issueUrl(repository!, number!),
    tooltip: l10n.t`Open ${written} on GitHub`,
  }))
}

/** Links of Markdown and of editors, and code, which has no links. Bounded repetition keeps each match short. */
const linkOrCode = new RegExp(
  [
    /(?:`{3,}|~{3,})[\s\S]*?(?:`{3}|~{3}|$)/, // a fence, up to the end if it is not closed
    /(`{1,2})(?!`)[^`]{1,500}\1/, // inline code
    /\[[^[\]]{1,300}\](?:\((?:[^()]|\([^()]{0,200}\)){0,700}\)|\[[^[\]]{0,300}\])/, // [a](b) and [a][b]
    /<[a-z][a-z\d+.-]{1,31}:[^<>\s]{0,500}>/,
    /https?:\/\/[^\s<>"'`]+/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
)

const documentLinkExclusions = (value: string): readonly Span[] =>
  Array.from(value.matchAll(linkOrCode), ({ index, 0: whole }) => ({ start: index, end: index + whole.length }))

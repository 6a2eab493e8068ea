import type { DocumentLink } from 'vscode-languageserver-types'
import type { IdeaFile, Mentor, PlacedIdea } from '../model/types.ts'
import type { LineIndex } from '../text/lineIndex.ts'
import { covers, type Span, shift } from '../text/span.ts'
import { rangeOf } from './toLspRange.ts'
import { issueUrl, mailUrl, profileUrl } from './urls.ts'

/** A place that leads somewhere, counted from the start of its idea. */
interface Leading {
  readonly span: Span
  readonly url: string
  readonly tooltip: string
}

/**
 * What leads somewhere though Markdown does not link it: mentors' handles and addresses, and `owner/name#1` in a field.
 * Editors link what Markdown does, and bare URLs, by themselves: a second link there would hide theirs.
 */
export const documentLinks = (file: IdeaFile, lines: LineIndex, tooltips: boolean): DocumentLink[] =>
  file.projects.flatMap(({ ideas }) =>
    ideas.flatMap((placed) =>
      linksOf(placed, file.text).map(({ span, url, tooltip }) => ({
        range: rangeOf(lines, shift(span, placed.at)),
        target: url,
        ...(tooltips && { tooltip }),
      })),
    ),
  )

const linksOf = ({ idea, at }: PlacedIdea, text: string): readonly Leading[] =>
  idea.fields.flatMap((field) => {
    const { start, end } = field.valueSpan
    const value = text.slice(at + start, at + end)
    const people =
      field.key === 'mentors' ? idea.mentors.filter(({ span }) => covers(field.valueSpan, span)).flatMap(contacts) : []
    const found = [...people, ...issues(value, start)]
    if (found.length === 0) return found
    const taken = linkedIn(value).map((span) => shift(span, start))
    return found.filter(({ span }) => !taken.some((other) => other.start < span.end && span.start < other.end))
  })

function contacts({ handle, handleForm, handleSpan, email, emailForm, emailSpan }: Mentor): readonly Leading[] {
  const account = handle ?? ''
  const profile = handleForm === 'at' || handleForm === 'double-at' ? profileUrl(account) : null
  const mail = email !== null && emailForm === 'plain' ? mailUrl(email) : null
  return [
    ...(handleSpan && profile ? [{ span: handleSpan, url: profile, tooltip: `Open @${account} on GitHub` }] : []),
    ...(emailSpan && mail ? [{ span: emailSpan, url: mail, tooltip: `Write to ${email}` }] : []),
  ]
}

/** `owner/name#1`, which GitHub links in issues and not in files; a longer path, an anchor of a page and a package are none. */
const shorthand = /(?<![\w.#/@:-])([a-z\d][a-z\d-]{0,38}\/[\w.-]{1,100})#(\d{1,9})(?![\w/-])/gi

function issues(value: string, start: number): readonly Leading[] {
  if (!/#\d/.test(value)) return []
  return [...value.matchAll(shorthand)].map(({ index, 0: written, 1: repository, 2: number }) => ({
    span: { start: start + index, end: start + index + written.length },
    url: issueUrl(repository!, number!),
    tooltip: `Open ${written} on GitHub`,
  }))
}

/** What Markdown or an editor links already, and code, in which nothing is a link. Bounds keep each look short. */
const linked = new RegExp(
  [
    /(?:`{3,}|~{3,})[\s\S]*?(?:`{3}|~{3}|$)/, // a fence, to the end where it is open
    /(`{1,2})(?!`)[^`]{1,500}\1/, // code in a line
    /\[[^[\]]{1,300}\](?:\((?:[^()]|\([^()]{0,200}\)){0,700}\)|\[[^[\]]{0,300}\])/, // [a](b) and [a][b]
    /<[a-z][a-z\d+.-]{1,31}:[^<>\s]{0,500}>/,
    /https?:\/\/[^\s<>"'`]+/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
)

const linkedIn = (value: string): readonly Span[] =>
  Array.from(value.matchAll(linked), ({ index, 0: whole }) => ({ start: index, end: index + whole.length }))

import type { Span } from '../../text/span.ts'
import type { SourceLink } from '../blocks/links.ts'

const linkedWords = /\[([^[\]]{0,200})\](?:\(([^()\s]{0,400})\)|\[([^[\]]{0,60})\])/g
const bareReference = /\[@([A-Za-z0-9-]{1,60})\](?![([])/g
const mention = /\{\{[%<][ \t]{0,3}mention[ \t]{1,3}"?([^"%<>{}]{1,60}?)"?[ \t]{0,3}[%>]\}\}/g
const gitlabUrl = /(?<!\]\()<?https?:\/\/(?:www\.)?gitlab\.com\/[A-Za-z0-9][\w.-]{0,80}\/?>?/gi

/** The links of a line of people in their order, and what links them by other means: `[Ada][@ada]`, `[@ada]`, `{{< mention "ada" >}}`. */
export const linksOfPeople = (line: string): readonly SourceLink[] =>
  [
    ...Array.from(line.matchAll(linkedWords), ({ 0: all, 1: words = '', 2: url, 3: label = '', index }) => {
      const account = /^@([A-Za-z0-9-]{1,60})$/.exec(label === '' ? words : label)?.[1]
      const target = url ?? (account === undefined ? `#${label}` : peopleAccountUrl(account))
      return link(target, words, { start: index, end: index + all.length }, 1)
    }),
    ...accountsBy(line, bareReference),
    ...accountsBy(line, mention),
    ...Array.from(line.matchAll(gitlabUrl), ({ 0: url, index }) =>
      link(url.replace(/^<|>$/g, ''), '', { start: index, end: index + url.length }, 0),
    ),
  ].sort((a, b) => a.span.start - b.span.start)

const peopleAccountUrl = (account: string): string => `https://github.com/${account}`

const accountsBy = (line: string, pattern: RegExp): readonly SourceLink[] =>
  Array.from(line.matchAll(pattern), ({ 0: all, 1: account = '', index }) =>
    link(peopleAccountUrl(account), '', { start: index, end: index + all.length }, all.indexOf(account)),
  )

/** Accounts on GitLab are read as those on GitHub; an address without `mailto:` is one. */
function link(target: string, words: string, span: Span, textAt: number): SourceLink {
  const isAddress = /^[^\s/:@]{1,64}@[^\s/@]{1,200}$/.test(target)
  const url = isAddress
    ? `mailto:${target}`
    : target.replace(/^(https?:\/\/(?:www\.)?)gitlab\.com\/|^(https?:\/\/(?:www\.)?github\.com\/)orgs\//i, 'https://github.com/')
  const start = span.start + textAt
  const urlStart = Math.max(start, span.end - 1 - target.length)
  return {
    url,
    // `Ada Fern \\<ada@example.org>`
    text: words
      .replace(/[*_`]/g, '')
      .replace(/[ \t]{1,4}\\?<[^<>\s]{1,200}>$/, '')
      .trim(),
    span,
    textSpan: { start, end: start + words.length },
    urlSpan: { start: urlStart, end: span.end - 1 },
    form: 'link',
  }
}

import { CompletionItemKind } from 'vscode-languageserver-types'
import { insertToc } from '../../editing/toc/insertToc.ts'
import { defaultTocMarkers } from '../../model/profiles/profiles.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { RuleSummary } from '../../protocol/protocol.ts'
import type { Span } from '../../text/span.ts'
import { eolOf } from '../../text/textLines.ts'
import type { CompletionContext } from './context.ts'
import type { CursorContext } from './cursorContext.ts'
import type { CursorLine } from './cursorLine.ts'
import type { Suggestion } from './suggestion.ts'

type CommentPlace = Extract<CursorContext, { kind: 'comment' }>

const kinds = [
  ['disable-next-line', 'silences rules in the next line'],
  ['disable-file', 'silences rules in the whole file'],
  ['disable', 'silences rules from here on'],
  ['enable', 'ends what a comment above has silenced'],
] as const

/** Longer comments silence nothing (UTF-16 code units). */
const longestComment = 2000
/** What stands in an open comment up to its end, as far as a paragraph goes: a `-->` behind a blank line is another one's. */
const closed = /^(?:[^<>\r\n]|\r?\n(?![ \t]*\r?\n))*?-->/

/** Comments that mean something: the table of contents, and those that silence rules; behind their word the rules' codes. */
export function commentSuggestions(
  file: IdeaFile,
  line: CursorLine,
  { comment }: CommentPlace,
  context: CompletionContext,
): readonly Suggestion[] {
  const head = line.head.slice(comment.start - line.start)
  const inCodes = /^<!--[ \t]*idea-files-(disable-next-line|disable-file|disable|enable)[ \t]+((?:[\w-]+[ \t,]+)*)([\w-]*)$/.exec(
    head,
  )
  if (inCodes === null) return /^<(?:!-{0,2}[ \t]*[\w-]*)?$/.test(head) ? wholeComments(file, line, comment, context) : []
  const [, kind = '', listed = '', typed = ''] = inCodes
  const behind = /^[\w-]*/.exec(line.tail)![0]
  const isClosed = closed.test(file.text.slice(line.cursor, line.cursor + longestComment))
  // of `…-->` the dashes are no part of the word, and editors close a `<` by themselves
  const rest = isClosed ? behind.replace(/-+$/, '') : (/^[\w-]*>/.exec(line.tail)?.[0] ?? behind)
  const span = { start: line.cursor - typed.length, end: line.cursor + rest.length }
  const after = file.text.slice(span.end, line.end)
  const isLast = after.trim() === ''
  const end = line.end - /[ \t]*(?:-{0,2}>[ \t]*)?$/.exec(after)![0].length
  const present = new Set(listed.split(/[\s,]+/))
  return codes(file, line, context, kind === 'disable-next-line')
    .filter(({ code }) => !present.has(code))
    .map(({ code, summary }) => ({
      label: code,
      kind: CompletionItemKind.Keyword,
      documentation: summary,
      filter: code,
      span,
      newText: !isClosed && isLast ? `${code} -->` : code,
      // what else stands there says why
      ...(!isClosed && !isLast && { more: [{ span: { start: end, end: line.end }, newText: ' -->' }] }),
    }))
}

/** The same for a line on which nothing stands but a word. */
export function wholeComments(file: IdeaFile, line: CursorLine, span: Span, context: CompletionContext): readonly Suggestion[] {
  const found = foundBelow(file, line, context).map((code) => ({
    ...silencing('disable-next-line', `silences ${code} in the next line`, span),
    label: `<!-- idea-files-disable-next-line ${code} -->`,
    newText: `<!-- idea-files-disable-next-line ${code} -->`,
  }))
  const silent = kinds.map(([kind, detail]): Suggestion => {
    const start = `<!-- idea-files-${kind} `
    return { ...silencing(kind, detail, span), newText: `${start}-->`, snippet: `${start}$0 -->`, next: 'suggest' }
  })
  return [...tocSuggestions(file, line, span), ...found, ...silent]
}

const silencing = (kind: string, detail: string, span: Span) => ({
  label: `<!-- idea-files-${kind} … -->`,
  kind: CompletionItemKind.Snippet,
  detail,
  filter: `<!-- idea-files-${kind}`,
  span,
})

/** The table of contents between its marks; the marks alone where an open comment hides what it lists. */
function tocSuggestions(file: IdeaFile, line: CursorLine, span: Span): readonly Suggestion[] {
  if (file.toc !== null || /<!--\s{0,9}toc\b/i.test(file.text.slice(0, line.start))) return []
  const eol = eolOf(file.text)
  const isOpen = line.head.trimStart().startsWith('<!--') && !file.text.includes('-->', line.cursor)
  const { open, close } = file.template.tocMarks ?? defaultTocMarkers
  const table = isOpen ? `${open}${eol}${close}` : insertToc(file)?.newText.trim()
  if (table === undefined) return []
  return [
    {
      label: open,
      kind: CompletionItemKind.Snippet,
      detail: 'a table of contents',
      filter: open,
      span,
      newText: table,
    },
  ]
}

/** The rules' codes: first what is found in the next line, or in the file, then the others. */
function codes(file: IdeaFile, line: CursorLine, context: CompletionContext, below: boolean): readonly RuleSummary[] {
  const found = new Set(below ? foundBelow(file, line, context) : context.lint(withoutSuppressions(file)).map(({ code }) => code))
  return [...context.rules.filter(({ code }) => found.has(code)), ...context.rules.filter(({ code }) => !found.has(code))]
}

/** The same file with comments that silence nothing: what is being written may silence all. */
const withoutSuppressions = (file: IdeaFile): IdeaFile => ({ ...file, text: file.text.replaceAll('idea-files-', 'idea-files.') })

/** The codes of what is found in the next line that is not blank. */
function foundBelow(file: IdeaFile, { end }: CursorLine, { lint }: CompletionContext): readonly string[] {
  const { text } = file
  const blank = /^\s*/.exec(text.slice(end, end + 1000))![0].length
  const length = text.slice(end + blank).search(/[\r\n]|$/)
  const here = lint(withoutSuppressions(file)).filter(({ span: { start } }) => start > end && start <= end + blank + length)
  return [...new Set(here.map(({ code }) => code))]
}

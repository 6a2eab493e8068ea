import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { insertToc } from '../../editing/toc/insertToc.ts'
import { defaultTocMarkers } from '../../model/profiles/profiles.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { RuleSummary } from '../../protocol/protocol.ts'
import type { Span } from '../../text/span.ts'
import { eolOf } from '../../text/textLines.ts'
import type { CompletionContext } from './completionContext.ts'
import type { CommentCursor } from './cursorContext.ts'
import { type CursorLine, cursorLineText, typedSince } from './cursorLine.ts'
import type { Suggestion } from './suggestion.ts'

const commentDirectives = (): readonly (readonly [string, string])[] => [
  ['disable-next-line', l10n.t('disables rules for the next line')],
  ['disable-file', l10n.t('disables rules for the whole file')],
  ['disable', l10n.t('disables rules from here on')],
  ['enable', l10n.t('re-enables rules disabled above')],
]

/** Longer comments are not suppressions (UTF-16 code units). */
const maxCommentLength = 2000
/** The rest of a comment up to its `-->`, within the paragraph: a `-->` after a blank line closes another comment. */
const commentRest = /^(?:[^<>\r\n]|\r?\n(?![ \t]*\r?\n))*?-->/

/** `<!-- idea-files-disable mentor-e|`: the codes of rules; `<!-|`: whole comments, suppressions or a table of contents. */
export function commentSuggestions(
  file: IdeaFile,
  { line, comment }: CommentCursor,
  context: CompletionContext,
): readonly Suggestion[] {
  const head = typedSince(line, comment.start)
  const inCodes = /^<!--[ \t]*idea-files-(disable-next-line|disable-file|disable|enable)[ \t]+((?:[\w-]+[ \t,]+)*)([\w-]*)$/.exec(
    head,
  )
  if (inCodes === null) return /^<(?:!-{0,2}[ \t]*[\w-]*)?$/.test(head) ? wholeComments(file, line, comment, context) : []
  const [, directive = '', listed = '', typed = ''] = inCodes
  const wordRest = /^[\w-]*/.exec(line.tail)![0]
  const isClosed = commentRest.test(file.text.slice(line.cursor, line.cursor + maxCommentLength))
  // the dashes of `…-->` are not part of the word; without them, a `>` was inserted by the editor, which closes `<` automatically
  const rest = isClosed ? wordRest.replace(/-+$/, '') : (/^[\w-]*>/.exec(line.tail)?.[0] ?? wordRest)
  const span = { start: line.cursor - typed.length, end: line.cursor + rest.length }
  const after = cursorLineText(line, { start: span.end, end: line.end })
  const isLast = after.trim() === ''
  const end = line.end - /[ \t]*(?:-{0,2}>[ \t]*)?$/.exec(after)![0].length
  const present = new Set(listed.split(/[\s,]+/))
  return commentCodesByRelevance(file, line, context, directive === 'disable-next-line')
    .filter(({ code }) => !present.has(code))
    .map(({ code, summary }) => ({
      label: code,
      kind: CompletionItemKind.Keyword,
      documentation: summary,
      filter: code,
      span,
      newText: !isClosed && isLast ? `${code} -->` : code,
      // the rest of the line is the author's reason: close the comment after it
      ...(!isClosed && !isLast && { more: [{ span: { start: end, end: line.end }, newText: ' -->' }] }),
    }))
}

/** Whole comments that replace `span`: a table of contents, suppressions of what is found below, and with `isTyped` any suppression. */
export function wholeComments(
  file: IdeaFile,
  line: CursorLine,
  span: Span,
  context: CompletionContext,
  isTyped = true,
): readonly Suggestion[] {
  const forFindings = codesToComment(file, line, context).map((code) => ({
    ...suppressionSuggestion('disable-next-line', l10n.t`disables ${code} for the next line`, span),
    label: `<!-- idea-files-disable-next-line ${code} -->`,
    newText: `<!-- idea-files-disable-next-line ${code} -->`,
  }))
  const general = (isTyped ? commentDirectives() : []).map(([directive, detail]): Suggestion => {
    const start = `<!-- idea-files-${directive} `
    return {
      ...suppressionSuggestion(directive, detail, span),
      newText: `${start}-->`,
      snippet: `${start}$0 -->`,
      next: 'suggest',
    }
  })
  return [...tocCommentSuggestions(file, line, span), ...forFindings, ...general]
}

const suppressionSuggestion = (directive: string, detail: string, span: Span) => ({
  label: `<!-- idea-files-${directive} … -->`,
  kind: CompletionItemKind.Snippet,
  detail,
  filter: `<!-- idea-files-${directive}`,
  span,
})

/** The table of contents between its markers; only the markers if an open comment hides the headings. */
function tocCommentSuggestions(file: IdeaFile, line: CursorLine, span: Span): readonly Suggestion[] {
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
      detail: l10n.t('table of contents'),
      filter: open,
      span,
      newText: table,
    },
  ]
}

/** All rules: first those with a finding in the next line, or in the file, then the others. */
function commentCodesByRelevance(
  file: IdeaFile,
  line: CursorLine,
  context: CompletionContext,
  nextLineOnly: boolean,
): readonly RuleSummary[] {
  const codes = nextLineOnly
    ? codesToComment(file, line, context)
    : context.lint(hideCommentSuppressions(file)).map(({ code }) => code)
  const found = new Set(codes)
  return [...context.rules.filter(({ code }) => found.has(code)), ...context.rules.filter(({ code }) => !found.has(code))]
}

/** The same file with no suppressions in force: the comment at the cursor may suppress everything. */
const hideCommentSuppressions = (file: IdeaFile): IdeaFile => ({
  ...file,
  sections: file.sections.map(({ facts, ...section }) => ({ ...section, facts: facts && { ...facts, comments: [] } })),
})

/** The codes of the findings in the next line with text. */
function codesToComment(file: IdeaFile, { end }: CursorLine, { lint }: CompletionContext): readonly string[] {
  const { text } = file
  const gap = /^\s*/.exec(text.slice(end, end + 1000))![0].length
  const length = text.slice(end + gap).search(/[\r\n]|$/)
  const here = lint(hideCommentSuppressions(file)).filter(({ span: { start } }) => start > end && start <= end + gap + length)
  return [...new Set(here.map(({ code }) => code))]
}

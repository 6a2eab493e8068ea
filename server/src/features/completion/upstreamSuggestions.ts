import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import type { IdeaFile } from '../../model/types.ts'
import { pluralize } from '../../text/wording.ts'
import type { CompletionContext } from './completionContext.ts'
import type { ValueCursor } from './cursorContext.ts'
import { typedSince } from './cursorLine.ts'
import { type ListValuePart, listValueAt } from './listValue.ts'
import { projectHomes } from './projectHomes.ts'
import type { Suggestion } from './suggestion.ts'

/** `https://github.com/ORG/REPO/issues/`: where the project's issues are. A number that is already there stays. */
export function upstreamSuggestions(file: IdeaFile, cursor: ValueCursor, context: CompletionContext): readonly Suggestion[] {
  const { span, lead } = upstreamUrlAround(cursor)
  return projectHomes(file, cursor.project, context).map(({ url, uses, main, repository }) => ({
    label: url,
    kind: CompletionItemKind.Reference,
    detail: main ? l10n.t('main repository') : l10n.t`linked from ${pluralize(uses, 'idea')}`,
    filter: `${url} ${repository}`,
    span,
    newText: `${lead}${url}`,
  }))
}

/** What the page of every LFX Mentorship project begins with. */
export const lfxPrefix = 'https://mentorship.lfx.linuxfoundation.org/project/'

/** The beginning of a project's page on LFX Mentorship. */
export function lfxUpstreamSuggestions(cursor: ValueCursor): readonly Suggestion[] {
  const { span, lead } = upstreamUrlAround(cursor)
  return [
    {
      label: lfxPrefix,
      kind: CompletionItemKind.Reference,
      detail: l10n.t("LFX project page; append the project's UUID"),
      filter: `${lfxPrefix} lfx`,
      span,
      newText: `${lead}${lfxPrefix}`,
    },
  ]
}

/** The URL around the cursor, without the number or UUID at its end. */
function upstreamUrlAround({ line, value }: ValueCursor): ListValuePart {
  const typed = /[^\s,;()<>[\]]*$/.exec(typedSince(line, Math.max(line.start, value.start)))![0]
  const rest = /^[^\s,;()<>[\]]*/.exec(line.tail)![0]
  const idLength = /\/(?:issues|pull|discussions|project)\/([\w-]+)$/.exec(`${typed}${rest}`)?.[1]?.length ?? 0
  const end = line.cursor + Math.max(0, rest.length - idLength)
  const part = listValueAt(line, { start: line.cursor - typed.length, end })
  // a space after the bracket of `<…>` or `[…](…)` would turn the link into text
  return /[<([]$/.test(line.text.slice(0, part.span.start - line.start)) ? { ...part, lead: '' } : part
}

import { CompletionItemKind } from 'vscode-languageserver-types'
import type { IdeaFile } from '../../model/types.ts'
import type { CompletionContext } from './context.ts'
import type { ValuePlace } from './cursorContext.ts'
import type { CursorLine } from './cursorLine.ts'
import { type ListValuePart, listValueAt } from './listValue.ts'
import { projectHomes } from './projectHomes.ts'
import type { Suggestion } from './suggestion.ts'

/** Where issues of the idea's project are, the number still to come; a number that stands there already is kept. */
export function upstreamSuggestions(
  file: IdeaFile,
  line: CursorLine,
  place: ValuePlace,
  context: CompletionContext,
): readonly Suggestion[] {
  const { span, lead } = addressAt(line, place)
  return projectHomes(file, place.project, context).map(({ url, uses, main, repository }) => ({
    label: url,
    kind: CompletionItemKind.Reference,
    detail: main ? 'the main repository' : `${uses === 1 ? 'one idea leads' : `${uses} ideas lead`} there`,
    filter: `${url} ${repository}`,
    span,
    newText: `${lead}${url}`,
  }))
}

/** What every page of an LFX Mentorship project begins with. */
export const lfxPrefix = 'https://mentorship.lfx.linuxfoundation.org/project/'

/** The beginning of a project's page on LFX Mentorship. */
export function lfxSuggestions(line: CursorLine, place: ValuePlace): readonly Suggestion[] {
  const { span, lead } = addressAt(line, place)
  return [
    {
      label: lfxPrefix,
      kind: CompletionItemKind.Reference,
      detail: "lfx: the project's UUID comes behind it",
      filter: `${lfxPrefix} lfx`,
      span,
      newText: `${lead}${lfxPrefix}`,
    },
  ]
}

/** The address around the cursor, without the number or UUID at its end. */
function addressAt(line: CursorLine, { value }: ValuePlace): ListValuePart {
  const head = line.head.slice(Math.max(0, value.start - line.start))
  const typed = /[^\s,;()<>[\]]*$/.exec(head)![0]
  const rest = /^[^\s,;()<>[\]]*/.exec(line.tail)![0]
  const kept = /\/(?:issues|pull|discussions|project)\/([\w-]+)$/.exec(`${typed}${rest}`)?.[1]?.length ?? 0
  const end = line.cursor + Math.max(0, rest.length - kept)
  const piece = listValueAt(line, { start: line.cursor - typed.length, end })
  // a blank behind the bracket of `<…>` or `[…](…)` would make text of the link
  return /[<([]$/.test(line.text.slice(0, piece.span.start - line.start)) ? { ...piece, lead: '' } : piece
}

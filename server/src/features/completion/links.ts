import { CompletionItemKind } from 'vscode-languageserver-types'
import { entryTarget, entryText } from '../../editing/toc/tocText.ts'
import { isListed, placeOf } from '../../model/toc/matchToc.ts'
import type { IdeaFile, TocHeading } from '../../model/types.ts'
import type { CursorContext } from './cursorContext.ts'
import type { CursorLine } from './cursorLine.ts'
import type { Suggestion } from './suggestion.ts'

type AnchorPlace = Extract<CursorContext, { kind: 'anchor' }>
type EntryPlace = Extract<CursorContext, { kind: 'entry' }>

/** The anchors of the file's headings: first what the link is called, then what the table lacks, then the others, each in the file's order. */
export function anchorSuggestions(file: IdeaFile, { target, title }: AnchorPlace): readonly Suggestion[] {
  const called = title === null ? '' : file.text.slice(title.start, title.end).trim()
  const missing = new Set(file.tocMatch?.missing ?? [])
  const rank = (found: TocHeading): number => (found.heading.text === called && called !== '' ? 0 : missing.has(found) ? 1 : 2)
  return linkable(file)
    .sort((a, b) => rank(a) - rank(b))
    .map((found) => {
      const text = entryText(file, placeOf(file, found))
      const anchor = entryTarget(found)
      return {
        label: found.heading.text,
        kind: CompletionItemKind.Reference,
        detail: anchor,
        filter: `${anchor} ${found.heading.text}`,
        span: target,
        newText: anchor,
        // a link without words shows nothing
        ...(title !== null && called === '' && { more: [{ span: title, newText: text }] }),
      }
    })
}

/** Whole entries for headings that the table of contents lacks. */
export function entrySuggestions(file: IdeaFile, line: CursorLine, { entry }: EntryPlace): readonly Suggestion[] {
  const bracket = line.text[entry.start - line.start] === '[' ? '[' : ''
  return (file.tocMatch?.missing ?? []).filter(isListed).map((found) => {
    const newText = `[${entryText(file, placeOf(file, found))}](${entryTarget(found)})`
    return {
      label: found.heading.text,
      kind: CompletionItemKind.Reference,
      detail: entryTarget(found),
      filter: `${bracket}${found.heading.text}`,
      span: entry,
      newText,
    }
  })
}

const linkable = (file: IdeaFile): TocHeading[] =>
  file.tocHeadings.filter(({ heading, anchor }) => heading.text !== '' && anchor !== '')

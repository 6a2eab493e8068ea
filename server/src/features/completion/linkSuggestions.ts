import { CompletionItemKind } from 'vscode-languageserver-types'
import { entryTarget, entryText } from '../../editing/toc/tocText.ts'
import { isTocHeading, placedHeadingOf } from '../../model/toc/tocHeadings.ts'
import type { IdeaFile, TocHeading } from '../../model/types.ts'
import type { AnchorCursor, TocEntryCursor } from './cursorContext.ts'
import type { Suggestion } from './suggestion.ts'

/** The anchors of the headings: first the one that the link's text names, then those that the table of contents lacks, then the rest. */
export function linkAnchorSuggestions(file: IdeaFile, { target, title }: AnchorCursor): readonly Suggestion[] {
  const linkText = title === null ? '' : file.text.slice(title.start, title.end).trim()
  const missing = new Set(file.tocMatch?.missing ?? [])
  const rank = (found: TocHeading): number =>
    linkText !== '' && found.heading.text === linkText ? 0 : missing.has(found) ? 1 : 2
  return file.tocHeadings
    .filter(({ heading, anchor }) => heading.text !== '' && anchor !== '')
    .sort((a, b) => rank(a) - rank(b))
    .map((found) => {
      const anchor = entryTarget(found)
      return {
        label: found.heading.text,
        kind: CompletionItemKind.Reference,
        detail: anchor,
        filter: `${anchor} ${found.heading.text}`,
        span: target,
        newText: anchor,
        // a link without text would not be visible
        ...(title !== null &&
          linkText === '' && { more: [{ span: title, newText: entryText(file, placedHeadingOf(file, found)) }] }),
      }
    })
}

/** Whole entries for headings that the table of contents lacks. */
export function linkEntrySuggestions(file: IdeaFile, { entry }: TocEntryCursor): readonly Suggestion[] {
  return (file.tocMatch?.missing ?? []).filter(isTocHeading).map((found) => ({
    label: found.heading.text,
    kind: CompletionItemKind.Reference,
    detail: entryTarget(found),
    filter: found.heading.text,
    span: entry,
    newText: `[${entryText(file, placedHeadingOf(file, found))}](${entryTarget(found)})`,
  }))
}

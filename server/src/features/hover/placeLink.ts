import type { IdeaSummary, ListSummary } from '../../workspace/listSummary.ts'
import type { TextRun } from './card.ts'

/** A text that leads to an idea of another list, where the editor follows links to files. */
export type LinkToIdea = (text: string, list: ListSummary, idea: IdeaSummary) => TextRun

/** `file:///w/2025.md#L12`: only for files on disk, as editors open no other scheme. */
export const linkToIdea: LinkToIdea = (text, { uri, text: whole }, { span }) =>
  uri.startsWith('file:///') ? { text, url: `${uri}#L${lineNumberAt(whole, span.start)}` } : text

/** The other lists of the workspace, the newest first, and how their ideas are linked. */
export interface OtherLists {
  readonly lists: readonly ListSummary[]
  readonly link: LinkToIdea
}

/** For an editor that follows no links to files. */
export const plainIdea: LinkToIdea = (text) => text

/** 1-based. */
function lineNumberAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

import { decodePercent } from '../../text/decodePercent.ts'
import type { LinkSummary, ListSummary } from '../../workspace/listSummary.ts'
import { isUriInside, moveUriBetween, uriKey } from '../../workspace/uris.ts'
import { linkTargetUri } from './linkTargetFinder.ts'
import { type ListEdits, type RenameEdit, workspaceEditsByList } from './workspaceEdits.ts'
import type { WorkspaceSnapshot } from './workspaceSnapshot.ts'

/** A file or folder that is about to be moved or renamed, by its URIs. */
export interface FileMove {
  readonly from: string
  readonly to: string
}

/**
 * In steps, one a file: the links that must change if files are moved, so that all of them lead where they did: those to a moved file,
 * and those of a moved file to others.
 */
export const moveLinkEdits = (
  { own, others, pages, roots }: WorkspaceSnapshot,
  moves: readonly FileMove[],
): Generator<void, readonly ListEdits[]> =>
  workspaceEditsByList([own, ...others, ...pages], (list) =>
    list.links.flatMap((link) => movedLinkEdit(list, link, moves, roots)),
  )

function movedLinkEdit(
  list: ListSummary,
  { path, span }: LinkSummary,
  moves: readonly FileMove[],
  roots: readonly string[],
): readonly RenameEdit[] {
  const target = path === '' ? null : linkTargetUri(list.realUri, path, roots)
  if (target === null || !list.text.startsWith(path, span.start)) return []
  const [from, to] = [movedUri(list.realUri, moves), movedUri(target, moves)]
  if (from === list.realUri && to === target) return []
  const stillThere = linkTargetUri(from, path, roots)
  if (stillThere !== null && uriKey(stillThere) === uriKey(to)) return []
  const root = path.startsWith('/') ? roots.find((each) => isUriInside(uriKey(each), uriKey(to))) : undefined
  const newText =
    root === undefined ? relativePathAfterMove(from, to, path.startsWith('./')) : `/${linkPathAfterMove(`${root}/`, to)}`
  return [{ span: { start: span.start, end: span.start + path.length }, newText }]
}

/** The URI of a file after the moves. */
const movedUri = (uri: string, moves: readonly FileMove[]): string => {
  const move = moves.find(({ from }) => isUriInside(uriKey(from), uriKey(uri)))
  return move ? moveUriBetween(move.from, move.to, uri) : uri
}

/** `2026.md`, `../lfx-mentorship/README.md`; `./2026.md` if the author writes it so. */
const relativePathAfterMove = (from: string, to: string, hasDot: boolean): string => {
  const path = linkPathAfterMove(from, to)
  return hasDot && !path.startsWith('../') ? `./${path}` : path
}

/** The path from the folder of one file to another. */
function linkPathAfterMove(from: string, to: string): string {
  const [source, target] = [from, to].map((uri) => uri.split('/').map(decodePercent))
  const folders = source!.slice(0, -1)
  let shared = 0
  while (shared < folders.length && shared < target!.length - 1 && folders[shared] === target![shared]) shared++
  return [...folders.slice(shared).map(() => '..'), ...target!.slice(shared).map(linkPathNameAfterMove)].join('/')
}

/** A name as a link has it: without what would end the link. */
const linkPathNameAfterMove = (name: string): string =>
  name.replace(/[\s()<>%#?\\]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

import { readOptions } from '../../config/effectiveConfiguration.ts'
import type { WorkspaceSnapshot } from '../../features/navigation/workspaceSnapshot.ts'
import { mayLinkToHeading } from '../../model/blocks/localLinks.ts'
import { readFileInFolder } from '../../model/folder/readInFolder.ts'
import { maxTextLength } from '../../model/ideaFile.ts'
import { unsavedRequest } from '../../protocol/protocol.ts'

import { type ListSummary, summarizeList, summarizePage } from '../../workspace/listSummary.ts'
import { openDocumentPath } from '../documents/openDocument.ts'

import type { Session } from '../session.ts'

/** While files are read documents may be closed, which then have to be read, too: so often, and no more. */
const maxReadRounds = 4

/**
 * Reads the workspace as it is now: open documents as they are in the editor, all other files as the client shows them (their text may
 * be unsaved), otherwise from disk. Null if the document at `uri` is not an idea list.
 */
export async function takeSnapshot(session: Session, uri: string): Promise<WorkspaceSnapshot | null> {
  const unsaved = await unsavedForSnapshot(session)
  const read = new Map<string, UnopenedFile>()
  for (let round = 0; round < maxReadRounds; round++) {
    const missing = filesToSnapshot(session, unsaved).filter(({ uri: each }) => !read.has(session.lists.keyOf(each)))
    if (missing.length === 0) break
    for (const file of await Promise.all(missing.map((each) => readUnopenedFile(each, session))))
      read.set(session.lists.keyOf(file.uri), file)
    const unreadable = [...read.values()].filter(({ text }) => text === null)
    await session.lists.reload(unreadable.map((file) => file.uri))
  }
  return composeSnapshot(session, uri, read)
}

/** A file as the index has it. */
interface KnownFile {
  readonly uri: string
  /** Null if it is not an idea list. */
  readonly list: ListSummary | null
}

/** A file as it is now. */
interface UnopenedFile extends KnownFile {
  /** Null if it cannot be read. */
  readonly text: string | null
}

/**
 * Known lists, pages that may link to them, and Markdown documents that the client does not sync (non-lists, and lists where
 * `ideaFiles.enable` is off).
 */
function filesToSnapshot({ lists, documents }: Session, unsaved: readonly string[]): readonly KnownFile[] {
  const files: readonly KnownFile[] = [
    ...[...unsaved, ...lists.pages()].map((uri) => ({ uri, list: null })),
    ...lists.lists().map((list) => ({ uri: list.uri, list })),
  ]
  return [...new Map(files.map((file) => [lists.keyOf(file.uri), file])).values()].filter(({ uri }) => !documents.get(uri))
}

async function unsavedForSnapshot({ client, connection }: Session): Promise<readonly string[]> {
  if (!client.own.unsaved) return []
  const answer: unknown = await connection.sendRequest(unsavedRequest).catch(() => null)
  return Array.isArray(answer) ? answer.filter((uri) => typeof uri === 'string') : []
}

async function readUnopenedFile({ uri, list }: KnownFile, session: Session): Promise<UnopenedFile> {
  const text = await session.readFile(uri)
  if (list === null || text === null || text === list.text) return { uri, text, list }
  const { effective } = await session.configuration.onDisk(uri)
  const file = readFileInFolder(text, readOptions(effective, openDocumentPath(uri)), session.lists.siblings(uri))
  return { uri, text, list: file.ideaList ? summarizeList(uri, file, list.realUri) : null }
}

/** Without waiting for anything: open documents are those of this moment. */
function composeSnapshot(
  { lists, documents }: Session,
  uri: string,
  read: ReadonlyMap<string, UnopenedFile>,
): WorkspaceSnapshot | null {
  const lookup = lists.lookup(uri)
  if (lookup === null) return null
  const current = ({ uri: each }: ListSummary): UnopenedFile | undefined =>
    documents.get(each) ? undefined : read.get(lists.keyOf(each))
  const others = lookup.others.flatMap((list) => {
    const file = current(list)
    return file === undefined || file.text === null ? list : (file.list ?? [])
  })
  const known = new Set([lookup.own, ...others].map((list) => lists.keyOf(list.uri)))
  const pageUris = new Map(
    [...lists.pages(), ...[...read.values()].map((file) => file.uri)].map((each) => [lists.keyOf(each), each]),
  )
  const pages = [...pageUris].flatMap(([key, each]) => {
    const text = known.has(key) ? null : (documents.get(each)?.text ?? read.get(key)?.text ?? null)
    return text === null || text.length > maxTextLength || !mayLinkToHeading(text)
      ? []
      : [summarizePage(each, text, lists.realUri(each))]
  })
  return { ...lookup, others, pages }
}

import { readOptions } from '../../config/effectiveConfiguration.ts'
import { maxTextLength, readIdeaFile } from '../../model/ideaFile.ts'
import { unsavedRequest } from '../../protocol/protocol.ts'
import { type ListSummary, mayLinkToHeading, summarizeList, summarizePage } from '../../workspace/listSummary.ts'
import { uriKey } from '../../workspace/uris.ts'
import { pathOf } from '../documents/openDocument.ts'
import type { Session } from '../handlers/handler.ts'

/**
 * What stands in files of the workspace that the client has not opened for us: in an editor, or else on disk. A client keeps documents
 * to itself that are no lists, and those that somebody has switched off.
 */
export interface UnopenedFiles {
  /** Texts of Markdown files that are no lists and may link to headings of some. */
  readonly pages: ReadonlyMap<string, string>
  /** Those of the known lists that can be read; null for one that is a list no more. */
  readonly lists: ReadonlyMap<string, ListSummary | null>
}

/** Reads them all. */
export async function readUnopenedFiles(session: Session): Promise<UnopenedFiles> {
  const [pages, lists] = await Promise.all([
    readPages(session),
    Promise.all(
      session.workspace
        .lists()
        .filter(({ uri }) => !session.document(uri))
        .map((list) => readList(list, session)),
    ),
  ])
  const read = lists.filter((each) => each !== null)
  const texts = [...pages, ...read.flatMap(({ uri, list, text }) => (list ? [] : [[uri, text] as const]))]
  return {
    pages: new Map(texts.flatMap(([uri, text]) => (text === null || text.length > maxTextLength ? [] : [[uri, text]]))),
    lists: new Map(read.map(({ uri, list }) => [uri, list])),
  }
}

/** The pages that the index knows to link somewhere, and those in which links may stand that nobody has saved. */
async function readPages(session: Session): Promise<readonly (readonly [string, string | null])[]> {
  const unsaved = await unsavedIn(session)
  const known = new Set([...session.workspace.pages(), ...session.workspace.lists().map(({ uri }) => uri)].map(uriKey))
  const pages = [...session.workspace.pages(), ...unsaved.filter((uri) => !known.has(uriKey(uri)))]
  return Promise.all(pages.map(async (uri) => [uri, await session.readFile(uri)] as const))
}

async function unsavedIn({ client, connection }: Session): Promise<readonly string[]> {
  if (!client.own.unsaved) return []
  const answer: unknown = await connection.sendRequest(unsavedRequest).catch(() => null)
  return Array.isArray(answer) ? answer.filter((uri) => typeof uri === 'string') : []
}

interface Read {
  readonly uri: string
  readonly text: string
  readonly list: ListSummary | null
}

/** Null for one that cannot be read. */
async function readList(list: ListSummary, session: Session): Promise<Read | null> {
  const { uri } = list
  const text = await session.readFile(uri)
  if (text === null || text === list.text) return text === null ? null : { uri, text, list }
  const { effective } = await session.setupOnDisk(uri)
  const file = readIdeaFile(text, readOptions(effective, pathOf(uri)))
  return { uri, text, list: file.ideaList ? summarizeList(uri, file) : null }
}

/** The other lists as they stand by now; an open one is known best. */
export const currentLists = (
  others: readonly ListSummary[],
  { lists }: UnopenedFiles,
  session: Session,
): readonly ListSummary[] => others.flatMap((list) => (session.document(list.uri) ? list : (untoldOf(list, lists) ?? [])))

const untoldOf = (list: ListSummary, lists: UnopenedFiles['lists']): ListSummary | null => {
  const read = lists.get(list.uri)
  return read === undefined ? list : read
}

/** What is known of the pages; of an open one as it stands now. */
export const currentPages = ({ pages }: UnopenedFiles, session: Session): readonly ListSummary[] =>
  [...pages].flatMap(([uri, untold]) => {
    const text = session.document(uri)?.text ?? untold
    return mayLinkToHeading(text) ? [summarizePage(uri, text)] : []
  })

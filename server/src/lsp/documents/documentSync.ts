import { isProjectFile } from '../../config/projectFileSchema.ts'
import type { ServerSession } from '../createSession.ts'
import { guard } from '../guard.ts'
import { textEditsOf } from './textEdits.ts'

/** Listens to documents that are opened, changed, saved and closed. */
export function syncDocuments(session: ServerSession): void {
  const { connection, openDocuments, documents, configuration, publisher, lists, pacer, tocs } = session
  const { events } = openDocuments
  openDocuments.onWillChange((document) => {
    pacer.onActivity()
    guard(connection, 'textDocument/didChange', document.uri, undefined, () => {
      if (configuration.of(document.uri).tocUpdateOnSave !== 'never') tocs.changing(documents.get(document.uri) ?? document)
    })
  })
  events.onDidOpen(({ document }) => {
    const { uri } = document
    tocs.opened(document)
    lists.opened(uri)
    if (isProjectFile(uri)) reloadProjectFiles(session)
    // a client that watches no files does not report that one has changed
    else if (!session.client.watchesFiles) configuration.forgetProjectFiles()
    configuration.ready(uri)
  })
  events.onDidChangeContent(({ document }) => {
    const { uri } = document
    tocs.changed(document)
    if (isProjectFile(uri)) reloadProjectFiles(session)
    if (!session.client.pull || session.client.own.status || lists.affectsOtherLists(uri)) publisher.scheduleDiagnostics(uri)
  })
  events.onWillSaveWaitUntil(({ document: { uri }, reason }) =>
    guard(connection, 'textDocument/willSaveWaitUntil', uri, [], () => {
      const document = documents.get(uri)
      const { enabled, tocUpdateOnSave } = configuration.of(uri)
      return document && enabled ? textEditsOf(tocs.saving(document, reason, tocUpdateOnSave), document.lines) : []
    }),
  )
  events.onDidSave(({ document }) => tocs.saved(document))
  events.onDidClose(({ document }) => {
    const { uri } = document
    configuration.drop(uri)
    lists.closed(document)
    session.listsChanged()
    if (isProjectFile(uri)) reloadProjectFiles(session)
    publisher.closed(uri)
  })
  events.listen(connection)
}

/** Reads project files again, and everything under them. */
export function reloadProjectFiles({ configuration, openDocuments, lists }: ServerSession): void {
  configuration.forgetProjectFiles()
  configuration.reload(openDocuments.keys())
  lists.reconfigure()
}

import * as vscode from 'vscode'
import { completesRequest, suggestCommand } from '../../../server/src/protocol/protocol.ts'

/** Asks the server about a document; undefined where it does not answer. */
type Ask = (method: string, params: unknown) => Promise<boolean | undefined>

/** The place behind the first letter of a word that a change has typed; undefined for any other change. */
const afterFirstLetter = ({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): vscode.Position | undefined => {
  const [change, ...others] = contentChanges
  if (change === undefined || others.length > 0 || reason !== undefined || !/^[\p{L}\p{N}]$/u.test(change.text)) return undefined
  const { start } = change.range
  const before = start.character > 0 ? document.getText(new vscode.Range(start.translate(0, -1), start)) : ''
  // further letters are VS Code's: it narrows the list that is open, and one that a person has closed stays closed
  return /[\p{L}\p{N}_]/u.test(before) ? undefined : start.translate(0, 1)
}

/** Whether a person has typed it: the only cursor of the active editor stands behind it, some letters on at most. */
const isTypedBy = (
  editor: vscode.TextEditor | undefined,
  { document }: vscode.TextDocumentChangeEvent,
  at: vscode.Position,
): boolean => {
  const [selection, ...others] = editor?.selections ?? []
  if (editor?.document !== document || selection === undefined || others.length > 0 || !selection.isEmpty) return false
  const ahead = selection.active.character - at.character
  // VS Code may tell of the change before it tells where the cursor has come to stand
  return selection.active.line === at.line && ahead >= -1 && ahead < 10
}

/**
 * Brings the list of suggestions where a person begins a word that the server can complete: VS Code itself brings none in Markdown but
 * behind trigger characters. Prose costs one question a word, and other documents nothing.
 */
export const registerSuggestWhileTyping = (isOurs: (document: vscode.TextDocument) => boolean, ask: Ask): vscode.Disposable =>
  vscode.workspace.onDidChangeTextDocument(async (event) => {
    const { document } = event
    if (!isOurs(document) || document !== vscode.window.activeTextEditor?.document) return
    const at = afterFirstLetter(event)
    if (at === undefined) return
    const { version } = document
    // the server is told of the change in this very turn, perhaps by a listener behind this one
    await new Promise((resolve) => setTimeout(resolve, 0))
    const position = { line: at.line, character: at.character }
    const completes = await ask(completesRequest, { textDocument: { uri: document.uri.toString() }, position }).catch(() => false)
    // whoever goes on typing meanwhile is still at the same word; any other edit has another cursor
    const isStale = document.version > version + 10 || !isTypedBy(vscode.window.activeTextEditor, event, at)
    if (completes && !isStale) await vscode.commands.executeCommand(suggestCommand, { auto: true })
  })

import * as vscode from 'vscode'
import { type FreshIdeaParams, freshIdeaRequest } from '../../../server/src/protocol/protocol.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { type Lines, movedLines } from './movedLines.ts'

interface FreshLines extends Lines {
  readonly document: vscode.TextDocument
}

/**
 * The idea that New Idea has just inserted: its empty fields are no problems until the cursor leaves it or the file is saved. The server
 * learns where it is, and when it ends.
 */
export class FreshIdea implements vscode.Disposable {
  readonly #askAbout: SendRequest
  #lines: FreshLines | undefined
  readonly #listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (this.#lines?.document === document) this.#lines = { document, ...movedLines(this.#lines, contentChanges) }
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) => {
      const lines = this.#lines
      if (lines?.document !== document) return
      if (!selections.some(({ active: { line } }) => lines.first <= line && line <= lines.last)) this.#end()
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor !== undefined && editor.document !== this.#lines?.document) this.#end()
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (document === this.#lines?.document) this.#end()
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document === this.#lines?.document) this.#lines = undefined
    }),
  )

  constructor(askAbout: SendRequest) {
    this.#askAbout = askAbout
  }

  /** An idea was inserted, and the cursor is in its first field. */
  begin(document: vscode.TextDocument, { start, end }: vscode.Range): void {
    this.#end()
    const editor = vscode.window.activeTextEditor
    if (editor?.document !== document) return
    this.#lines = { document, first: start.line, last: end.line }
    const { line, character } = editor.selection.active
    this.#tell(document, { line, character })
  }

  dispose(): void {
    this.#listeners.dispose()
  }

  #end(): void {
    const ended = this.#lines?.document
    this.#lines = undefined
    if (ended) this.#tell(ended, null)
  }

  #tell(document: vscode.TextDocument, position: FreshIdeaParams['position']): void {
    const params: FreshIdeaParams = { textDocument: { uri: document.uri.toString() }, position }
    // without a server there are no problems
    void this.#askAbout(freshIdeaRequest, params).catch(() => undefined)
  }
}

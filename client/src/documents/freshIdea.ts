import * as vscode from 'vscode'
import { type Lines, movedLines } from './movedLines.ts'

/** The rule that reports what is still to be filled in. */
const emptyFieldCode = 'empty-field'

interface FreshLines extends Lines {
  readonly document: vscode.TextDocument
}

/**
 * The idea that New Idea has just inserted: its empty fields are not shown as problems until the cursor leaves it or the file is saved. The
 * server reports them all the same.
 */
export class FreshIdea implements vscode.Disposable {
  #lines: FreshLines | undefined
  readonly #didChange = new vscode.EventEmitter<vscode.TextDocument>()
  /** Fires with a document of which other problems are to be shown than before. */
  readonly onDidChange = this.#didChange.event
  readonly #listeners = vscode.Disposable.from(
    this.#didChange,
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
      if (document === this.#lines?.document) this.#end()
    }),
  )

  /** An idea was inserted. */
  begin(document: vscode.TextDocument, { start, end }: vscode.Range): void {
    this.#end()
    this.#lines = { document, first: start.line, last: end.line }
    this.#didChange.fire(document)
  }

  /** Whether there is such an idea in a document. */
  isIn(uri: vscode.Uri): boolean {
    return this.#lines?.document.uri.toString() === uri.toString()
  }

  /** The problems of a document that are shown. */
  shown(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
    const lines = this.#lines
    if (lines === undefined || !this.isIn(uri)) return [...diagnostics]
    return diagnostics.filter(
      ({ code, range: { start } }) => code !== emptyFieldCode || start.line < lines.first || start.line > lines.last,
    )
  }

  dispose(): void {
    this.#listeners.dispose()
  }

  #end(): void {
    const ended = this.#lines?.document
    this.#lines = undefined
    if (ended) this.#didChange.fire(ended)
  }
}

import * as vscode from 'vscode'
import type { Range } from '../../../server/src/protocol/protocol.ts'
import type { SendRequest } from '../server/sendRequest.ts'

/** A definition as LSP has it: a link, or a plain location. */
interface DefinitionAnswer {
  readonly targetUri?: string
  readonly targetSelectionRange?: Range
  readonly uri?: string
  readonly range?: Range
}

/**
 * Registers the command of F12 in a list: it jumps if the server knows one place. VS Code's own command would show a heading's entry next
 * to the heading itself, which its Markdown support gives as a second definition.
 */
export const registerGoToDefinition = (askAbout: SendRequest): vscode.Disposable =>
  vscode.commands.registerCommand('ideaFiles.goToDefinition', async () => {
    const editor = vscode.window.activeTextEditor
    if (!editor) return
    const { line, character } = editor.selection.active
    const params = { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } }
    const found = await askAbout<readonly DefinitionAnswer[] | null>('textDocument/definition', params).catch(() => null)
    const [only, ...others] = found ?? []
    const uri = only?.targetUri ?? only?.uri
    const range = only?.targetSelectionRange ?? only?.range
    if (uri === undefined || range === undefined || others.length > 0) {
      await vscode.commands.executeCommand('editor.action.revealDefinition')
      return
    }
    const start = new vscode.Position(range.start.line, range.start.character)
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(start, start) })
  })

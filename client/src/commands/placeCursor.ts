import * as vscode from 'vscode'
import { type Position, placeCursorCommand } from '../../../server/src/protocol/protocol.ts'

/** Registers the command that follows a code action which adds a field to be filled in: the cursor goes there. */
export const registerPlaceCursor = (): vscode.Disposable =>
  vscode.commands.registerCommand(placeCursorCommand, (uri?: unknown, position?: Position) => {
    const editor = vscode.window.activeTextEditor
    if (position === undefined || editor?.document.uri.toString() !== vscode.Uri.parse(String(uri)).toString()) return
    showCursorAt(editor, new vscode.Position(position.line, position.character))
  })

/** Puts the cursor at a position, and scrolls there. */
export const showCursorAt = (editor: vscode.TextEditor, at: vscode.Position): void => {
  editor.selection = new vscode.Selection(at, at)
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

import * as vscode from 'vscode'
import { fixAllKind } from '../../server/src/protocol.ts'

/** The command that mends everything safe in the active file, as fix on save would. */
export const offerFixAll = (): vscode.Disposable =>
  vscode.commands.registerCommand('ideaFiles.fixAll', () =>
    vscode.commands.executeCommand('editor.action.codeAction', { kind: fixAllKind, apply: 'first' }),
  )

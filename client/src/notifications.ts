import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { escapeLinks } from './escape.ts'

/** Shows a sentence, which may contain texts of files, in a notification; does not wait for it to be closed. */
export const showInfo = (sentence: string): undefined => void vscode.window.showInformationMessage(escapeLinks(sentence))

/** Shows why nothing was done, as a warning. */
export const showWarning = (sentence: string): undefined => void vscode.window.showWarningMessage(escapeLinks(sentence))

/** Shows that the server gave no answer, with a button that shows its output. */
export const showNotResponding = (): undefined => {
  const button = l10n.t('Show Output')
  const answer = vscode.window.showWarningMessage(l10n.t('Idea Files is not responding.'), button)
  void answer.then((choice) => {
    if (choice === button) void vscode.commands.executeCommand('ideaFiles.showOutput')
  })
}

/** The message of whatever was thrown. */
export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error))

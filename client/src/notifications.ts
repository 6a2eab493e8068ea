import * as vscode from 'vscode'

/** Shows a sentence in a notification, without waiting for it to be closed. */
export const showInfo = (sentence: string): undefined => void vscode.window.showInformationMessage(sentence)

/** The message of whatever was thrown. */
export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error))

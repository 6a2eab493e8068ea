import * as vscode from 'vscode'
import { escapeLinks } from './escape.ts'

/** Shows a sentence, which may contain texts of files, in a notification; does not wait for it to be closed. */
export const showInfo = (sentence: string): undefined => void vscode.window.showInformationMessage(escapeLinks(sentence))

/** The message of whatever was thrown. */
export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error))

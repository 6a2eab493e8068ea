import type { TextDocument } from 'vscode'

/** Identifies a document in maps. */
export const documentKey = (document: TextDocument): string => document.uri.toString()

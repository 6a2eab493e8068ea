import * as vscode from 'vscode'

/** The position in a file that Show Idea follows. */
export interface CursorInFile {
  readonly uri: vscode.Uri
  readonly position: vscode.Position
}

/** A cursor as plain data, which survives a reload of the window. */
export interface SavedCursor {
  readonly uri: string
  readonly line: number
  readonly character: number
}

/** The cursor of a Markdown editor; undefined for any other editor. */
export const cursorOf = (editor: vscode.TextEditor | undefined): CursorInFile | undefined =>
  editor?.document.languageId === 'markdown' ? { uri: editor.document.uri, position: editor.selection.active } : undefined

export const savedCursorOf = ({ uri, position }: CursorInFile): SavedCursor => ({
  uri: uri.toString(),
  line: position.line,
  character: position.character,
})

/** A cursor from what was saved, perhaps by another version; undefined if it is not a cursor. */
export const restoreCursor = (saved: unknown): CursorInFile | undefined => {
  if (typeof saved !== 'object' || saved === null) return undefined
  const [uri, line, character] = ['uri', 'line', 'character'].map((key): unknown => Reflect.get(saved, key))
  const isIndex = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0
  if (typeof uri !== 'string' || !isIndex(line) || !isIndex(character)) return undefined
  return { uri: vscode.Uri.parse(uri), position: new vscode.Position(line, character) }
}

const cursorTabUris = (input: unknown): readonly vscode.Uri[] =>
  input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? [input.uri]
    : input instanceof vscode.TabInputTextDiff
      ? [input.original, input.modified]
      : []

const isCursorUri = (a: vscode.Uri, b: vscode.Uri): boolean => a.toString() === b.toString()

/** The visible editor of a file, if there is one. */
export const cursorEditor = (uri: vscode.Uri): vscode.TextEditor | undefined =>
  vscode.window.visibleTextEditors.find(({ document }) => isCursorUri(document.uri, uri))

/** The document of a file that is open in a tab. (VS Code keeps a document for some time after its last tab is closed.) */
export const cursorDocument = (uri: vscode.Uri): vscode.TextDocument | undefined => {
  const inTab = vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => cursorTabUris(input).some((each) => isCursorUri(each, uri))),
  )
  if (!inTab && !cursorEditor(uri)) return undefined
  return vscode.workspace.textDocuments.find((document) => isCursorUri(document.uri, uri))
}

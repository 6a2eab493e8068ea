import * as vscode from 'vscode'

/** A place that Show Idea follows. */
export interface Cursor {
  readonly uri: vscode.Uri
  readonly position: vscode.Position
}

/** What survives a reload of the window: a cursor as plain data. */
export interface SavedCursor {
  readonly uri: string
  readonly line: number
  readonly character: number
}

/** Where the cursor of a Markdown editor is; undefined in any other editor. */
export const cursorOf = (editor: vscode.TextEditor | undefined): Cursor | undefined =>
  editor?.document.languageId === 'markdown' ? { uri: editor.document.uri, position: editor.selection.active } : undefined

export const savedOf = ({ uri, position }: Cursor): SavedCursor => ({
  uri: uri.toString(),
  line: position.line,
  character: position.character,
})

/** A cursor from what was saved, by anybody and in any version; undefined where it is none. */
export const restored = (saved: unknown): Cursor | undefined => {
  if (typeof saved !== 'object' || saved === null) return undefined
  const [uri, line, character] = ['uri', 'line', 'character'].map((key): unknown => Reflect.get(saved, key))
  const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0
  if (typeof uri !== 'string' || !isCount(line) || !isCount(character)) return undefined
  return { uri: vscode.Uri.parse(uri), position: new vscode.Position(line, character) }
}

const urisOf = (input: unknown): readonly vscode.Uri[] =>
  input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? [input.uri]
    : input instanceof vscode.TabInputTextDiff
      ? [input.original, input.modified]
      : []

const same = (a: vscode.Uri, b: vscode.Uri): boolean => a.toString() === b.toString()

/** The editor that shows a file, where one is visible. */
export const editorOf = (uri: vscode.Uri): vscode.TextEditor | undefined =>
  vscode.window.visibleTextEditors.find(({ document }) => same(document.uri, uri))

/** The document of a file that a tab holds. VS Code keeps a document for some time after its last tab is closed: tabs tell what a person sees. */
export const openDocument = (uri: vscode.Uri): vscode.TextDocument | undefined => {
  const inTab = vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => urisOf(input).some((each) => same(each, uri))),
  )
  if (!inTab && !editorOf(uri)) return undefined
  return vscode.workspace.textDocuments.find((document) => same(document.uri, uri))
}

import * as vscode from 'vscode'
import { type IdeaAt, type IdeaAtParams, ideaAtRequest } from '../../../server/src/protocol/protocol.ts'
import type { Ask } from '../commands/rulePages.ts'
import { renderPanel } from '../webview/panel.ts'
import { type Cursor, cursorOf, editorOf, openDocument, restored, savedOf } from './followCursor.ts'
import { latestOnly } from './latestOnly.ts'
import { emptyPage, type Parts, partsOf, type View } from './page.ts'

const viewType = 'ideaFiles.idea'
/** Milliseconds. */
const delay = 80

export interface IdeaSource {
  /** Asks the server; undefined where none runs. */
  readonly query: Ask
  readonly isOurs: (document: vscode.TextDocument) => boolean
}

export interface IdeaView extends vscode.Disposable {
  /** What the page shows, where one is open. */
  parts(): Parts | undefined
}

interface Target {
  readonly uri: vscode.Uri
  readonly range: vscode.Range
}

const rangeOf = ({ start, end }: IdeaAt['range']): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character)

const nothing = (why: string): View => ({ kind: 'nothing', why })

/** VS Code's own Markdown support renders as its preview does; null where it is switched off or absent. */
const render = async (text: string): Promise<string | null> => {
  try {
    // a line end first: what begins with three dashes would be taken for front matter
    const html = await vscode.commands.executeCommand<unknown>('markdown.api.render', `\n${text}`)
    return typeof html === 'string' ? html : null
  } catch {
    return null
  }
}

/** The command that shows the idea under the cursor in a page beside the text, and the page, which follows the cursor and what is typed. */
export const registerIdeaPreview = ({ extensionUri }: vscode.ExtensionContext, { query, isOurs }: IdeaSource): IdeaView => {
  let panel: vscode.WebviewPanel | undefined
  let cursor: Cursor | undefined
  let parts: Parts | undefined
  /** Where the findings lead that the page shows. */
  let targets: readonly Target[] = []

  const look = async (): Promise<View> => {
    if (!cursor) return nothing('Put the cursor into an idea to see it here as a reader will.')
    const document = openDocument(cursor.uri)
    if (!document) return nothing('The file with the idea has been closed.')
    if (!isOurs(document)) return nothing('This file is no idea list, or Idea Files is switched off for it.')
    // a plain object: a worker is sent a copy of its own properties, which VS Code's positions keep to themselves
    const { line, character } = cursor.position
    const params: IdeaAtParams = { textDocument: { uri: document.uri.toString() }, position: { line, character } }
    const idea = await query<IdeaAt | null>(ideaAtRequest, params)
    if (idea === undefined) return nothing('Idea Files does not run; its command Restart Server starts it.')
    if (idea === null) return nothing('The cursor is in no idea.')
    return { kind: 'idea', idea, rendered: await render(idea.text) }
  }
  const post = (): void => {
    if (!panel || !parts) return
    panel.title = parts.title
    void panel.webview.postMessage({ parts, place: cursor && savedOf(cursor) })
  }
  const refresh = latestOnly(async () => {
    if (!panel) return
    const uri = cursor?.uri
    const view = await look().catch(() => nothing('Idea Files gives no answer. Its output channel may say why.'))
    targets = view.kind === 'idea' && uri ? view.idea.findings.map(({ range }) => ({ uri, range: rangeOf(range) })) : []
    parts = partsOf(view)
    post()
  }, delay)

  const follow = (editor: vscode.TextEditor | undefined): void => {
    const next = cursorOf(editor)
    if (!next) return
    cursor = next
    if (panel) refresh.call()
  }
  const goTo = async (finding: number): Promise<void> => {
    const target = targets[finding]
    if (!target) return
    const viewColumn = editorOf(target.uri)?.viewColumn ?? vscode.ViewColumn.One
    await vscode.window.showTextDocument(target.uri, { viewColumn, selection: target.range })
  }

  const take = (taken: vscode.WebviewPanel): void => {
    panel = taken
    taken.onDidDispose(() => {
      if (panel !== taken) return
      panel = undefined
      parts = undefined
      refresh.stop()
    })
    renderPanel(taken, extensionUri, { name: 'idea', title: 'Idea', body: emptyPage }, (message) => {
      const go: unknown = Reflect.get(message, 'go')
      if (Reflect.get(message, 'ready')) post()
      if (typeof go === 'number') void goTo(go)
    })
    refresh.call()
  }
  const show = (): void => {
    follow(vscode.window.activeTextEditor)
    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
    if (panel) panel.reveal(undefined, true)
    else take(vscode.window.createWebviewPanel(viewType, 'Idea', beside, { enableFindWidget: true }))
  }

  const isFollowed = (uri: vscode.Uri): boolean => uri.toString() === cursor?.uri.toString()
  const disposables = [
    vscode.commands.registerCommand('ideaFiles.showIdea', show),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (old, saved: unknown) => {
        cursor = cursorOf(vscode.window.activeTextEditor) ?? restored(saved)
        take(old)
      },
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) follow(textEditor)
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (panel && isFollowed(document.uri)) refresh.call()
    }),
    // a setting or another file may have changed what is found
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (panel && uris.some(isFollowed)) refresh.call()
    }),
    vscode.window.tabGroups.onDidChangeTabs(() => {
      if (panel && cursor && !openDocument(cursor.uri)) refresh.call()
    }),
  ]
  return {
    parts: () => parts,
    // the page stays: VS Code brings it back after a reload
    dispose: () => {
      refresh.stop()
      vscode.Disposable.from(...disposables).dispose()
    },
  }
}

import * as vscode from 'vscode'
import type { FileStatus } from '../../server/src/protocol/protocol.ts'
import { pluralize } from '../../server/src/text/wording.ts'

/** What the status bar says about the active document; nothing at all while that is no idea list. */
export interface Status extends vscode.Disposable {
  set(status: FileStatus): void
  forget(uri: vscode.Uri): void
  clear(): void
  /** The text shown now. */
  text(): string | undefined
}

/** The sentence of the status item, as in `Idea list: gsoc · 18 projects · 23 ideas · 34 findings`. */
export const statusText = ({ ideaList, profile, projects, ideas, findings, unread }: FileStatus): string =>
  !ideaList
    ? 'Idea list: too long to be read'
    : [
        `Idea list: ${profile}`,
        pluralize(projects, 'project'),
        pluralize(ideas, 'idea'),
        pluralize(findings, 'finding'),
        ...(unread > 0 ? [`${pluralize(unread, 'place')} not read`] : []),
      ].join(' · ')

const unreadDetail = 'A place that is not read is too long or too deeply nested; lists over 4 MB are not read at all.'

const show = (status: FileStatus): vscode.LanguageStatusItem => {
  const item = vscode.languages.createLanguageStatusItem('ideaFiles.status', { language: 'markdown' })
  item.name = 'Idea Files'
  item.text = statusText(status)
  item.command = { command: 'ideaFiles.showOutput', title: 'Show Output', tooltip: 'Show what Idea Files has to report' }
  if (status.unread > 0) item.detail = unreadDetail
  return item
}

/** What menus ask: whether the active editor shows an idea list. */
const ideaListKey = 'ideaFiles.ideaList'

/** Keeps the status item, and what menus go by, in step with the active editor. */
export const createStatus = (): Status => {
  const known = new Map<string, FileStatus>()
  let shown: vscode.LanguageStatusItem | undefined
  let isList = false

  const refresh = (): void => {
    shown?.dispose()
    const active = vscode.window.activeTextEditor?.document.uri.toString()
    const status = active === undefined ? undefined : known.get(active)
    shown = status && (status.ideaList || status.unread > 0) ? show(status) : undefined
    if (isList === (status?.ideaList ?? false)) return
    isList = status?.ideaList ?? false
    void vscode.commands.executeCommand('setContext', ideaListKey, isList)
  }
  const editor = vscode.window.onDidChangeActiveTextEditor(refresh)
  return {
    set: (status) => {
      known.set(vscode.Uri.parse(status.uri).toString(), status)
      refresh()
    },
    forget: (uri) => {
      if (known.delete(uri.toString())) refresh()
    },
    clear: () => {
      known.clear()
      refresh()
    },
    text: () => shown?.text,
    dispose: () => {
      editor.dispose()
      shown?.dispose()
    },
  }
}

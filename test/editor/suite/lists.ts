import * as vscode from 'vscode'
import type { Api } from '../../../client/src/extension.ts'

export const ok: (value: unknown, message: string) => asserts value = (value, message) => {
  if (!value) throw new Error(message)
}

/**
 * Asks until the answer is good; that an answer never comes is what the time limit is for. What is asked often, VS Code's processes answer
 * in place of the work that is waited for.
 */
export const until = async <T>(
  what: string,
  ask: () => T | Thenable<T>,
  good: (answer: T) => boolean = Boolean,
  limit = 30_000,
): Promise<T> => {
  const end = Date.now() + limit
  for (;;) {
    const answer = await ask()
    if (good(answer)) return answer
    if (Date.now() > end) throw new Error(`waited in vain for ${what}; last: ${JSON.stringify(answer)?.slice(0, 600)}`)
    await new Promise((done) => setTimeout(done, 100))
  }
}

const extension = () => {
  const found = vscode.extensions.getExtension<Api>('idea-files.idea-files')
  ok(found, 'the extension is not there')
  return found
}

/** The extension's exports, once it has been activated by itself. */
export const api = async (): Promise<Api> => {
  await until('the extension to be activated', () => extension().isActive)
  return extension().exports
}

/** A path in the folder that is open. */
export const inWorkspace = (path: string): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[0]
  ok(folder, 'no folder is open')
  return vscode.Uri.joinPath(folder.uri, path)
}

/** Opens a file of the fixture in an editor. */
export const open = async (path: string): Promise<vscode.TextDocument> => {
  const document = await vscode.workspace.openTextDocument(inWorkspace(path))
  await vscode.window.showTextDocument(document)
  return document
}

/** Opens a Markdown document that has no file. */
export const openText = async (content: string): Promise<vscode.TextDocument> => {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content })
  await vscode.window.showTextDocument(document)
  return document
}

export const listPath = 'programs/summerofcode/2026.md'

/** Closes every editor, and forgets what was typed. */
export const closeAll = async (): Promise<void> => {
  while (vscode.window.tabGroups.all.some((group) => group.tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  }
}

export const findings = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'idea-files')

/** A finding in short: its code and the marked text. */
export const named = (document: vscode.TextDocument): string[] =>
  findings(document).map(
    ({ code, range }) => `${String(typeof code === 'object' ? code.value : code)} ${document.getText(range)}`,
  )

/** The place of a piece of text that occurs but once. */
export const rangeOf = (document: vscode.TextDocument, text: string): vscode.Range => {
  const start = document.getText().indexOf(text)
  ok(start >= 0 && document.getText().indexOf(text, start + 1) < 0, `${text} is not there once`)
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length))
}

export const replace = async (document: vscode.TextDocument, text: string, by: string): Promise<void> => {
  const edit = new vscode.WorkspaceEdit()
  edit.replace(document.uri, rangeOf(document, text), by)
  ok(await vscode.workspace.applyEdit(edit), `${text} could not be replaced`)
}

export const setEnabled = (value: boolean | undefined): Thenable<void> =>
  vscode.workspace.getConfiguration('ideaFiles').update('enable', value, vscode.ConfigurationTarget.Workspace)

/** Writes a file in the folder that is open. */
export const write = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text))

/** Removes one. */
export const remove = (path: string): Thenable<void> => vscode.workspace.fs.delete(inWorkspace(path))

/** Works while a setting of the workspace has a value. */
export const configured = async (section: string, key: string, value: unknown, work: () => Promise<void>): Promise<void> => {
  const set = (to: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration(section).update(key, to, vscode.ConfigurationTarget.Workspace)
  await set(value)
  try {
    await work()
  } finally {
    await set(undefined)
  }
}

/**
 * Works on a copy of the list that is removed again; each needs a year of its own, as a closed document is not forgotten at once.
 * VS Code in a browser saves by itself, at a time that no test can know.
 */
export const inCopy = (
  year: number,
  work: (copy: vscode.TextDocument) => Promise<void>,
  change = (text: string): string => text,
): Promise<void> =>
  configured('files', 'autoSave', 'off', async () => {
    const path = `programs/summerofcode/${year}.md`
    await write(path, change((await open(listPath)).getText()))
    try {
      const copy = await open(path)
      await until('findings', () => findings(copy).length > 0)
      await work(copy)
    } finally {
      await remove(path)
    }
  })

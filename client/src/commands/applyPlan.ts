import * as vscode from 'vscode'
import { type PlanAnswer, type PlanJob, type PlanParams, planRequest } from '../../../server/src/protocol/protocol.ts'
import type { Ask } from './rulePages.ts'

export const notStarted = 'The server of Idea Files does not answer; its output says more.'

/** The editor that a command is about; undefined, with a sentence to the person, where there is none that can be written in. */
export const writableEditor = async (): Promise<vscode.TextEditor | undefined> => {
  const editor = vscode.window.activeTextEditor
  if (editor?.document.languageId !== 'markdown')
    return showInfo('Open a Markdown file first: this command writes in the active editor.')
  if (await isReadOnly(editor.document.uri)) return showInfo('This file is read-only; nothing can be written in it.')
  return editor
}

const isReadOnly = async (uri: vscode.Uri): Promise<boolean> => {
  if (uri.scheme === 'untitled') return false
  if (!vscode.workspace.fs.isWritableFileSystem(uri.scheme)) return true
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri)
    return (permissions & vscode.FilePermission.Readonly) !== 0
  } catch {
    return false
  }
}

/** Says a sentence in a notification, which nobody waits for. */
export const showInfo = (sentence: string): undefined => void vscode.window.showInformationMessage(sentence)

/** The editor's position as an offset in its text. */
export const offsetOf = ({ document, selection }: vscode.TextEditor): number => document.offsetAt(selection.active)

/** Asks the server what a job does to the text of an editor, and does it as one step; or says why nothing is done. */
export const applyPlan = async (ask: Ask, editor: vscode.TextEditor, job: PlanJob): Promise<boolean> => {
  const { document } = editor
  const { version } = document
  const params: PlanParams = { uri: document.uri.toString(), text: document.getText(), job }
  const answer = await ask<PlanAnswer>(planRequest, params).catch(() => undefined)
  if (answer === undefined) return failWith(notStarted)
  if (answer.refusal !== null) return failWith(answer.refusal)
  if (document.version !== version) return failWith('The text has changed in the meantime; please try again.')
  // a snippet goes into the active editor alone
  const shown =
    vscode.window.activeTextEditor?.document === document
      ? vscode.window.activeTextEditor
      : await vscode.window.showTextDocument(document)
  if (!(await vscode.workspace.applyEdit(editOf(document, answer))))
    return failWith('The editor did not take the change; please try again.')
  const inserted = insertedIn(document, answer)
  if (inserted) shown.revealRange(inserted, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  return true
}

/** Where the text with the stops stands by now, all its lines: whoever fills it in sees what is to come. */
const insertedIn = (document: vscode.TextDocument, { edits }: PlanAnswer): vscode.Range | undefined => {
  const index = edits.findIndex(({ snippet }) => snippet)
  const inserted = edits[index]
  if (inserted === undefined) return undefined
  const grown = edits.slice(0, index).reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0)
  const start = document.positionAt(inserted.start + grown)
  return new vscode.Range(start, start.translate(inserted.newText.split('\n').length - 1))
}

const failWith = (sentence: string): false => {
  showInfo(sentence)
  return false
}

/** One edit of several places is one step to undo; beside a snippet all of them must be snippets, as their indentation is to stay. */
const editOf = (document: vscode.TextDocument, { edits }: PlanAnswer): vscode.WorkspaceEdit => {
  const withStops = edits.some(({ snippet }) => snippet)
  const made = edits.map(({ start, end, newText, snippet }) => {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end))
    if (!withStops) return vscode.TextEdit.replace(range, newText)
    const edit = new vscode.SnippetTextEdit(
      range,
      snippet ? new vscode.SnippetString(newText) : new vscode.SnippetString().appendText(newText),
    )
    // newer editors know it, others do not mind
    return Object.assign(edit, { keepWhitespace: true })
  })
  const edit = new vscode.WorkspaceEdit()
  edit.set(document.uri, made)
  return edit
}

/** The commands that need nothing but the editor: a mentor for the idea at the cursor, projects by name, the table of contents, everything safe. */
export const registerPlanCommands = (ask: Ask): vscode.Disposable => {
  const offer = (command: string, jobIn: (editor: vscode.TextEditor) => PlanJob): vscode.Disposable =>
    vscode.commands.registerCommand(command, async () => {
      const editor = await writableEditor()
      return editor ? applyPlan(ask, editor, jobIn(editor)) : false
    })
  return vscode.Disposable.from(
    offer('ideaFiles.newMentor', (editor) => ({ kind: 'newMentor', at: offsetOf(editor) })),
    offer('ideaFiles.sortProjects', () => ({ kind: 'sortProjects' })),
    offer('ideaFiles.syncToc', () => ({ kind: 'syncToc' })),
    // VS Code's own command for code actions applies an edit to whatever the text has become by then: asked twice, it mends twice
    offer('ideaFiles.fixAll', () => ({ kind: 'fixAll' })),
  )
}

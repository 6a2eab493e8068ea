import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import {
  type PlanAnswer,
  type PlanJob,
  type PlanParams,
  type PlanTarget,
  planRequest,
  turnOffRuleCommand,
} from '../../../server/src/protocol/protocol.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { isReadOnly } from '../documents/readOnlyFiles.ts'
import { showInfo, showNotResponding, showWarning } from '../notifications.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { markStepDone } from '../walkthroughSteps.ts'
import { showCursorAt } from './placeCursor.ts'

/**
 * The editor that a command applies to: without one the user picks an idea, whose list is opened. Undefined, with a notification, if
 * there is none that can be written to.
 */
export const editorForPlan = async (): Promise<vscode.TextEditor | undefined> => {
  if (!vscode.window.activeTextEditor && !(await vscode.commands.executeCommand('ideaFiles.goToIdea'))) return undefined
  const editor = vscode.window.activeTextEditor
  if (editor?.document.languageId !== 'markdown')
    return showWarning(l10n.t('Open a Markdown file first. This command edits the active editor.'))
  if (await isReadOnly(editor.document.uri)) return showWarning(l10n.t('This file is read-only.'))
  return editor
}

/** The cursor of an editor as a UTF-16 offset in its text. */
export const planCursorOffset = ({ document, selection }: vscode.TextEditor): number => document.offsetAt(selection.active)

/** Gets the lines that a snippet has added to a document. */
export type OnInserted = (document: vscode.TextDocument, range: vscode.Range) => void

/** Asks the server for the edits of a job, and applies them as one step to undo; otherwise shows why nothing is done. */
export const applyPlan = async (
  ask: SendRequest,
  editor: vscode.TextEditor,
  job: PlanJob,
  onInserted?: OnInserted,
): Promise<boolean> => {
  const { document } = editor
  const { version } = document
  const params: PlanParams = { uri: document.uri.toString(), text: document.getText(), job }
  const answer = await ask<PlanAnswer>(planRequest, params).catch(() => undefined)
  if (answer === undefined) {
    showNotResponding()
    return false
  }
  if (answer.refusal !== null) {
    showInfo(answer.refusal)
    return false
  }
  if (document.version !== version) return planFailed(l10n.t('The file changed while the command was running. Try again.'))
  if (answer.target) return applyToOtherFile(answer, answer.target, job)
  // a snippet can only be inserted into the active editor
  const shown =
    vscode.window.activeTextEditor?.document === document
      ? vscode.window.activeTextEditor
      : await vscode.window.showTextDocument(document)
  if (!(await vscode.workspace.applyEdit(workspaceEditOfPlan(document, answer))))
    return planFailed(l10n.t('The edit could not be applied. Try again.'))
  if (job.kind === 'fixAll') markStepDone('fix')
  if (job.kind === 'newIdea') markStepDone('write')
  const inserted = planInsertedRange(document, answer)
  if (inserted) onInserted?.(document, inserted)
  if (inserted) shown.revealRange(inserted, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  if (answer.cursor !== null) showCursorAt(shown, document.positionAt(answer.cursor))
  const done = donePlanMessage(job, answer)
  if (done) vscode.window.setStatusBarMessage(done, doneMessageMs)
  return true
}

const doneMessageMs = 5000

/** What the status bar shows after a command whose changes may be outside the visible part of the list. */
const donePlanMessage = ({ kind }: PlanJob, { edits }: PlanAnswer): string | undefined => {
  if (kind === 'sortProjects') return l10n.t('Projects sorted alphabetically')
  if (kind === 'syncToc') return l10n.t('Table of contents updated')
  return kind === 'fixAll' ? l10n.t`Applied ${pluralize(edits.length, 'edit')}` : undefined
}

const applyToOtherFile = (answer: PlanAnswer, target: PlanTarget, job: PlanJob): Promise<boolean> =>
  target.isReviewed ? showUnsavedPlan(answer, target, job) : createPlannedFile(answer, target)

/** Shows a file with the edits, unsaved: saving it writes them, and undo or closing it does not. */
const showUnsavedPlan = async ({ edits }: PlanAnswer, { uri, text }: PlanTarget, job: PlanJob): Promise<boolean> => {
  const target = vscode.Uri.parse(uri)
  const shown = text === null ? target.with({ scheme: 'untitled' }) : target
  const document = await vscode.workspace.openTextDocument(shown)
  const sameLines = (each: string): string => each.replaceAll('\r\n', '\n')
  if (sameLines(document.getText()) !== sameLines(text ?? ''))
    return planFailed(l10n.t`${vscode.workspace.asRelativePath(target)} has unsaved changes. Save or discard them first.`)
  const editor = await vscode.window.showTextDocument(document)
  const isDone = await editor.edit((builder) => {
    for (const { start, end, newText } of edits)
      builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), newText)
  })
  if (!isDone) return planFailed(l10n.t('The edit could not be applied. Try again.'))
  showInfo(unsavedPlanMessage(job, vscode.workspace.asRelativePath(target)))
  return true
}

const unsavedPlanMessage = (job: PlanJob, path: string): string =>
  job.kind === 'turnOffRule'
    ? l10n.t`Nothing is saved yet. Save ${path} to disable ${job.code} for the lists in its folder and below.`
    : l10n.t`Nothing is saved yet. Save ${path} to adopt this list's form.`

/** Creates a file from a snippet, and opens it. */
const createPlannedFile = async ({ edits }: PlanAnswer, { uri }: PlanTarget): Promise<boolean> => {
  const target = await freePlannedUri(vscode.Uri.parse(uri))
  const edit = new vscode.WorkspaceEdit()
  edit.createFile(target, { ignoreIfExists: false, overwrite: false })
  if (!(await vscode.workspace.applyEdit(edit)))
    return planFailed(l10n.t`Could not create ${vscode.workspace.asRelativePath(target)}. It may already exist.`)
  const editor = await vscode.window.showTextDocument(target)
  for (const { newText } of edits) await editor.insertSnippet(new vscode.SnippetString(newText), new vscode.Position(0, 0))
  return true
}

/** `03-ring-the-bell.md` with the number after the largest one of its folder; any other name as it is. */
const freePlannedUri = async (uri: vscode.Uri): Promise<vscode.Uri> => {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1)
  const [, digits, rest] = /^(\d{1,6})([-_. ].*)$/.exec(name) ?? []
  if (digits === undefined || rest === undefined) return uri
  const folder = vscode.Uri.joinPath(uri, '..')
  const names = await vscode.workspace.fs.readDirectory(folder).then(
    (entries) => entries.map(([entry]) => entry),
    () => [],
  )
  const numbers = names.flatMap((entry) => /^(\d{1,6})[-_. ].*\.md$/i.exec(entry)?.[1] ?? [])
  const next = String(Math.max(0, ...numbers.map(Number)) + 1).padStart(digits.length, '0')
  return vscode.Uri.joinPath(folder, `${next}${rest}`)
}

/** The lines of the inserted snippet, in the edited text: all of it is to be visible. */
const planInsertedRange = (document: vscode.TextDocument, { edits }: PlanAnswer): vscode.Range | undefined => {
  const index = edits.findIndex(({ snippet }) => snippet)
  const inserted = edits[index]
  if (inserted === undefined) return undefined
  const grown = edits.slice(0, index).reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0)
  const start = document.positionAt(inserted.start + grown)
  return new vscode.Range(start, start.translate(inserted.newText.split('\n').length - 1))
}

const planFailed = (sentence: string): false => {
  showWarning(sentence)
  return false
}

/** One edit of several places, as one step to undo. With a snippet, all of them must be snippets, to keep their indentation. */
const workspaceEditOfPlan = (document: vscode.TextDocument, { edits }: PlanAnswer): vscode.WorkspaceEdit => {
  const hasSnippet = edits.some(({ snippet }) => snippet)
  const made = edits.map(({ start, end, newText, snippet }) => {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end))
    if (!hasSnippet) return vscode.TextEdit.replace(range, newText)
    const edit = new vscode.SnippetTextEdit(
      range,
      snippet ? new vscode.SnippetString(newText) : new vscode.SnippetString().appendText(newText),
    )
    // ignored by older versions
    return Object.assign(edit, { keepWhitespace: true })
  })
  const edit = new vscode.WorkspaceEdit()
  edit.set(document.uri, made)
  return edit
}

/** The workspace folder of a document, for a new configuration file; empty if it is in none. */
const planFolderOf = ({ uri }: vscode.TextDocument): string => vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? ''

/** Registers the commands that need no input: Add Mentor, Sort Projects, Update Table of Contents, Apply All Safe Fixes. */
export const registerPlanCommands = (ask: SendRequest): vscode.Disposable => {
  const register = (command: string, jobIn: (editor: vscode.TextEditor) => PlanJob): vscode.Disposable =>
    vscode.commands.registerCommand(command, async () => {
      const editor = await editorForPlan()
      return editor ? applyPlan(ask, editor, jobIn(editor)) : false
    })
  return vscode.Disposable.from(
    register('ideaFiles.sortProjects', () => ({ kind: 'sortProjects' })),
    register('ideaFiles.adoptForm', ({ document }) => ({ kind: 'adoptForm', folder: planFolderOf(document) })),
    vscode.commands.registerCommand(turnOffRuleCommand, (uri?: unknown, code?: unknown) => {
      const editor = vscode.window.activeTextEditor
      if (typeof code !== 'string' || editor?.document.uri.toString() !== vscode.Uri.parse(String(uri)).toString()) return false
      return applyPlan(ask, editor, { kind: 'turnOffRule', folder: planFolderOf(editor.document), code })
    }),
    register('ideaFiles.syncToc', () => ({ kind: 'syncToc' })),
    // VS Code's own command for code actions would apply the edits even if the text has changed meanwhile
    register('ideaFiles.fixAll', () => ({ kind: 'fixAll' })),
  )
}

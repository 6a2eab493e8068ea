import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import {
  type ImportParams,
  importRequest,
  type NewListText,
  type NextYearParams,
  nextYearRequest,
  type OpenIdea,
} from '../../../server/src/protocol/nextYear.ts'
import { escapeIcons } from '../escape.ts'
import { showInfo, showNotResponding, showWarning } from '../notifications.ts'
import type { SendRequest } from '../server/sendRequest.ts'

/** Registers New Year from This List and New List from Export: both show the new list before it is saved, and overwrite none. */
export const registerNewLists = (ask: SendRequest): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand('ideaFiles.newYear', () => newYearFromList(ask)),
    vscode.commands.registerCommand('ideaFiles.newListFromExport', () => newListFromExport(ask)),
  )

async function newYearFromList(ask: SendRequest): Promise<boolean> {
  const document = vscode.window.activeTextEditor?.document
  if (document?.languageId !== 'markdown') return newListFailed(l10n.t("Open last year's list first."))
  const target = { uri: document.uri.toString(), text: document.getText() }
  const asNext = (year: number | null, carry: readonly string[]): Promise<NewListText | undefined> => {
    const params: NextYearParams = { ...target, year, carry }
    return ask<NewListText>(nextYearRequest, params).catch(() => undefined)
  }
  const first = await asNext(null, [])
  if (first === undefined) return newListWithoutAnswer()
  if (first.refusal !== null) return newListRefused(first.refusal)
  const targetOf = (year: number): vscode.Uri | null => newYearUri(document.uri, first.year - 1, year)
  const year = await askNewYear(first.year, targetOf)
  if (year === undefined) return false
  const carry = await pickIdeasForNewList(first.open ?? [])
  if (carry === undefined) return false
  const made = await asNext(year, carry)
  if (made === undefined) return newListWithoutAnswer()
  if (made.refusal !== null) return newListRefused(made.refusal)
  return showNewList(made.text, targetOf(year))
}

/** Asks for a year from `next` on whose list does not exist yet. */
const askNewYear = async (next: number, targetOf: (year: number) => vscode.Uri | null): Promise<number | undefined> => {
  const validateInput = async (value: string): Promise<string | undefined> => {
    if (!/^20\d{2}$/.test(value) || Number(value) < next) return l10n.t`Enter ${next} or a later year.`
    const target = targetOf(Number(value))
    return target !== null && (await doesNewListExist(target)) ? newListExists(target) : undefined
  }
  const typed = await vscode.window.showInputBox({
    title: l10n.t('New Year from This List'),
    prompt: l10n.t('Year of the new list'),
    value: String(next),
    ignoreFocusOut: true,
    validateInput,
  })
  return typed === undefined ? undefined : Number(typed)
}

/** Ideas that were accepted are done, and not offered. */
const pickIdeasForNewList = async (open: readonly OpenIdea[]): Promise<readonly string[] | undefined> => {
  const items = open.map(({ project, title }) => ({ label: escapeIcons(title), description: escapeIcons(project), title }))
  if (items.length === 0) return []
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('New Year from This List'),
    placeHolder: l10n.t('Select the ideas to carry over (optional)'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  })
  return picked?.map(({ title }) => title)
}

/**
 * `…/2026.md` → `…/2027.md`, `…/2026/01-Mar-May/README.md` → `…/2027/01-Mar-May/README.md`, `…/ideas.md` → `…/ideas-2027.md`; null for a
 * list without a path.
 */
const newYearUri = (list: vscode.Uri, from: number, to: number): vscode.Uri | null => {
  if (list.scheme === 'untitled') return null
  const at = list.path.lastIndexOf(String(from))
  const end = list.path.lastIndexOf('.')
  const path =
    at < 0
      ? `${list.path.slice(0, end)}-${to}${list.path.slice(end)}`
      : `${list.path.slice(0, at)}${to}${list.path.slice(at + 4)}`
  return list.with({ path })
}

async function newListFromExport(ask: SendRequest): Promise<boolean> {
  const picked = await vscode.window.showOpenDialog({ title: l10n.t('New List from Export'), filters: { JSON: ['json'] } })
  const [uri] = picked ?? []
  if (uri === undefined) return false
  const params: ImportParams = { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) }
  const made = await ask<NewListText>(importRequest, params).catch(() => undefined)
  if (made === undefined) return newListWithoutAnswer()
  return made.refusal === null ? showNewList(made.text, null) : newListRefused(made.refusal)
}

/** Shows a new list, not saved yet; where it is known it gets the name under which it will be saved. */
async function showNewList(text: string, target: vscode.Uri | null): Promise<boolean> {
  if (target !== null && (await doesNewListExist(target))) return newListFailed(newListExists(target))
  if (target === null) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text, language: 'markdown' }))
    return true
  }
  const document = await vscode.workspace.openTextDocument(target.with({ scheme: 'untitled' }))
  const edit = new vscode.WorkspaceEdit()
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text)
  if (!(await vscode.workspace.applyEdit(edit))) return newListFailed(l10n.t('The new list could not be opened. Try again.'))
  const editor = await vscode.window.showTextDocument(document)
  // a new document has the line ends of the settings
  if (text.includes('\r\n')) await editor.edit((builder) => builder.setEndOfLine(vscode.EndOfLine.CRLF))
  return true
}

const newListExists = (target: vscode.Uri): string => l10n.t`${vscode.workspace.asRelativePath(target)} already exists.`

const doesNewListExist = async (uri: vscode.Uri): Promise<boolean> => {
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}

const newListRefused = (sentence: string): false => {
  showInfo(sentence)
  return false
}

const newListFailed = (sentence: string): false => {
  showWarning(sentence)
  return false
}

const newListWithoutAnswer = (): false => {
  showNotResponding()
  return false
}

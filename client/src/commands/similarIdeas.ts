import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type IdeaAtParams, type SimilarIdeas, similarIdeasRequest } from '../../../server/src/protocol/protocol.ts'
import { escapeIcons } from '../escape.ts'
import type { IdeaSource } from '../ideaPreview/ideaPreview.ts'
import { showInfo } from '../notifications.ts'

/** Registers *Was This Proposed Before?*: like ideas of the project in other lists, to be opened. */
export const registerSimilarIdeas = ({ query, isIdeaDocument }: IdeaSource): vscode.Disposable =>
  vscode.commands.registerCommand('ideaFiles.similarIdeas', async () => {
    const editor = vscode.window.activeTextEditor
    const noIdea = l10n.t('Place the cursor in an idea of an idea list first.')
    if (!editor || !isIdeaDocument(editor.document)) return showInfo(noIdea)
    const { line, character } = editor.selection.active
    const params: IdeaAtParams = { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } }
    const found = await query<SimilarIdeas | null>(similarIdeasRequest, params).catch(() => null)
    if (!found) return showInfo(noIdea)
    if (found.ideas.length === 0)
      return showInfo(l10n.t`No other list has an idea of this project with a title like ${found.title}.`)
    const items = found.ideas.map((idea) => ({ label: escapeIcons(idea.title), description: escapeIcons(idea.list), idea }))
    const picked = await vscode.window.showQuickPick(items, {
      title: l10n.t('Was This Proposed Before?'),
      placeHolder: l10n.t`Ideas of this project that are like ${found.title}`,
      matchOnDescription: true,
    })
    if (!picked) return
    const { start, end } = picked.idea.range
    const selection = new vscode.Range(start.line, start.character, end.line, end.character)
    await vscode.window.showTextDocument(vscode.Uri.parse(picked.idea.uri), { selection })
  })

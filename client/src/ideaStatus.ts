import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type IdeaAt, type IdeaAtParams, ideaAtRequest } from '../../server/src/protocol/protocol.ts'
import { escapeIcons } from './escape.ts'
import type { IdeaSource } from './ideaPreview/ideaPreview.ts'

/** After the last movement of the cursor or change of the text (ms). */
const ideaStatusDelayMs = 400

/** The status item that says whether the idea at the cursor is ready. */
export interface IdeaStatus extends vscode.Disposable {
  /** The text shown now. */
  text(): string | undefined
}

/** Creates the status item; it asks the server once the cursor rests in an idea list. */
export const createIdeaStatus = ({ query, isIdeaDocument }: IdeaSource): IdeaStatus => {
  let shown: vscode.LanguageStatusItem | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = (idea: IdeaAt | null): void => {
    if (!idea) {
      shown?.dispose()
      shown = undefined
      return
    }
    shown ??= vscode.languages.createLanguageStatusItem('ideaFiles.idea', { language: 'markdown' })
    shown.name = l10n.t('Idea at the Cursor')
    shown.text = l10n.t`This idea: ${idea.readiness.text}`
    shown.detail = escapeIcons(idea.title ?? '')
    shown.command = { command: 'ideaFiles.showIdea', title: l10n.t('Open Idea Preview') }
  }
  const refresh = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor
    if (!editor || !isIdeaDocument(editor.document)) return show(null)
    const { line, character } = editor.selection.active
    const params: IdeaAtParams = { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } }
    const idea = await query<IdeaAt | null>(ideaAtRequest, params).catch(() => null)
    if (vscode.window.activeTextEditor === editor) show(idea ?? null)
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void refresh(), ideaStatusDelayMs)
  }
  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.window.onDidChangeTextEditorSelection(later),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString()
      if (uris.some((uri) => uri.toString() === active)) later()
    }),
  )
  return {
    text: () => shown?.text,
    dispose: () => {
      clearTimeout(timer)
      listeners.dispose()
      shown?.dispose()
    },
  }
}

import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type IdeaTextParams, ideaTextRequest } from '../../../server/src/protocol/ideas.ts'
import { type ProposalParams, type ProposalReply, proposalRequest } from '../../../server/src/protocol/proposal.ts'
import type { IdeaSource } from '../ideaPreview/ideaPreview.ts'
import { showInfo, showWarning } from '../notifications.ts'
import { noFormMessage, readFormFiles } from '../proposal/formFiles.ts'
import { proposalSummary } from '../proposal/proposalPage.ts'

const noIdeaToCopy = (): string => l10n.t('Place the cursor in an idea of an idea list first.')

/** Registers the commands that copy the idea at the cursor: as its list has it, or as the body of an issue. */
export const registerCopyIdea = (source: IdeaSource): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand('ideaFiles.copyIdeaAtCursor', () => copyIdeaMarkdown(source)),
    vscode.commands.registerCommand('ideaFiles.copyIssueBody', () => copyIssueBody(source)),
  )

/** The cursor of the active editor, if that has an idea list. Plain objects: VS Code's positions cannot be copied to a worker. */
const cursorToCopy = ({ isIdeaDocument }: IdeaSource) => {
  const editor = vscode.window.activeTextEditor
  if (!editor || !isIdeaDocument(editor.document)) return undefined
  const { line, character } = editor.selection.active
  return { uri: editor.document.uri, position: { line, character } }
}

const copyIdeaMarkdown = async (source: IdeaSource): Promise<void> => {
  const cursor = cursorToCopy(source)
  if (!cursor) return showWarning(noIdeaToCopy())
  const params: IdeaTextParams = { uri: cursor.uri.toString(), position: cursor.position }
  const text = await source.query<string | null>(ideaTextRequest, params).catch(() => null)
  if (!text) return showWarning(noIdeaToCopy())
  await vscode.env.clipboard.writeText(text)
  vscode.window.setStatusBarMessage(l10n.t('Idea copied as Markdown'), 3000)
}

const copyIssueBody = async (source: IdeaSource): Promise<void> => {
  const cursor = cursorToCopy(source)
  if (!cursor) return showWarning(noIdeaToCopy())
  const params: ProposalParams = {
    textDocument: { uri: cursor.uri.toString() },
    position: cursor.position,
    ...(await readFormFiles(vscode.workspace.getWorkspaceFolder(cursor.uri))),
  }
  const proposal = await source.query<ProposalReply>(proposalRequest, params).catch(() => null)
  if (!proposal) return showWarning(noIdeaToCopy())
  if (proposal === 'noForm') return showWarning(noFormMessage())
  await vscode.env.clipboard.writeText(proposal.body)
  const { problems } = proposal
  if (problems.length === 0) vscode.window.setStatusBarMessage(l10n.t('Issue body copied'), 3000)
  else showInfo(l10n.t`Issue body copied. ${proposalSummary(problems)}: run "Idea Files: Prepare Proposal" to see them.`)
}

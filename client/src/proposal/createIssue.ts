import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { createGithub } from '../../../server/src/network/github.ts'
import type { ProposalAnswer } from '../../../server/src/protocol/proposal.ts'
import { inEditorLanguage } from '../../../server/src/text/phrase.ts'
import { showInfo } from '../notifications.ts'
import { proposalSummary } from './proposalPage.ts'

/** Creates the issue of a proposal by VS Code's own GitHub session, after the user has seen where it goes. */
export const createIssue = async ({ repository, title, body, problems, notes }: ProposalAnswer): Promise<void> => {
  if (repository === null) return
  const detail = [
    title,
    ...(problems.length > 0 ? [proposalSummary(problems), ...notes] : []),
    l10n.t`Everyone who can see ${repository} can read the issue, including the addresses in it.`,
  ].join('\n\n')
  const create = l10n.t('Create Issue')
  const answer = await vscode.window.showInformationMessage(
    l10n.t`Create an issue in ${repository}?`,
    { modal: true, detail },
    create,
  )
  if (answer !== create) return
  const session = await signInToCreateIssue()
  if (session === undefined) return
  const created = await createGithub({ fetch, token: session.accessToken }).post(`/repos/${repository}/issues`, { title, body })
  if (created.kind === 'unknown')
    return void vscode.window.showErrorMessage(l10n.t`Could not create the issue: ${inEditorLanguage(created.why)}.`)
  if (created.kind === 'missing')
    return void vscode.window.showErrorMessage(
      l10n.t`Could not create the issue: ${repository} does not exist or you do not have access to it.`,
    )
  const address: unknown =
    typeof created.data === 'object' && created.data !== null ? Reflect.get(created.data, 'html_url') : null
  if (typeof address !== 'string' || !address.startsWith('https://github.com/')) return showInfo(l10n.t('Issue created'))
  const open = l10n.t('Open Issue')
  if ((await vscode.window.showInformationMessage(l10n.t('Issue created'), open)) === open)
    await vscode.env.openExternal(vscode.Uri.parse(address))
}

const signInToCreateIssue = async (): Promise<vscode.AuthenticationSession | undefined> => {
  try {
    return await vscode.authentication.getSession('github', ['public_repo'], { createIfNone: true })
  } catch {
    return showInfo(l10n.t('Sign in to GitHub to create the issue, or copy the body, or open the prefilled issue.'))
  }
}

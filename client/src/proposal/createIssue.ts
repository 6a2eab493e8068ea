import * as vscode from 'vscode'
import { createGithub } from '../../../server/src/network/github.ts'
import type { ProposalAnswer } from '../../../server/src/protocol/proposal.ts'
import { showInfo } from '../notifications.ts'

/** Creates the issue of a proposal by VS Code's own GitHub session, after the user has seen where it goes. */
export const createIssue = async ({ repository, title, body }: ProposalAnswer): Promise<void> => {
  if (repository === null) return
  const detail = `${title}\n\nIt can be read by everybody who sees ${repository}, with the addresses in it.`
  const answer = await vscode.window.showInformationMessage(
    `Create an issue in ${repository}?`,
    { modal: true, detail },
    'Create Issue',
  )
  if (answer !== 'Create Issue') return
  const session = await signInToCreateIssue()
  if (session === undefined) return
  const created = await createGithub({ fetch, token: session.accessToken }).post(`/repos/${repository}/issues`, { title, body })
  if (created.kind === 'unknown') return void vscode.window.showErrorMessage(`The issue was not created: ${created.why}.`)
  if (created.kind === 'missing')
    return void vscode.window.showErrorMessage(`The issue was not created: there is no ${repository}, or you may not see it.`)
  const address: unknown =
    typeof created.data === 'object' && created.data !== null ? Reflect.get(created.data, 'html_url') : null
  if (typeof address !== 'string' || !address.startsWith('https://github.com/')) return showInfo('The issue was created.')
  if ((await vscode.window.showInformationMessage('The issue was created.', 'Open Issue')) === 'Open Issue')
    await vscode.env.openExternal(vscode.Uri.parse(address))
}

const signInToCreateIssue = async (): Promise<vscode.AuthenticationSession | undefined> => {
  try {
    return await vscode.authentication.getSession('github', ['public_repo'], { createIfNone: true })
  } catch {
    return showInfo('Without signing in no issue can be created; copy the body, or open the prefilled issue.')
  }
}

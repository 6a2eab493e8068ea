import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import type { FormFiles, NamedText } from '../../../server/src/protocol/proposal.ts'

const maxFormFiles = 30

/** Reads the forms, the exports and the repository of a workspace folder. What cannot be read is left out. */
export async function readFormFiles(folder: vscode.WorkspaceFolder | undefined): Promise<FormFiles> {
  if (!folder) return { forms: [], exports: [], repository: null }
  const find = async (pattern: string): Promise<readonly NamedText[]> => {
    const found = await vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, pattern),
      '**/node_modules/**',
      maxFormFiles,
    )
    const sorted = found.toSorted((a, b) => (a.path < b.path ? -1 : 1))
    const read = await Promise.all(sorted.map(async (uri) => ({ name: nameOfFormFile(uri), text: await readFormFileText(uri) })))
    return read.flatMap(({ name, text }) => (text === null ? [] : [{ name, text }]))
  }
  const [forms, exports, config] = await Promise.all([
    find('.github/ISSUE_TEMPLATE/*.{yml,yaml}'),
    find('**/lfx-export.json'),
    readFormFileText(vscode.Uri.joinPath(folder.uri, '.git/config')),
  ])
  return { forms, exports, repository: config === null ? null : originOfFormFiles(config) }
}

const nameOfFormFile = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1)

const readFormFileText = async (uri: vscode.Uri): Promise<string | null> => {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  } catch {
    return null
  }
}

/** `OWNER/REPO` of the remote `origin` in a clone's configuration, if it is on GitHub. */
const originOfFormFiles = (config: string): string | null => {
  const origin = /^\[remote "origin"\]\s*$([^[]*)/m.exec(config)?.[1] ?? ''
  return (
    /^\s*url\s*=\s*(?:https:\/\/(?:[^@/\s]+@)?github\.com\/|(?:ssh:\/\/)?git@github\.com[:/])([\w-]+\/[\w.-]+?)(?:\.git)?\/?\s*$/m.exec(
      origin,
    )?.[1] ?? null
  )
}

/** Why an idea of another organization cannot be an issue. */
export const noFormMessage = (): string =>
  l10n.t(
    'This workspace has no issue form for ideas in .github/ISSUE_TEMPLATE. Ideas of this list may not be proposed by issues.',
  )

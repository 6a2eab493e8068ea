import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { maxMaintainersBytes } from '../../../server/src/protocol/review.ts'

/** A maintainers' file as it was read. */
export interface MaintainersFile {
  readonly name: string
  readonly text: string
}

const chosenKey = 'ideaFiles.maintainersFile'

/** The maintainers' file of the workspace: the one that the user has chosen, otherwise `project-maintainers.csv` in the folder. */
export class MaintainersFiles {
  readonly #state: vscode.Memento

  constructor(state: vscode.Memento) {
    this.#state = state
  }

  /** The file for a list; null if there is none that can be read. */
  async read(list: vscode.Uri): Promise<MaintainersFile | null> {
    const chosen = this.#state.get<unknown>(chosenKey)
    const uri = typeof chosen === 'string' ? vscode.Uri.parse(chosen) : await findMaintainersFile(list)
    return uri === undefined ? null : readMaintainersText(uri)
  }

  /** Lets the user choose a file; whether one was chosen. */
  async choose(): Promise<boolean> {
    const [uri] =
      (await vscode.window.showOpenDialog({
        title: l10n.t("Choose Maintainers' File"),
        openLabel: l10n.t('Choose'),
        filters: { CSV: ['csv'] },
      })) ?? []
    if (uri === undefined) return false
    await this.#state.update(chosenKey, uri.toString())
    return true
  }
}

const findMaintainersFile = async (list: vscode.Uri): Promise<vscode.Uri | undefined> => {
  const folder = vscode.workspace.getWorkspaceFolder(list)
  if (!folder) return undefined
  const pattern = new vscode.RelativePattern(folder, '**/project-maintainers.csv')
  const found = await vscode.workspace.findFiles(pattern, '**/node_modules/**', 30)
  return found.toSorted((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1))[0]
}

const readMaintainersText = async (uri: vscode.Uri): Promise<MaintainersFile | null> => {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > maxMaintainersBytes) return null
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
    return { name: uri.path.slice(uri.path.lastIndexOf('/') + 1), text }
  } catch {
    return null
  }
}

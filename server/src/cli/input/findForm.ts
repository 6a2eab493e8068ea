import { cncfForm, cncfRepository } from '../../forms/cncfForm.ts'
import type { IssueForm } from '../../forms/issueForm.ts'
import { maxFormLength, readIssueForm } from '../../forms/readIssueForm.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import { createGit } from '../git/safeGit.ts'
import type { Io } from '../io/io.ts'
import { printError } from '../io/printError.ts'
import { folderChain } from './folderChain.ts'
import { readTextFile } from './readTextFile.ts'

/** A form, and the repository that takes its issues; null if that is not known. */
export interface FoundForm {
  readonly form: IssueForm
  readonly repository: string | null
}

const formFolder = '.github/ISSUE_TEMPLATE'

/** The form at a path. Rejects with a sentence if it is none. */
export async function readFormFile(path: string, io: Io): Promise<IssueForm> {
  const read = readIssueForm(await readTextFile(path, maxFormLength, io))
  if ('problem' in read) throw new Error(read.problem)
  return read.form
}

/** The form for the ideas of a list (full path): the nearest one in a folder `.github` around it, otherwise the CNCF's. */
export async function findForm(listPath: string, io: Io): Promise<FoundForm> {
  for (const folder of folderChain(listPath)) {
    const form = await formInFolder(`${folder}/${formFolder}`, io)
    if (form !== null) return { form, repository: await repositoryOfForm(folder, io) }
  }
  return { form: cncfForm(), repository: cncfRepository }
}

/** The first form for mentoring ideas in a folder, by name; other forms are left alone, broken ones are reported. */
async function formInFolder(folder: string, io: Io): Promise<IssueForm | null> {
  if ((await io.kind(folder).catch(() => 'file')) === 'file') return null
  const entries = await io.list(folder).catch(() => [])
  const names = entries.filter(({ name, kind }) => kind === 'file' && /\.ya?ml$/i.test(name) && !/^config\./i.test(name))
  for (const { name } of names.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${name}`
    try {
      const read = readIssueForm(await readTextFile(path, maxFormLength, io))
      if ('form' in read) return read.form
      if (read.isBroken) printError(path, read.problem, io)
    } catch (error) {
      printError(path, errorMessage(error), io)
    }
  }
  return null
}

/** `OWNER/REPO` of the remote `origin` of a clone of GitHub's; null for other folders. */
async function repositoryOfForm(folder: string, io: Io): Promise<string | null> {
  try {
    const git = await createGit(folder === '' ? '/' : folder, io)
    const { code, out } = await git(['config', '--get', 'remote.origin.url'])
    const found =
      /^(?:https:\/\/(?:[^@/\s]+@)?github\.com\/|git@github\.com:|ssh:\/\/git@github\.com\/)([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
        out.trim(),
      )
    return code === 0 && found ? found[1]! : null
  } catch {
    return null
  }
}

import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { newIdeaCommand } from '../../../server/src/protocol/protocol.ts'
import { personRowText } from './people.ts'
import { treeItemOpenArguments } from './treeItems.ts'
import type { TreeRow } from './treeRows.ts'

/** Registers the commands in the menus of rows; `rowOf` finds the row by the id that a menu passes. */
export const registerRowCommands = (rowOf: (id: unknown) => TreeRow | undefined): vscode.Disposable => {
  const register = (command: string, work: (row: TreeRow) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(command, (id: unknown) => {
      const row = rowOf(id)
      return row && work(row)
    })
  /** Opens the place of a row, and runs a command there. */
  const registerThere = (command: string, there: string): vscode.Disposable =>
    register(command, async (row) => {
      await openRow(row)
      await vscode.commands.executeCommand(there)
    })
  return vscode.Disposable.from(
    register('ideaFiles.openRow', openRow),
    register('ideaFiles.newIdeaInRow', ({ kind, parent, target }) => {
      // a project of all lists: the user is asked for one of them
      const isInAnyList = kind === 'project' && parent === null
      const list = target && !isInAnyList ? { uri: target.uri } : {}
      const project = target?.project == null ? {} : { project: target.project }
      return vscode.commands.executeCommand(newIdeaCommand, { ...list, ...project })
    }),
    registerThere('ideaFiles.showIdeaOfRow', 'ideaFiles.showIdea'),
    registerThere('ideaFiles.proposeRow', 'ideaFiles.prepareProposal'),
    registerThere('ideaFiles.reviewIdeaOfRow', 'ideaFiles.reviewIdea'),
    registerThere('ideaFiles.reviewListOfRow', 'ideaFiles.reviewList'),
    register('ideaFiles.copyMentor', async ({ person }) => {
      if (!person) return
      await vscode.env.clipboard.writeText(personRowText(person))
      vscode.window.setStatusBarMessage(l10n.t('Mentor copied'), 3000)
    }),
    register('ideaFiles.openProfile', ({ person }) =>
      person?.handle
        ? vscode.env.openExternal(vscode.Uri.parse(`https://github.com/${encodeURIComponent(person.handle)}`))
        : false,
    ),
  )
}

const openRow = async ({ target }: TreeRow): Promise<void> => {
  if (!target) return
  const [uri, options] = treeItemOpenArguments(target)
  await vscode.window.showTextDocument(uri, options)
}

import * as l10n from '@vscode/l10n'
import { joinWithAnd } from '../../../server/src/text/wording.ts'

/** A folder of the workspace. */
export interface NamedFolder {
  readonly name: string
  readonly uri: string
}

/** The names of the folders that are in no repository and have none below them; `roots` are the URIs of the repositories. */
export const foldersWithoutGit = (
  folders: readonly NamedFolder[],
  roots: readonly string[],
  isInRepository: (uri: string) => boolean,
): readonly string[] =>
  folders.flatMap(({ name, uri }) => {
    const below = uri.endsWith('/') ? uri : `${uri}/`
    return isInRepository(uri) || roots.some((root) => root.startsWith(below)) ? [] : [name]
  })

/** What is written above the rows: that there are none, and which folders were not compared with git's HEAD. */
export function problemsMessage(count: number, withoutGit: readonly string[]): string {
  const none = count === 0 ? l10n.t('No list has such problems.') : ''
  return [none, notCompared(withoutGit)].filter((text) => text !== '').join(' ')
}

function notCompared(names: readonly string[]): string {
  const [name] = names
  if (name === undefined) return ''
  return names.length === 1
    ? l10n.t`The folder ${name} has no git repository whose HEAD could be compared with.`
    : l10n.t`The folders ${joinWithAnd(names)} have no git repository whose HEAD could be compared with.`
}

import type { GitAnswer, GitSetting, Io } from '../io/io.ts'

/** Runs git in a folder. */
export type Git = (args: readonly string[]) => Promise<GitAnswer>

/** Settings for every run: programs that git starts by itself, and the form of its output. */
const fixedSettings: readonly GitSetting[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.quotePath', 'false'],
  ['diff.relative', 'false'],
]

/** Keys whose values are programs that git may run when it compares files, or fetches what a partial clone lacks; with harmless values. */
const programKeys: readonly (readonly [RegExp, string])[] = [
  [/^filter\..*\.(?:clean|smudge|process)$/is, ''],
  [/^filter\..*\.required$/is, 'false'],
  [/^diff\.external$|^diff\..*\.(?:command|textconv)$/is, ''],
  [/^core\.(?:sshcommand|askpass|gitproxy|alternaterefscommand)$/i, ''],
  [/^credential\.(?:.*\.)?helper$/is, ''],
  [/^remote\..*\.vcs$/is, ''],
  [/^remote\..*\.uploadpack$/is, 'git-upload-pack'],
  [/^protocol\.(?:.*\.)?allow$/is, 'user'],
]

/**
 * Git in a folder, without programs that the repository's own configuration names: with a clone of unknown origin they could be anything.
 * The configuration of the user and of the system stays.
 */
export async function createGit(folder: string, io: Io): Promise<Git> {
  const inFolder = (args: readonly string[], settings: readonly GitSetting[]) => io.git(['-C', folder, ...args], settings)
  const keys = await repositoryKeys((args) => inFolder(args, fixedSettings))
  const harmless = keys.flatMap((key): readonly GitSetting[] => {
    const found = programKeys.find(([pattern]) => pattern.test(key))
    return found ? [[key, found[1]]] : []
  })
  return (args) => inFolder(args, [...fixedSettings, ...harmless])
}

/** The keys that the repository's own configuration sets; all keys if git is too old to say which. */
async function repositoryKeys(git: Git): Promise<readonly string[]> {
  const scoped = await git(['config', '--null', '--name-only', '--show-scope', '--includes', '--list'])
  if (scoped.code === 0) {
    const parts = scoped.out.split('\0')
    return parts.filter((_, index) => index % 2 === 1 && ['local', 'worktree'].includes(parts[index - 1]!))
  }
  const { out } = await git(['config', '--null', '--name-only', '--includes', '--list'])
  return out.split('\0').filter((key) => key !== '')
}

/** The output of git; throws the message of `failure` if it failed. */
export function gitOutput(answer: GitAnswer, failure: (answer: GitAnswer) => string, trim = true): string {
  if (answer.code !== 0) throw new Error(failure(answer))
  return trim ? answer.out.trim() : answer.out
}

/** Why git failed, for a message: the first line of what it printed. */
export const gitError = ({ code, err }: GitAnswer): string => `git: ${err.trim().split('\n')[0] || `exit code ${code}`}`

/** Why git found no repository, for a message. */
export const repositoryError = (answer: GitAnswer): string =>
  answer.err.includes('not a git repository') ? 'the current folder is not in a git repository' : gitError(answer)

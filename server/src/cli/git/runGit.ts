import { execFile } from 'node:child_process'
import type { GitAnswer, GitSetting } from '../io/io.ts'

/** In bytes; a branch of lists changes less. */
const maxGitOutput = 256 * 1024 * 1024

/** Settings in the environment, in addition to those that are already there: unlike those of `-c`, keys may contain `=`. */
function gitSettingVariables(env: NodeJS.ProcessEnv, settings: readonly GitSetting[]): NodeJS.ProcessEnv {
  const first = Number(env.GIT_CONFIG_COUNT ?? 0) || 0
  const variables = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ])
  return { ...Object.fromEntries(variables), GIT_CONFIG_COUNT: String(first + settings.length) }
}

/** Runs git with settings in addition to the user's; rejects if it cannot be run at all. */
export const runGit = (args: readonly string[], settings: readonly GitSetting[]): Promise<GitAnswer> =>
  new Promise((resolve, reject) => {
    // git's messages are matched and shown: in English
    const env = { ...process.env, ...gitSettingVariables(process.env, settings), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }
    execFile('git', [...args], { env, maxBuffer: maxGitOutput, windowsHide: true }, (error, out, err) => {
      const code = error === null ? 0 : error.code
      if (typeof code === 'number') return resolve({ code, out, err })
      const known: Readonly<Record<string, string>> = {
        ENOENT: 'git is not installed',
        ERR_CHILD_PROCESS_STDIO_MAXBUFFER: 'the diff is larger than 256 MB',
      }
      reject(new Error(known[String(code)] ?? `could not run git (${error?.message})`))
    })
  })

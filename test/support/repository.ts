import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after } from 'node:test'

/** What the real command line said. */
export interface Said {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The variables that the tests run git with: no person's settings, no fixed language. */
const env = {
  ...process.env,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CEILING_DIRECTORIES: realpathSync(tmpdir()),
  GIT_AUTHOR_NAME: 'Ada Example',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada Example',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
}

const cli = join(process.cwd(), 'dist/cli.js')

/** A folder of its own, with a git repository in it where it is asked for; it goes when the tests end. */
export function makeFolder(withGit = true) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'idea-files-')))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const git = (...args: readonly string[]): string => execFileSync('git', [...args], { cwd: folder, env, encoding: 'utf8' })
  if (withGit) git('init', '--quiet', '--initial-branch=main')
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  }
  return {
    folder,
    git,
    write,
    /** Writes the files and makes a commit of all that there is. */
    commit: (files: Readonly<Record<string, string>>): void => {
      write(files)
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message=Change')
    },
    /** Runs the real command line in the folder, or in one below it. */
    run: (words: readonly string[], below = '.'): Said =>
      spawnSync(process.execPath, [cli, ...words], { cwd: join(folder, below), env, encoding: 'utf8' }),
  }
}

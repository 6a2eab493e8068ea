// usage: node scripts/action.mjs   What action.yml runs: builds the command line from this checkout and runs it as the inputs say.
// The inputs come in the environment (IDEA_FILES_…) and may be untrusted: they are arguments of a process, without a shell.
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must, Refusal, root, run, script } from './run.mjs'
import { postSuggestions } from './suggest.mjs'

const input = (name) => (process.env[`IDEA_FILES_${name}`] ?? '').trim()

/** The arguments of `check`; values follow `=`, and paths `--`, so that none can be taken for an option. */
const checkArguments = (paths, format = input('FORMAT')) => {
  const options = ['CHANGED_SINCE', 'MAX_WARNINGS', 'PROFILE', 'CONFIG'].flatMap((name) =>
    input(name) === '' ? [] : [`--${name.toLowerCase().replaceAll('_', '-')}=${input(name)}`],
  )
  return ['check', ...(format === '' ? [] : [`--format=${format}`]), ...options, '--', ...paths]
}

/** Writes the report in a format into a file; false if the command line could not work. */
const reportInto = async (cli, path, flags, format, paths, cwd) => {
  const file = openSync(path, flags)
  try {
    const code = await run(process.execPath, [cli, ...checkArguments(paths, format)], { cwd, stdio: ['ignore', file, 'ignore'] })
    return code === 0 || code === 1
  } finally {
    closeSync(file)
  }
}

/** Posts suggestions. What stops that is a warning: the check is what counts. */
const suggest = async (cli, paths, cwd) => {
  const folder = mkdtempSync(join(process.env.RUNNER_TEMP || tmpdir(), 'idea-files-'))
  try {
    const report = join(folder, 'report.json')
    if (!(await reportInto(cli, report, 'w', 'json', paths, cwd))) return
    console.log(await postSuggestions(report, process.env))
  } catch (error) {
    console.log(`::warning::${String(error.message).replaceAll('%', '%25').replace(/\r?\n/g, ' ')}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const tocArguments = (paths) => [
  'toc',
  '--check',
  ...(input('CONFIG') === '' ? [] : [`--config=${input('CONFIG')}`]),
  '--',
  ...paths,
]

await script(async () => {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Refusal(`Idea Files needs Node 20, and this is ${process.version}: please put actions/setup-node before it.`)
  }
  const lines = input('PATHS').split(/\r?\n/)
  const paths = lines.map((line) => line.trim()).filter((line) => line !== '')
  const cli = join(root, 'dist/cli.js')
  // GitHub resolves the paths of annotations from the workspace
  const cwd = process.env.GITHUB_WORKSPACE ?? process.cwd()
  if (!existsSync(cli)) await must(process.execPath, ['scripts/build.mjs', '--prod'])
  const out = input('OUTPUT') === '' ? null : openSync(join(cwd, input('OUTPUT')), 'w')
  const checked = await run(process.execPath, [cli, ...checkArguments(paths)], {
    cwd,
    stdio: ['ignore', out ?? 'inherit', 'inherit'],
  })
  if (out !== null) closeSync(out)
  const summary = process.env.GITHUB_STEP_SUMMARY
  if (input('SUMMARY') === 'true' && summary) await reportInto(cli, summary, 'a', 'markdown', paths, cwd)
  if (input('SUGGEST') === 'true') await suggest(cli, paths, cwd)
  const synced = input('TOC') === 'true' ? await run(process.execPath, [cli, ...tocArguments(paths)], { cwd }) : 0
  // 2, a failure, is worse than 1
  process.exitCode = Math.max(...[checked, synced].map((code) => (typeof code === 'number' ? code : 2)))
})

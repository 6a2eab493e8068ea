// The parts of the tests of the editor, each run in a process of its own.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { install, must, root, run } from '../../scripts/run.mjs'
import { here, setUp } from './setup.mjs'

/** The module and the function of each part. */
export const parts = new Map([
  ['colours', ['colours', 'runColours']],
  ['node', ['hosts', 'runInNode']],
  ['web', ['hosts', 'runInWeb']],
  ['window', ['scenario', 'runInWindow']],
  ['writing', ['writing', 'writeInWindow']],
  ['completion', ['completionScenario', 'runCompletion']],
  ['typed', ['typedScenario', 'runTyped']],
  ['overview', ['overviewScenario', 'runOverview']],
  ['ideas', ['ideasScenario', 'runIdeas']],
  ['new-idea', ['newIdeaScenario', 'runNewIdea']],
  ['start', ['startScenario', 'runStart']],
  ['paste', ['pasteScenario', 'runPaste']],
  ['mine', ['mineScenario', 'runMine']],
  ['foreign', ['foreignScenario', 'runForeign']],
  ['github', ['githubScenario', 'runGithub']],
  ['by-hand', ['byHand', 'typeInWindow']],
  ['year', ['yearScenario', 'runYear']],
  ['agents', ['agentsScenario', 'runAgents']],
  ['site', ['siteScenario', 'runSite']],
  ['themes', ['themes', 'runThemes']],
  ['pictures', ['pictures', 'takePictures']],
])

/** Those that test something: the pictures of the README are taken only where they are asked for. */
export const tests = [...parts.keys()].filter((name) => name !== 'pictures')

/** Lays what the parts need, and packs the extension unless it is packed. */
export const layEditor = async ({ isPacked }) => {
  await install(root)
  const tools = await setUp()
  // what these import is there only now
  const { buildSuite } = await import('./build.mjs')
  const { installVsix } = await import('./workbench.mjs')
  if (!isPacked) await must(process.execPath, ['scripts/package.mjs'])
  await buildSuite()
  return { ...tools, extensions: installVsix(tools) }
}

/** Runs a part, and resolves to its tally. */
export const runPart = async (name, tools, say) => {
  const started = Date.now()
  const results = join(root, `build/editor/${name}.json`)
  rmSync(results, { force: true })
  const code = await run(process.execPath, [join(here, 'part.mjs'), name, results, JSON.stringify(tools)], {}, say)
  const { passed, failed } = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { passed: 0, failed: 0 }
  if (code !== 0) say(`not ok ${name}: it ended with ${code}\n`)
  say(`# ${name}: ${Math.round((Date.now() - started) / 1000)} s\n`)
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), skipped: 0 }
}

// The parts of the tests of the editor.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { install, must, root } from '../../scripts/run.mjs'
import { setUp } from './setup.mjs'

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
  ['npm-start', ['npmStart', 'runNpmStart']],
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
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const extensions = join(root, 'build/editor/extensions')
  rmSync(extensions, { recursive: true, force: true })
  installVsix({ ...tools, extensions, vsix: join(root, `${name}-${version}.vsix`) })
  return { ...tools, extensions }
}

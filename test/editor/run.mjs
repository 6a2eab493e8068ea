// usage: node test/editor/run.mjs [colours] [node] [web] [window] [writing] [completion] [typed] [by-hand] [overview] [ideas] [new-idea] [paste] [mine] [start] [foreign] [github] [year] [agents] [site] [themes] [pictures] [--packed]
// Packs the VSIX (unless it is said to be packed), and runs the tests of the colours, the suite in both extension hosts and the scripts
// of the window.
// The pictures of the README and of the walkthrough are taken only where they are asked for.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install, must, root, script } from '../../scripts/run.mjs'
import { setUp } from './setup.mjs'

const started = Date.now()
const flags = process.argv.slice(2)
const named = flags.filter((flag) => !flag.startsWith('--'))
const wants = (part) => (named.length === 0 && part !== 'pictures') || named.includes(part)

await script(async () => {
  await install(root)
  const tools = await setUp()
  // What these import is there only now.
  const { runColours } = await import('./colours.mjs')
  const { buildSuite } = await import('./build.mjs')
  const { runInNode, runInWeb } = await import('./hosts.mjs')
  const { runInWindow } = await import('./scenario.mjs')
  const { writeInWindow } = await import('./writing.mjs')
  const { runCompletion } = await import('./completionScenario.mjs')
  const { runTyped } = await import('./typedScenario.mjs')
  const { runOverview } = await import('./overviewScenario.mjs')
  const { runIdeas } = await import('./ideasScenario.mjs')
  const { runNewIdea } = await import('./newIdeaScenario.mjs')
  const { runStart } = await import('./startScenario.mjs')
  const { runPaste } = await import('./pasteScenario.mjs')
  const { runMine } = await import('./mineScenario.mjs')
  const { runForeign } = await import('./foreignScenario.mjs')
  const { runGithub } = await import('./githubScenario.mjs')
  const { runYear } = await import('./yearScenario.mjs')
  const { runAgents } = await import('./agentsScenario.mjs')
  const { runSite } = await import('./siteScenario.mjs')
  const { runThemes } = await import('./themes.mjs')
  const { typeInWindow } = await import('./byHand.mjs')
  const { takePictures } = await import('./pictures.mjs')

  if (!flags.includes('--packed')) await must(process.execPath, ['scripts/package.mjs'])
  await buildSuite()
  const sum = { passed: 0, failed: 0 }
  for (const [part, work] of [
    ['colours', runColours],
    ['node', runInNode],
    ['web', runInWeb],
    ['window', runInWindow],
    ['writing', writeInWindow],
    ['completion', runCompletion],
    ['typed', runTyped],
    ['overview', runOverview],
    ['ideas', runIdeas],
    ['new-idea', runNewIdea],
    ['start', runStart],
    ['paste', runPaste],
    ['mine', runMine],
    ['foreign', runForeign],
    ['github', runGithub],
    ['year', runYear],
    ['agents', runAgents],
    ['site', runSite],
    ['themes', runThemes],
    ['by-hand', typeInWindow],
    ['pictures', takePictures],
  ]) {
    if (!wants(part)) continue
    const { passed, failed } = await work(tools).catch((error) => {
      console.log(`not ok ${part}: ${error.stack}`)
      return { passed: 0, failed: 1 }
    })
    sum.passed += passed
    sum.failed += failed
    console.log(`# ${part}: ${Math.round((Date.now() - started) / 1000)} s`)
  }
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(join(root, 'build/editor.json'), JSON.stringify(sum))
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0
})

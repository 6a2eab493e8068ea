// usage: node test/editor/run.mjs [PART...] [--packed]   The parts are those of parts.mjs: colours, node, web, window, writing…
// Packs the VSIX (unless it is said to be packed), and runs the tests of the colours, the suite in both extension hosts and the scripts
// of the window, or the parts named.
import { inOrder } from '../../scripts/inOrder.mjs'
import { Refusal, script } from '../../scripts/run.mjs'
import { layEditor, parts, tests } from './parts.mjs'
import { createRunners } from './runners.mjs'

const flags = process.argv.slice(2)
const named = flags.filter((flag) => !flag.startsWith('--'))

await script(async () => {
  const unknown = named.find((name) => !parts.has(name))
  if (unknown !== undefined) throw new Refusal(`There is no part "${unknown}". The parts are ${[...parts.keys()].join(', ')}.`)
  const tools = await layEditor({ isPacked: flags.includes('--packed') })
  const runPart = createRunners(tools)
  const works = (named.length > 0 ? named : tests).map((name) => (say) => runPart(name, say))
  const tallies = await inOrder(works, (text) => process.stdout.write(text))
  const [passed, failed] = ['passed', 'failed'].map((key) => tallies.reduce((sum, tally) => sum + tally[key], 0))
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
})

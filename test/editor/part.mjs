// Started by runners.mjs: runs the parts of the tests of the editor that it is sent, one after the other, and sends back what they say and
// their tallies. Usage: node test/editor/part.mjs TOOLS, with a channel to the process that started it.
import { parts } from './parts.mjs'
import { stopKeptBrowser } from './workbench.mjs'

const tools = JSON.parse(process.argv[2])

process.stdout.write = (text) => process.send({ text: String(text) })

process.on('message', async (name) => {
  const [module, work] = parts.get(name)
  const { [work]: run } = await import(`./${module}.mjs`)
  process.send({ tally: await run(tools) })
})

process.on('disconnect', async () => {
  await stopKeptBrowser()
  process.exit()
})

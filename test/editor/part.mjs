// usage: node test/editor/part.mjs PART RESULTS TOOLS   Runs one part of the tests of the editor, for parts.mjs, and writes its tally to a file.
import { writeFileSync } from 'node:fs'
import { script } from '../../scripts/run.mjs'
import { parts } from './parts.mjs'

const [, , name, results, tools] = process.argv
const [module, work] = parts.get(name)

await script(async () => {
  const { [work]: run } = await import(`./${module}.mjs`)
  writeFileSync(results, JSON.stringify(await run(JSON.parse(tools))))
})

// usage: node test/bench/navigation.mjs   Prints how long references, rename, highlights and the search take in a workspace of 50 lists; asked: 10 ms.
import { mkdirSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))
const outfile = join(root, 'build', 'bench', 'navigation.mjs')
mkdirSync(join(root, 'build', 'bench'), { recursive: true })
const contents = `
export { makeWorkspace } from './test/support/generatedWorkspace.ts'
export { knowsProject } from './server/src/catalog/knownProjects.ts'
export { readIdeaFile, updateIdeaFile } from './server/src/model/ideaFile.ts'
export { changeBetween } from './server/src/text/textChange.ts'
export { summarizeList } from './server/src/workspace/listSummary.ts'
export { definitions } from './server/src/features/navigation/definitions.ts'
export { highlights } from './server/src/features/navigation/highlights.ts'
export { references } from './server/src/features/navigation/references.ts'
export { rename } from './server/src/features/navigation/rename.ts'
export { workspaceSymbols } from './server/src/features/navigation/workspaceSymbols.ts'
`
await build({
  stdin: { contents, resolveDir: root, loader: 'ts' },
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
})
const ours = await import(pathToFileURL(outfile).href)

const read = ([path, text]) => ours.readIdeaFile(text, { path: `/${path}`, knowsProject: ours.knowsProject })
const files = [...ours.makeWorkspace(1)].map(([path, text]) => ({ uri: `file:///${path}`, file: read([path, text]) }))
const [{ file }] = files
const start = performance.now()
const [own, ...others] = files.map((each) => ours.summarizeList(each.uri, each.file))
console.log(`facts of ${files.length} lists: ${(performance.now() - start).toFixed(1)} ms; load ${loadavg()[0].toFixed(1)}`)
const lists = { own, others }
const idea = file.projects[0].ideas[0]
const at = (span) => idea.at + span.start + 1
const heading = at(idea.idea.heading.textSpan)
const mentor = at(idea.idea.mentors[0].handleSpan)
const skill = at(idea.idea.skills[0].span)
const changed = (text) => ours.updateIdeaFile(file, text, ours.changeBetween(file.text, text), file.options)

const queries = {
  'definition of a heading': () => ours.definitions(file, lists, heading),
  'references of an idea': () => ours.references(file, lists, heading, true),
  'references of a project': () => ours.references(file, lists, file.projects[0].heading.at + 6, true),
  'references of a mentor': () => ours.references(file, lists, mentor, true),
  'references of a skill': () => ours.references(file, lists, skill, true),
  'highlights of a mentor': () => ours.highlights(file, own, mentor),
  'rename of an idea': () => ours.rename(file, lists, heading, 'Another title', changed).changes,
  'rename of a handle': () => ours.rename(file, lists, mentor, 'another', changed).changes,
  'search for nothing': () => ours.workspaceSymbols([own, ...others], ''),
  'search for a word': () => ours.workspaceSymbols([own, ...others], 'kubernetes'),
  'search for letters': () => ours.workspaceSymbols([own, ...others], 'krnts'),
}
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]
for (const [name, run] of Object.entries(queries)) {
  const times = Array.from({ length: 30 }, () => {
    const from = performance.now()
    run()
    return performance.now() - from
  })
  const first = times[0]
  console.log(`${name}: ${median(times).toFixed(2)} ms, the first ${first.toFixed(2)} ms; ${run().length} found`)
}

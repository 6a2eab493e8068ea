// usage: node scripts/testFile.mjs FILE [WORDS]   Builds the tests and runs those of the file's folder, or those whose names have the words.
import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { must, Refusal, root, run, script } from './run.mjs'

/** `# pass 12` of Node's summary → 12. */
const lastCount = (text, word) => Number([...text.matchAll(new RegExp(`^# ${word} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0)

await script(async () => {
  const [file, words] = process.argv.slice(2)
  if (!file) throw new Refusal('usage: node scripts/testFile.mjs FILE [WORDS]')
  const path = relative(root, resolve(file)).split(sep)
  // server/src/rules/lfxUrl.ts and test/rules/lfxUrl.test.ts: both are of "rules"
  const folder = path[0] === 'test' ? path[1] : path[0] === 'client' ? 'client' : path[2]
  await must(process.execPath, ['scripts/build.mjs', '--tests'])
  const group = join('build/test', folder ?? '', `${folder}.test.mjs`)
  if (!existsSync(join(root, group))) throw new Refusal(`${file}: there are no unit tests for this folder (looked for ${group}).`)
  const filter = words ? [`--test-name-pattern=${words}`] : []
  const tap = 'build/testFile.tap'
  const reporters = ['dot', 'stdout', 'tap', tap].map((to, i) => `--test-reporter${i % 2 ? '-destination' : ''}=${to}`)
  process.exitCode = await run(process.execPath, ['--test', ...reporters, ...filter, group])
  const said = readFileSync(join(root, tap), 'utf8')
  const [passed, failed, todo] = ['pass', 'fail', 'todo'].map((word) => lastCount(said, word))
  console.log(`\n${passed} passed, ${failed} failed, ${todo} to do`)
  if (passed + failed + todo === 0) throw new Refusal(`No test of ${folder} has "${words}" in its name.`)
})

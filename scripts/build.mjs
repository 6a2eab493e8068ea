// usage: node scripts/build.mjs [--prod] [--tests]
// Writes dist/ (the extension for both hosts, the servers, the command line, the library) and, with --tests, build/test/ (the tests that Node runs).
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { bundlesFor, common } from './bundles.mjs'
import { install, root } from './run.mjs'

await install(root)
const { build } = await import('esbuild')

const has = (flag) => process.argv.includes(flag)
const isTest = (name) => name.endsWith('.test.ts')
/** The laws take as long as all other tests together: on two cores they run in two processes. */
const halves = ['laws']

/** Test files by the module they are built into. All tests below a folder of test/ run in one process, which is compiled and warm after the first. */
function testGroups() {
  const groups = new Map()
  // test/editor brings its own tools and a whole VS Code: Node's test runner runs nothing in it
  const paths = readdirSync('test', { recursive: true }).map((path) => path.replaceAll('\\', '/'))
  for (const path of paths.filter((path) => isTest(path) && !path.startsWith('editor/'))) {
    const [folder] = path.split('/')
    groups.set(folder, [...(groups.get(folder) ?? []), `./test/${path}`])
  }
  return [...groups].flatMap(([folder, files]) => {
    if (isTest(folder)) return [[basename(folder, '.ts'), files]]
    const parts = halves.includes(folder) ? [0, 1] : [0]
    return parts.map((part) => [
      `${folder}/${folder}${part || ''}.test`,
      files.sort().filter((_, index) => index % parts.length === part),
    ])
  })
}

/** Resolves the name of a group to a module of all its tests. */
const grouped = (groups) => ({
  name: 'tests of a folder',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^tests:/ }, ({ path }) => ({ path: path.slice('tests:'.length), namespace: 'tests' }))
    onLoad({ filter: /./, namespace: 'tests' }, ({ path }) => ({
      contents: groups
        .get(path)
        .map((file) => `import '${file}'`)
        .join('\n'),
      resolveDir: root,
    }))
  },
})

function tests() {
  const groups = new Map(testGroups())
  return {
    ...common(has('--prod')),
    sourcemap: 'inline',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    plugins: [grouped(groups)],
    entryPoints: [...groups.keys()].map((out) => ({ in: `tests:${out}`, out })),
    outdir: 'build/test',
    outExtension: { '.js': '.mjs' },
  }
}

/**
 * Escapes what esbuild leaves in regular expressions: one `–` there, and V8 keeps the whole program with two bytes a character. A source map
 * would not fit any more.
 */
function escapeToAscii(path) {
  const escaped = readFileSync(path, 'utf8').replace(/(\\*)([^\0-\x7f])/g, (found, backslashes, character) => {
    if (backslashes.length % 2) throw new Error(`${path}: ${found} can't be escaped, its backslash has to go`)
    return `${backslashes}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  writeFileSync(path, escaped)
}

rmSync('dist', { recursive: true, force: true })
const bundles = bundlesFor(has('--prod'))
await Promise.all(bundles.map((options) => build(options)))
if (has('--prod')) for (const { outfile } of bundles) escapeToAscii(outfile)
copyFileSync('server/src/library.d.mts', 'dist/library.d.mts')
if (has('--tests')) {
  rmSync('build/test', { recursive: true, force: true })
  await build(tests())
}

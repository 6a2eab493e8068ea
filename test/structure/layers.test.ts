import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Import, imports, importsOf, shown, sources, texts } from './sources.ts'

/** What a layer may import besides itself: folders and files of `server/src`, and packages (only a type after `type:`). */
interface Layer {
  readonly layers: readonly string[]
  readonly packages: readonly string[]
}

/** Texts in the language of the editor. The command line has none: it is in English. */
const l10nPackage = '@vscode/l10n'
const layersWithTexts: ReadonlySet<string> = new Set([
  'text',
  'editing',
  'config',
  'exports',
  'rules',
  'forms',
  'features',
  'review',
  'lsp',
])

const document = 'vscode-languageserver-textdocument'
const model = ['text', 'syntax', 'catalog', 'model', 'protocol']
const editing = [...model, 'config', 'editing']
const rules = [...editing, 'exports', 'workspace', 'rules']

// ARCHITECTURE.md, "Layers"; the protocol imports nothing of ours, so anything may import it
const layers: Readonly<Record<string, Layer>> = {
  text: { layers: ['protocol'], packages: ['github-slugger', `type:${document}`] },
  syntax: {
    layers: ['text'],
    packages: ['unified', 'remark-parse', 'mdast-util-from-markdown', 'mdast-util-to-string', 'type:mdast'],
  },
  catalog: { layers: ['text'], packages: [] },
  model: { layers: ['text', 'syntax', 'protocol'], packages: ['type:mdast', 'mdast-util-to-string', 'js-yaml'] },
  editing: { layers: model, packages: [] },
  config: { layers: model, packages: ['zod/mini', 'jsonc-parser'] },
  exports: { layers: editing, packages: ['zod/mini', 'jsonc-parser'] },
  workspace: { layers: [...model, 'config', 'exports'], packages: [] },
  network: { layers: ['text', 'protocol'], packages: [] },
  review: { layers: [...rules, 'forms', 'network', 'review'], packages: ['papaparse'] },
  forms: { layers: [...editing, 'exports', 'forms'], packages: ['zod/mini', 'js-yaml'] },
  rules: { layers: rules, packages: [] },
  features: { layers: [...rules, 'forms', 'review'], packages: ['vscode-languageserver-types'] },
  report: { layers: [...rules, 'forms', 'library.d.mts'], packages: ['zod/mini', document] },
  publishing: {
    layers: [...rules, 'features', 'forms', 'report', 'media'],
    packages: ['micromark', 'micromark-extension-gfm', 'zod/mini'],
  },
  agents: { layers: [...rules, 'features', 'forms', 'report'], packages: ['zod/mini'] },
  mcp: { layers: [...rules, 'report', 'agents', 'cli', 'platform'], packages: ['zod/mini'] },
  platform: { layers: ['text', 'workspace', 'protocol', 'package.json'], packages: ['node:'] },
  lsp: {
    layers: [...rules, 'features', 'forms', 'review', 'report', 'publishing', 'agents'],
    packages: ['vscode-languageserver', 'zod/mini', document],
  },
  cli: {
    layers: [...rules, 'features', 'forms', 'review', 'network', 'report', 'publishing', 'platform', 'package.json'],
    packages: ['zod/mini', document, 'node:'],
  },
  protocol: { layers: [], packages: [] },
  'node.ts': { layers: ['lsp', 'platform', 'mcp', 'cli', 'package.json'], packages: ['vscode-languageserver/node', 'node:'] },
  'bothHosts.ts': { layers: ['lsp', 'mcp', 'browser.ts', 'node.ts'], packages: [] },
  'browser.ts': { layers: ['lsp'], packages: ['vscode-languageserver/browser'] },
  'library.ts': { layers: [...rules, 'report', 'library.d.mts'], packages: [] },
  'check.ts': { layers: ['cli'], packages: [] },
  'program.ts': { layers: ['cli'], packages: [] },
  'cli.ts': { layers: ['cli', 'platform'], packages: ['node:'] },
  'start.ts': { layers: ['platform', 'protocol'], packages: ['node:'] },
}

const layerOf = (path: string): string =>
  path.startsWith('server/src/') ? path.slice('server/src/'.length).split('/')[0]! : path.startsWith('media/') ? 'media' : path

function isAllowed({ from, target, typeOnly }: Import): boolean {
  const own = layerOf(from)
  const layer = layers[own]
  if (layer === undefined) return false
  const isFile =
    target.startsWith('server/') || target.startsWith('client/') || target === 'package.json' || target.startsWith('media/')
  if (isFile) return layerOf(target) === own || layer.layers.includes(layerOf(target))
  if (target === l10nPackage) return layersWithTexts.has(own)
  return layer.packages.some((name) =>
    name.startsWith('type:')
      ? typeOnly && name.slice(5) === target
      : name.endsWith(':')
        ? target.startsWith(name)
        : name === target,
  )
}

test('the scan sees the imports that are there', () => {
  assert.ok(imports.length > 50)
  assert.ok(imports.some((each) => each.from === 'server/src/bothHosts.ts' && each.target === 'server/src/lsp/server.ts'))
  assert.deepEqual(
    importsOf(
      'server/src/a/b.ts',
      "import type {\n  X,\n} from '../c.ts'\nimport 'd'\nexport * from './e.ts'\nconst f = () => import('f')\n// from 'g'\n",
    ),
    [
      { from: 'server/src/a/b.ts', target: 'server/src/c.ts', typeOnly: true },
      { from: 'server/src/a/b.ts', target: 'd', typeOnly: false },
      { from: 'server/src/a/b.ts', target: 'server/src/a/e.ts', typeOnly: false },
      { from: 'server/src/a/b.ts', target: 'f', typeOnly: false },
    ],
  )
})

test('each layer of the server imports what its layer may import', () => {
  assert.deepEqual(imports.filter((each) => each.from.startsWith('server/') && !isAllowed(each)).map(shown), [])
})

test('the client imports its own files, the protocol, few pure files of the server, VS Code and the client library', () => {
  const packages = ['vscode', l10nPackage, 'vscode-languageclient', 'vscode-languageclient/node', 'vscode-languageclient/browser']
  const mayImport = ({ from, target }: Import): boolean =>
    target.startsWith('client/src/') ||
    target.startsWith('server/src/protocol/') ||
    (['client/src/proposal/createIssue.ts', 'client/src/review/askGithub.ts'].includes(from) &&
      target === 'server/src/network/github.ts') ||
    target === 'server/src/model/profiles/mayBeIdeaList.ts' ||
    // imports nothing
    target === 'server/src/model/folder/folderFileName.ts' ||
    target === 'server/src/model/mentors/samePerson.ts' ||
    // plurals; it imports `sanitize.ts` only, which imports nothing
    target === 'server/src/text/wording.ts' ||
    // pure; it imports nothing but a type of the protocol
    target === 'server/src/text/phrase.ts' ||
    // pure; it imports `sanitize.ts` only
    target === 'server/src/catalog/spelling.ts' ||
    target === 'server/src/text/plainLetters.ts' ||
    target === 'server/src/review/reviewMarkdown.ts' ||
    target === 'server/src/text/escapeHtml.ts' ||
    target === 'server/src/text/safeHtml.ts' ||
    packages.includes(target) ||
    (from === 'client/src/node.ts' && target.startsWith('node:'))
  assert.deepEqual(imports.filter((each) => each.from.startsWith('client/') && !mayImport(each)).map(shown), [])
})

test('no file imports itself by way of others', () => {
  const targets = new Map(sources.map((path) => [path, imports.filter((each) => each.from === path).map((each) => each.target)]))
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (done.has(path) || way.includes(path)) return
    for (const target of targets.get(path) ?? []) visit(target, [...way, path])
    done.add(path)
  }
  for (const path of sources) visit(path, [])
  assert.deepEqual(circles, [])
})

test('no module keeps state that changes', () => {
  const changing = [...texts].filter(([, source]) => /^(?:export )?(?:let|var) /m.test(source)).map(([path]) => path)
  assert.deepEqual(changing, [])
})

test('no file knows the machine that it was written on', () => {
  const knowing = [...texts]
    .filter(([, source]) => /["'`]\/(?:root|home|tmp|usr|var|opt|mnt|Users)\//.test(source))
    .map(([path]) => path)
  assert.deepEqual(knowing, [])
})

test('only reviews and Create Issue import the network, and nothing else asks it', () => {
  const allowed =
    /^(?:server\/src\/(?:review|network)\/|server\/src\/cli\/(?:lists\/reviewLists|io\/io)\.ts$|client\/src\/(?:proposal\/createIssue|review\/askGithub)\.ts$)/
  const importers = imports.filter((each) => each.target.startsWith('server/src/network/') && !allowed.test(each.from))
  assert.deepEqual(importers.map(shown), [])
  const asking = [...texts].filter(
    ([path, source]) =>
      /\bfetch\(|XMLHttpRequest|from 'node:(?:https?|net|tls)'/.test(source) && !/^(?:test|scripts)\//.test(path),
  )
  assert.deepEqual(
    asking.map(([path]) => path),
    ['server/src/network/github.ts'],
  )
})

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { test } from 'node:test'

/** What a layer may import beside itself: folders and files of `server/src`, and packages (a type alone, where `type:` stands before it). */
interface Layer {
  readonly layers: readonly string[]
  readonly packages: readonly string[]
}

const document = 'vscode-languageserver-textdocument'
const model = ['text', 'syntax', 'catalog', 'model', 'protocol']
const editing = [...model, 'config', 'editing']
const rules = [...editing, 'workspace', 'rules']

// ARCHITECTURE.md, "Layers"; the protocol imports nothing of ours, so anything may import it
const layers: Readonly<Record<string, Layer>> = {
  text: { layers: [], packages: ['github-slugger', `type:${document}`] },
  syntax: {
    layers: ['text'],
    packages: ['unified', 'remark-parse', 'mdast-util-from-markdown', 'mdast-util-to-string', 'type:mdast'],
  },
  catalog: { layers: ['text'], packages: [] },
  model: { layers: ['text', 'syntax', 'protocol'], packages: ['type:mdast', 'mdast-util-to-string'] },
  editing: { layers: model, packages: [] },
  config: { layers: model, packages: ['zod/mini', 'jsonc-parser'] },
  workspace: { layers: [...model, 'config'], packages: [] },
  rules: { layers: rules, packages: [] },
  features: { layers: rules, packages: ['vscode-languageserver-types'] },
  report: { layers: [...rules, 'library.d.mts'], packages: ['zod/mini', document] },
  platform: { layers: ['text', 'workspace', 'protocol'], packages: ['node:'] },
  lsp: { layers: [...rules, 'features'], packages: ['vscode-languageserver', 'zod/mini', document] },
  cli: { layers: [...rules, 'features', 'report', 'platform', 'package.json'], packages: ['zod/mini', document, 'node:'] },
  protocol: { layers: [], packages: [] },
  'node.ts': { layers: ['lsp', 'platform'], packages: ['vscode-languageserver/node', 'node:'] },
  'browser.ts': { layers: ['lsp'], packages: ['vscode-languageserver/browser'] },
  'library.ts': { layers: [...rules, 'report', 'library.d.mts'], packages: [] },
  'cli.ts': { layers: ['lsp', 'cli', 'platform'], packages: ['vscode-languageserver/node', 'node:'] },
}

interface Import {
  readonly from: string
  /** A path from the repository's root, or a package's name. */
  readonly target: string
  readonly typeOnly: boolean
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  )

const sources = ['server/src', 'client/src'].flatMap(filesIn).filter((path) => path.endsWith('.ts'))
const text = new Map(sources.map((path) => [path, readFileSync(path, 'utf8')]))

const statement = /^(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'/gm
const call = /\b(?:import|require)\(\s*'([^']+)'\s*\)/g

const importsOf = (path: string, source: string): readonly Import[] => {
  const place = (target: string): string => (target.startsWith('.') ? join(dirname(path), target) : target)
  const statements = Array.from(source.matchAll(statement), ([, type, target]) => ({
    from: path,
    target: place(target!),
    typeOnly: type !== undefined,
  }))
  const calls = Array.from(source.matchAll(call), ([, target]) => ({ from: path, target: place(target!), typeOnly: false }))
  return [...statements, ...calls]
}

const imports = [...text].flatMap(([path, source]) => importsOf(path, source))
const shown = ({ from, target }: Import): string => `${from} imports ${target}`

const layerOf = (path: string): string =>
  path.startsWith('server/src/') ? path.slice('server/src/'.length).split('/')[0]! : path

function isAllowed({ from, target, typeOnly }: Import): boolean {
  const own = layerOf(from)
  const layer = layers[own]
  if (layer === undefined) return false
  const isFile = target.startsWith('server/') || target.startsWith('client/') || target === 'package.json'
  if (isFile) return layerOf(target) === own || layer.layers.includes(layerOf(target))
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
  assert.ok(imports.some((each) => each.from === 'server/src/cli.ts' && each.target === 'server/src/lsp/server.ts'))
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

test('the client imports its own files, the protocol, the cheap look at a file, VS Code and the client library', () => {
  const packages = ['vscode', 'vscode-languageclient', 'vscode-languageclient/node', 'vscode-languageclient/browser']
  const mayImport = ({ from, target }: Import): boolean =>
    target.startsWith('client/src/') ||
    target.startsWith('server/src/protocol/') ||
    target === 'server/src/model/profiles/mayBeIdeaList.ts' ||
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

test('no file has more than 320 lines', () => {
  const long = [...text].map(([path, source]) => ({ path, lines: source.split('\n').length })).filter(({ lines }) => lines > 320)
  assert.deepEqual(long, [])
})

test('no module keeps state that changes', () => {
  // VS Code calls `deactivate` with nothing in hand: its two entries must remember what `activate` made
  const entries = ['client/src/node.ts', 'client/src/browser.ts']
  const changing = [...text]
    .filter(([path, source]) => !entries.includes(path) && /^(?:export )?(?:let|var) /m.test(source))
    .map(([path]) => path)
  assert.deepEqual(changing, [])
})

test('no file knows the machine that it was written on', () => {
  const knowing = [...text]
    .filter(([, source]) => /["'`]\/(?:root|home|tmp|usr|var|opt|mnt|Users)\//.test(source))
    .map(([path]) => path)
  assert.deepEqual(knowing, [])
})

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const documents = [
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
]

/** Folders that paths in documents may be relative to. */
const roots = ['', 'server/src/', 'server/src/model/', 'client/src/']

/** `lsp/server.ts`, `server/src/rules/`; a name in capitals (`server/src/rules/FILE.ts`) is to be filled in. */
const codeSpans = (text: string): readonly string[] =>
  Array.from(text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g), ([, code]) => code!)

/** The file that CONTRIBUTING.md writes as an example. */
const isExample = (path: string): boolean => path.includes('titlePunctuation')

/** What a reader would look up: a path to a source file or folder. */
const isPath = (code: string): boolean =>
  /^(?:server|client|test|scripts)\/[\w./-]*$/.test(code) || /^[\w-]+(?:\/[\w.-]+)*\.(?:ts|mjs|mts)$/.test(code)

const documentPaths = documents.flatMap((document) =>
  codeSpans(readFileSync(document, 'utf8'))
    .flatMap((code) => code.split(/\s+/))
    .filter((code) => isPath(code) && !isExample(code) && !/\b[A-Z]{3,}\b/.test(code))
    .map((path) => ({ document, path })),
)

const everyFile = ['server/src', 'client/src', 'test', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => !path.includes('node_modules')),
)

/** `span.ts` in a table names a file of the row's layer. */
const isBareName = (path: string): boolean => !path.includes('/') && everyFile.some((file) => file.endsWith(`/${path}`))

test('paths: the scan finds what documents name', () => {
  assert.ok(documentPaths.length > 60, String(documentPaths.length))
  assert.ok(documentPaths.some(({ path }) => path === 'lsp/documents/openDocument.ts'))
})

test('paths: every source file and folder that a document names exists', () => {
  const missing = documentPaths.filter(({ path }) => !roots.some((root) => existsSync(root + path)) && !isBareName(path))
  assert.deepEqual(missing, [])
})

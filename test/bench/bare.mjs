// usage: node test/bench/bare.mjs   A language server that parses every section with remark, at each edit, and knows nothing else:
// what a server costs that has no model, no rules and no cache.
import GithubSlugger from 'github-slugger'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { readMessages, writeMessage } from './framing.mjs'

const parser = unified().use(remarkParse)
let document

const sections = (text) => {
  const found = ['']
  let fenced = false
  for (const line of text.split(/(?<=\n)/)) {
    if (line.startsWith('```')) fenced = !fenced
    if (!fenced && /^#{1,6} /.test(line)) found.push('')
    found[found.length - 1] += line
  }
  return found
}

/** The one finding is there to prove that the trees are those of the current text. */
const findings = () => {
  const anchors = new Set()
  const links = []
  const slugger = new GithubSlugger()
  const visit = (node) => {
    if (node.type === 'heading') anchors.add(slugger.slug(node.children.map(({ value }) => value).join('')))
    if (node.type === 'link' && node.url.startsWith('#')) links.push(node.url.slice(1))
    for (const child of node.children ?? []) visit(child)
  }
  for (const section of sections(document.getText())) visit(parser.parse(section))
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  return links.filter((link) => !anchors.has(link)).map((link) => ({ range, message: `no heading #${link}` }))
}

const answers = {
  initialize: () => ({ capabilities: { textDocumentSync: 2, diagnosticProvider: {} } }),
  shutdown: () => null,
  'textDocument/diagnostic': () => ({ kind: 'full', items: findings() }),
  'textDocument/didOpen': ({ textDocument: { uri, text } }) => {
    document = TextDocument.create(uri, 'markdown', 1, text)
  },
  'textDocument/didChange': ({ textDocument: { version }, contentChanges }) => {
    TextDocument.update(document, contentChanges, version)
  },
  exit: () => process.exit(0),
}

readMessages(process.stdin, ({ id, method, params }) => {
  const result = answers[method]?.(params)
  if (id !== undefined) writeMessage(process.stdout, { id, result })
})

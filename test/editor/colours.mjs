// The injected grammars, as VS Code's own tokenizer reads them on top of its own Markdown grammar.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fieldsGrammar } from '../../scripts/grammar.mjs'
import { root } from '../../scripts/run.mjs'

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const sample = readFileSync(join(root, 'examples/programs/summerofcode/2026.md'), 'utf8')

/**
 * VS Code's Markdown grammar as its own tokenizer reads it: by itself, or with what we inject (`injected`). `theme` is a list of token
 * colours as theme files have them.
 */
export const loadMarkdown = async (vscodeDir, injected, theme) => {
  const require = createRequire(join(vscodeDir, 'package.json'))
  const [textmate, oniguruma] = ['vscode-textmate', 'vscode-oniguruma'].map((name) => require(name))
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength))
  const own = manifest.contributes.grammars
  const builtIn = {
    'text.html.markdown': 'markdown-basics/syntaxes/markdown.tmLanguage.json',
    'text.html.derivative': 'html/syntaxes/html-derivative.tmLanguage.json',
    'text.html.basic': 'html/syntaxes/html.tmLanguage.json',
  }
  const paths = {
    ...Object.fromEntries(Object.entries(builtIn).map(([scope, path]) => [scope, join(vscodeDir, 'extensions', path)])),
    ...Object.fromEntries(own.map(({ scopeName, path }) => [scopeName, join(root, path)])),
  }
  const onigLib = Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  })
  const registry = new textmate.Registry({
    onigLib,
    ...(theme && { theme: { settings: theme } }),
    loadGrammar: async (scope) =>
      paths[scope] ? textmate.parseRawGrammar(readFileSync(paths[scope], 'utf8'), paths[scope]) : null,
    getInjections: (scope) =>
      injected ? own.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName) : [],
  })
  return { grammar: await registry.loadGrammar('text.html.markdown'), colours: registry.getColorMap(), initial: textmate.INITIAL }
}

const grammarOf = async (vscodeDir) => {
  const [plain, ours] = [await loadMarkdown(vscodeDir, false), await loadMarkdown(vscodeDir, true)]
  const tokens = ({ grammar, initial }, text) => {
    let state = initial
    return text.split('\n').map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state)
      state = ruleStack
      return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }))
    })
  }
  return { plain: (text) => tokens(plain, text), ours: (text) => tokens(ours, text) }
}

const isOurs = (scope) => /idea-files|^constant\.other\.placeholder/.test(scope)
const kinds = ['label', 'size', 'handle', 'placeholder', 'toc', 'suppression', 'code']
const kindOf = ({ scopes }) => kinds.find((kind) => scopes.some((scope) => scope.endsWith(`.${kind}.idea-files`)))

/** What we colour in a text, as `kind text`. */
const colours = ({ ours }, text) =>
  ours(text)
    .flat()
    .filter(({ scopes }) => scopes.some(isOurs))
    .map((token) => `${kindOf(token)} ${token.text}`)

/** The scopes of each character. */
const perCharacter = (lines) => lines.map((tokens) => tokens.flatMap(({ text, scopes }) => [...text].map(() => scopes.join(' '))))

const quiet = `# Tool

Description: a tool. The mentor(s): nobody. Size: small. TBD

- Size: 12 px, and mentors of all kinds
- Skills: none
- See the description: it is long
- Fix the parser (#12) (@octocat)
- Thanks to Ada Fern (@ada-fern)
- Runs for 20 hours (about 175 hours) in a medium (M) box
- Date: TBD
- [Description](#description)
- \`Description: x\`, <!-- Description: x -->
1. Call \`mentors()\` and write to a@example.org

| Description | Size |
|---|---|
| Mentor(s): @ada | medium |

> Description: quoted

<!-- a comment about toc and idea-files -->

\`\`\`
- Description: TBD
<!-- TOC -->
\`\`\`

\`\`\`markdown
- Mentor(s): @ada
<!-- TOC -->
\`\`\`
`

const cases = [
  ['- Description: A lamp.', ['label Description']],
  ['* EXPECTED OUTCOME: a page', ['label EXPECTED OUTCOME']],
  ['1. Upstream Issue (URL): https://github.com/a/b/issues/1', ['label Upstream Issue (URL)']],
  ['- **Description:** A lamp.', ['label Description']],
  ['- **Recommended Skills**: Go', ['label Recommended Skills']],
  ['+ _Difficulty_: easy', ['label Difficulty']],
  [
    '- Expected project size: medium (~175 hour projects)',
    ['label Expected project size', 'size medium', 'size (~175 hour projects)'],
  ],
  ['- **Project size:** large (~350 hours)', ['label Project size', 'size large', 'size (~350 hours)']],
  ['- Expected size of the project: 350 hours', ['label Expected size of the project', 'size 350 hours']],
  ['- Mentor(s): @ada-fern, @bo and **Cy** c@d.org', ['label Mentor(s)', 'handle @ada-fern', 'handle @bo']],
  [
    '- Mentor(s):\n  - Ada Fern (@ada-fern, ada@example.org) - primary\n  - Bo Reed (@bo-reed)',
    ['label Mentor(s)', 'handle @ada-fern', 'handle @bo-reed'],
  ],
  ['- Mentors: Ada Fern (@ada-fern, ada@example.org)', ['label Mentors', 'handle @ada-fern']],
  [
    '- Mentor(s):\n  - Jane Doe (@jane-github, jane@email.address) - primary',
    ['label Mentor(s)', 'placeholder Jane Doe', 'placeholder @jane-github', 'placeholder jane@email.address'],
  ],
  ['- Upstream Issue: TBD', ['label Upstream Issue', 'placeholder TBD']],
  ['- Mentor(s): # at least 2 mentors', ['label Mentor(s)', 'placeholder # at least 2 mentors']],
  ['- LFX URL: TBD, soon', ['label LFX URL']],
  ['<!-- TOC -->\n- [Harbor](#harbor)\n<!-- /TOC -->', ['toc TOC', 'toc /TOC']],
  ['<!--toc-->', ['toc toc']],
  ['<!-- idea-files-disable-file -->', ['suppression idea-files-disable-file']],
  [
    '- Description: A lamp.\n  <!-- idea-files-disable-next-line invalid-size toc-order-->\n- Issue: x',
    ['label Description', 'suppression idea-files-disable-next-line', 'code invalid-size', 'code toc-order', 'label Issue'],
  ],
]

const hostile = [
  `- Mentor(s): ${'@a '.repeat(3000)}`,
  `- ${'Aa '.repeat(3000)}(@`,
  `  - ${'A'.repeat(9000)}`,
  `- ${'expected '.repeat(2000)}`,
  `- Description:${' '.repeat(9000)}x`,
  `- Mentors: # ${'please '.repeat(2000)}`,
  `<!-- idea-files-disable ${'a-'.repeat(5000)}`,
  `<!-- ${' '.repeat(9000)}toc`,
]

const tests = (grammar) => [
  [
    'the written grammar is the one that the labels give',
    async () => {
      const { wanted, written } = await fieldsGrammar()
      assert.equal(written, wanted, 'node scripts/grammar.mjs writes it anew')
    },
  ],
  ['a plain README has none of our colours', () => assert.deepEqual(colours(grammar, quiet), [])],
  ...cases.map(([text, wanted]) => [
    `colours ${JSON.stringify(text)}`,
    () => {
      assert.deepEqual(colours(grammar, text), wanted)
      assert.deepEqual(colours(grammar, text.replaceAll('\n', '\r\n')), wanted, 'with CR and LF')
    },
  ]),
  [
    "Markdown's own scopes stay at every character",
    () => {
      const text = [
        sample,
        quiet,
        ...cases.map(([each]) => each),
        '- Description: **bold** `code` [a](b) _it_ <b>tag</b>\n  goes **on\n  here** too',
      ].join('\n\n')
      const own = perCharacter(grammar.plain(text))
      perCharacter(grammar.ours(text)).forEach((line, index) => {
        line.forEach((scopes, column) => {
          const left = scopes.split(' ').filter((scope) => !isOurs(scope) && !scope.startsWith('markup.italic.placeholder'))
          assert.equal(left.join(' '), own[index][column], `${text.split('\n')[index]} at ${column}`)
        })
      })
    },
  ],
  [
    'no line takes long',
    () => {
      for (const text of hostile) {
        const took = (read) => {
          const started = performance.now()
          read(text)
          return performance.now() - started
        }
        took(grammar.plain)
        const [plain, ours] = [took(grammar.plain), took(grammar.ours)]
        assert.ok(ours < 20 * plain + 500, `${text.slice(0, 40)}: ${ours} ms, ${plain} ms without us`)
      }
    },
  ],
]

/** Runs the tests of the colours; they need VS Code's tokenizer and grammars, and no window. */
export const runColours = async ({ vscodeDir }) => {
  const sum = { passed: 0, failed: 0 }
  for (const [title, test] of tests(await grammarOf(vscodeDir))) {
    try {
      await test()
      sum.passed++
    } catch (error) {
      sum.failed++
      console.log(`not ok Colours: ${title}: ${error.message}`)
    }
  }
  if (sum.failed === 0) console.log(`ok Colours (${sum.passed} tests)`)
  return sum
}

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { test } from 'node:test'
import { texts } from './sources.ts'
import { type Token, tokensOf } from './tokens.ts'

// docs/glossary.md, "Plain words": what to write instead
const words =
  /\b(?:mend(?:s|ed|ing|able)?|told|untold|anew|behind|beside|aside|stands?|standing|somebody|nobody|whoever|blanks?(?![ -]lines?\b))\b/gi

const scripts = readdirSync('scripts').map((name) => [`scripts/${name}`, readFileSync(`scripts/${name}`, 'utf8')] as const)

const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.m?ts$|\.mjs$/.test(path) && !/(?:^|\/)(?:node_modules|vscode-)|vocabulary\.test/.test(path))
  .map((path) => [join('test', path), readFileSync(join('test', path), 'utf8')] as const)

/** `isFixedByHand` → `is fixed by hand` */
const spelledOut = ({ kind, text }: Token): string =>
  kind === 'comment' ? text : text.replace(/([a-z0-9])(?=[A-Z])/g, '$1 ').toLowerCase()

/** A blank line is a term of Markdown's; a line that `isBlank` is one. `ViewColumn.Beside` is VS Code's. Strings are for other tests. */
const isTerm = ({ kind, text }: Token): boolean =>
  kind === 'string' || (kind === 'identifier' && (text === 'Beside' || (/blank(?:Line|$)/i.test(text) && !/blanks$/i.test(text))))

const unplain = (path: string, source: string): readonly string[] =>
  tokensOf(source)
    .filter((token) => !isTerm(token))
    .flatMap((token) =>
      Array.from(spelledOut(token).matchAll(words), ([word]) => `${path}:${token.line} ${word} (${token.text.slice(0, 60)})`),
    )

test('vocabulary: the scan reads comments and identifiers, not strings', () => {
  const source = [
    "// told\nconst mended = 'told' // stands\n",
    'const a = `told $',
    '{behind} told`\nconst b = /told/\n/* anew */ isBlankLine',
  ].join('')
  assert.deepEqual(
    unplain('a.ts', source).map((each) => each.split(' ')[1]),
    ['told', 'mended', 'stands', 'behind', 'anew'],
  )
})

test('vocabulary: comments and identifiers use plain words', () => {
  const found = [...texts, ...scripts].flatMap(([path, source]) => unplain(path, source))
  assert.deepEqual(found, [])
})

test('vocabulary: comments and identifiers of tests use plain words', () => {
  assert.deepEqual(
    tests.flatMap(([path, source]) => unplain(path, source)),
    [],
  )
})

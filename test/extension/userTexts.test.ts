import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { texts } from '../structure/sources.ts'
import { tokensOf } from '../structure/tokens.ts'
import { runOn } from '../support/cli.ts'

/** What to write instead; the words are those of docs/glossary.md and of VS Code, in American spelling. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\b(?:un)?told\b/i, 'reported, recognized'],
  [/\bsilenc(?:e|es|ed|ing)\b/i, 'disable'],
  [/\bstands? (?!for\b)/i, 'is'],
  [/(?<!\bthere )\b(?:is|are|was) no (?:valid|known|link|list|project|heading|text|such|file|idea list)s?\b/i, 'is not a'],
  [/\bcan be no\b/i, 'is not a valid'],
  [/\bbeside\b/i, 'next to'],
  [/(?<!\bis )\bbehind (?:the|it)\b/i, 'after'],
  [/\banew\b/i, 'again'],
  [/\bblanks?\b(?!(?: |-)lines?)/i, 'space'],
  [/\badvised\b/i, 'recommended'],
  [/\bon offer\b/i, 'available'],
  [/\be-mails?\b/i, 'email'],
  [/\bprogrammes?\b/i, 'program'],
  [
    /\b(?:colou?r\b(?<=our)|colours|coloured|colouring|neighbours?|behaviours?|favou?rite\b(?<=ourite)|catalogues?)\b/i,
    '-or, -og',
  ],
  [/\b(?:organi|recogni|capitali|synchroni|summari|locali)s(?:e|es|ed|ing|ation|ations)\b/i, '-ize'],
  [/\b(?:un)?labelled\b/i, 'labeled'],
  [/\bin step\b/i, 'up to date'],
  [/\bsynchroni[sz]/i, 'update'],
  [/\bremarks?\b/i, 'info'],
  [/\bproject files?\b/i, 'configuration file'],
  [/\bexpected (?:it|one|yours|something)\b(?! (?:such|of|like))/i, 'an imperative, or nothing'],
  [/\bnothing is said\b/i, 'Default: …'],
  [/\bodd about\b/i, 'problems with'],
  [/\blays? (?:it )?down\b/i, 'create'],
]

/** Code, quotations and values are not ours. */
const prose = (text: string): string =>
  text
    .replace(/^(?:```|~~~)[\s\S]*?^(?:```|~~~)/gm, '')
    .replace(/``?[^`\n]*``?/g, '')
    .replace(/"[^"\n]{1,80}"/g, '')

const unwanted = (name: string, text: string): readonly string[] =>
  words.flatMap(([word, better]) => {
    const found = word.exec(prose(text))
    return found
      ? [`${name}: "${found[0]}" (${better}) in "${prose(text).slice(Math.max(0, found.index - 40), found.index + 40)}"`]
      : []
  })

const bundle = (path: string): readonly (readonly [string, string])[] => {
  const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(path, 'utf8'))
  return Object.entries(texts).map(([key, text]) => [`${path} ${key.slice(0, 30)}`, text])
}

/** Descriptions of a JSON schema or of snippets. */
const descriptions = (path: string): readonly (readonly [string, string])[] =>
  [...readFileSync(path, 'utf8').matchAll(/"description": ("(?:[^"\\]|\\.)*")/g)].map(([, text]) => [path, JSON.parse(text!)])

const documents = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'examples/README.md', 'action.yml', '.pre-commit-hooks.yaml']

/** These are for people who work on it, and cite other programs. */
const forDevelopers = new Set(['glossary.md', 'spec.md', 'performance.md', 'releasing.md'])

test('user texts: the word list finds each of its words, and no text of code', () => {
  assert.equal(unwanted('a', 'It mends the `programme` "e-mail" and\n```\ntold\n```\n').length, 1)
  assert.equal(unwanted('a', 'A blank line is fine; a blank is a space.').length, 1)
  assert.equal(unwanted('a', 'The colour of the organisation is labelled.').length, 3)
})

test('user texts: the window says it in the words of the list', () => {
  const shown = [
    ...bundle('l10n/bundle.l10n.json'),
    ...bundle('package.nls.json'),
    ...descriptions('schemas/idea-files.schema.json'),
    ...descriptions('snippets/ideas.code-snippets'),
  ]
  assert.ok(shown.length > 900)
  assert.deepEqual(
    shown.flatMap(([name, text]) => unwanted(name, text)),
    [],
  )
})

/** Where the texts are that are in English only: of the command line, the server's log, the tools for agents and the scripts. */
const englishOnly = ['server/src/cli/', 'server/src/platform/', 'server/src/network/', 'server/src/mcp/', 'server/src/agents/']

test('user texts: the command line, the tools for agents and the scripts say it in the words of the list', () => {
  const sources = [
    ...[...texts].filter(([path]) => englishOnly.some((folder) => path.startsWith(folder))),
    ...readdirSync('scripts').map((name) => [`scripts/${name}`, readFileSync(`scripts/${name}`, 'utf8')] as const),
  ]
  const strings = sources.flatMap(([path, source]) =>
    tokensOf(source).flatMap(({ kind, text, line }) =>
      kind === 'string' && /[a-z] [a-z]/i.test(text) ? [[`${path}:${line}`, text] as const] : [],
    ),
  )
  assert.ok(strings.length > 300, String(strings.length))
  assert.deepEqual(
    strings.flatMap(([name, text]) => unwanted(name, text)),
    [],
  )
})

test('user texts: documents and the help say it in the words of the list', async () => {
  const docs = readdirSync('docs').filter((name) => name.endsWith('.md') && !forDevelopers.has(name))
  const named = [...documents, ...docs.map((name) => `docs/${name}`)].filter((path) => existsSync(path))
  assert.ok(named.length > 8)
  const { out: help } = await runOn({}, ['--help'])
  const commands = [...help.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name!)
  assert.ok(commands.includes('check') && commands.includes('export'), help)
  const helps = await Promise.all(commands.map(async (name) => [name, (await runOn({}, [name, '--help'])).out] as const))
  assert.deepEqual(
    [
      ...named.flatMap((path) => unwanted(path, readFileSync(path, 'utf8'))),
      ...[['--help', help] as const, ...helps].flatMap(([name, text]) => unwanted(name, text)),
    ],
    [],
  )
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { texts } from '../structure/sources.ts'

type Texts = Readonly<Record<string, string>>

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const textsOf = (path: string): Texts => json(path) as Texts

const [english, german] = ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.de.json'].map(textsOf) as [Texts, Texts]
const [manifestEnglish, manifestGerman] = ['package.nls.json', 'package.nls.de.json'].map(textsOf) as [Texts, Texts]
const manifest = json('package.json') as { readonly contributes: object }

const missing = (wanted: Texts, present: Texts): readonly string[] => Object.keys(wanted).filter((key) => !(key in present))

/** `{0}`, `{1}`, each once, in order. */
const placeholders = (text: string): string => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort().join()

/** All strings in a value, with the key that each is under. */
const strings = (value: unknown, key = ''): readonly (readonly [string, string])[] =>
  typeof value === 'string'
    ? [[key, value]]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, each]) => strings(each, Array.isArray(value) ? key : name))
      : []

test('translations: the list of texts is what the sources say, and the rules in the manifest are what the bundle says', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/l10n.mjs', '--check'], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
})

/** `refusal: 'A text'`, `title: isOne ? "A text" : …`: what a user reads, without a call that translates it. */
const untranslated =
  /\b(?:refusal|title|placeholder|prompt|tooltip|detail|description|label|buttons?):\s*(?:[^,\n{}'"`]*\?\s*)?(['"`])([A-Z]\w*(?: \w+)[^'"`\n]*)\1/g

test('translations: refusals, titles and hints of the server and the client go through the list of texts', () => {
  const found = (source: string): readonly string[] => [...source.matchAll(untranslated)].map(([, , text]) => text!)
  assert.deepEqual(found("{ refusal: 'No idea', title: two ? 'Paste as Mentors' : 'b', label: l10n.t('Two words') }"), [
    'No idea',
    'Paste as Mentors',
  ])
  const shown = [...texts].filter(([path]) => /^(?:server\/src\/(?:features|lsp)|client\/src)\//.test(path))
  assert.ok(shown.length > 150)
  assert.deepEqual(
    shown.flatMap(([path, source]) => found(source).map((text) => `${path}: ${text}`)),
    [],
  )
})

test('translations: every text has its German one, and there is no other', () => {
  assert.deepEqual([missing(english, german), missing(german, english)], [[], []])
  assert.deepEqual([missing(manifestEnglish, manifestGerman), missing(manifestGerman, manifestEnglish)], [[], []])
  for (const texts of [english, german, manifestEnglish, manifestGerman])
    assert.deepEqual(
      Object.entries(texts).filter(([, text]) => text.trim() === '' || text.includes('undefined')),
      [],
    )
})

test('translations: a translation has the same placeholders, links and commands', () => {
  for (const [key, text] of Object.entries(german)) assert.equal(placeholders(text), placeholders(key), key)
  const commands = (text: string): readonly string[] => text.match(/\]\(command:[\w.]+\)|`+[\w.-]+`+|#files\.autoSave#/g) ?? []
  for (const [key, text] of Object.entries(manifestGerman)) assert.deepEqual(commands(text), commands(manifestEnglish[key]!), key)
})

test('translations: the manifest names every text, and no text that is missing', () => {
  const named = strings(manifest).flatMap(([, text]) => /^%([^%]+)%$/.exec(text)?.[1] ?? [])
  assert.deepEqual(
    [...new Set(named)].filter((key) => !(key in manifestEnglish)),
    [],
  )
  assert.deepEqual(
    Object.keys(manifestEnglish).filter((key) => !named.includes(key)),
    [],
  )
})

test('translations: the manifest has no text of its own that a user reads, but the name', () => {
  const shown = [
    'title',
    'shortTitle',
    'label',
    'contents',
    'markdownDescription',
    'enumDescriptions',
    'altText',
    'userDescription',
  ]
  const { contributes } = manifest
  const own = strings({ ...contributes, languageModelTools: [] }).filter(
    ([key, text]) => [...shown, 'description', 'displayName'].includes(key) && !text.startsWith('%') && text !== 'Idea Files',
  )
  assert.deepEqual(own, [])
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as z from 'zod/mini'
import { manifestToolPrefix, manifestTools, manifestToolTexts } from '../../server/src/agents/manifestTools.ts'
import { projectFileJsonSchema, rulesSetting, rulesSettingTexts } from '../../server/src/config/jsonSchema.ts'
import { settingsSchema } from '../../server/src/config/settings.ts'
import { severitySettings } from '../../server/src/config/severities.ts'
import { publishedSchemas } from '../../server/src/publishing/publishedSchemas.ts'
import { renderRulesBook } from '../../server/src/rules/docs/rulesBook.ts'
import { rules } from '../../server/src/rules/index.ts'

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const stale = (script: string): string => `it is not current: run \`node scripts/${script}.mjs\``

const manifest = z
  .object({
    contributes: z.object({
      configuration: z.object({ properties: z.record(z.string(), z.record(z.string(), z.unknown())) }),
      jsonValidation: z.array(z.object({ fileMatch: z.string(), url: z.string() })),
      languages: z.array(z.object({ id: z.string(), filenames: z.optional(z.array(z.string())) })),
    }),
  })
  .parse(json('package.json')).contributes

test('generatedFiles: docs/rules.md is what the rules say', () => {
  assert.equal(readFileSync('docs/rules.md', 'utf8'), renderRulesBook(rules), stale('docs'))
})

test('generatedFiles: the page of rules has an anchor for every code, and its table leads there', () => {
  const book = renderRulesBook(rules)
  const headings = [...book.matchAll(/^## (\S+)$/gm)].map(([, code]) => code)
  const entries = [...book.matchAll(/^\| \[([a-z-]+)\]\(#([a-z-]+)\) \|/gm)]
  const codes = rules.map(({ code }) => code)
  assert.deepEqual(
    headings.filter((heading) => codes.includes(heading!)),
    codes,
  )
  assert.deepEqual(
    entries.map(([, code]) => code),
    codes,
  )
  assert.deepEqual(
    entries.map(([, , anchor]) => anchor),
    codes,
  )
})

test('generatedFiles: the JSON schema of the project file is the one that the server reads by', () => {
  assert.deepEqual(json('schemas/idea-files.schema.json'), projectFileJsonSchema(rules), stale('schema'))
})

test('generatedFiles: the JSON schema suggests and never reports: the server does that', () => {
  const suggesting = ['default', 'description', 'examples', 'items', 'properties', 'additionalProperties']
  const ofSchema = (schema: unknown, isRoot = false): void => {
    const read = z
      .looseObject({
        properties: z.optional(z.record(z.string(), z.unknown())),
        items: z.optional(z.looseObject({})),
        additionalProperties: z.optional(z.looseObject({})),
      })
      .parse(schema)
    if ('$ref' in read) return
    const texts = isRoot ? ['$schema', 'title', 'allowComments', 'allowTrailingCommas'] : []
    for (const key of Object.keys(read)) assert.ok([...suggesting, ...texts].includes(key), key)
    const { properties = {}, items, additionalProperties } = read
    for (const each of [...Object.values(properties), items, additionalProperties]) if (each) ofSchema(each)
  }
  const schema = projectFileJsonSchema(rules)
  ofSchema(schema, true)
  const parts = z.object({ properties: z.object({ rules: z.object({ properties: z.record(z.string(), z.unknown()) }) }) })
  const { 'mentor-count': severity } = parts.parse(schema).properties.rules.properties
  assert.deepEqual(z.object({ examples: z.array(z.string()) }).parse(severity).examples, severitySettings)
})

test('generatedFiles: README and CHANGELOG say how many rules there are, and how many come with fixes', () => {
  // | [bare-mention](#bare-mention) | warning | safe, none | … |
  const fixes = [...readFileSync('docs/rules.md', 'utf8').matchAll(/^\| \[[a-z-]+\]\(#[a-z-]+\) \|[^|]*\| ([^|]*) \|/gm)].map(
    ([, kinds]) => kinds,
  )
  const fixable = fixes.filter((kinds) => kinds !== 'none').length
  assert.equal(fixes.length, rules.length)
  const counts = `write ${rules.length} rules, ${fixable} with a fix`
  const readme = `${rules.length} rules](docs/rules.md), ${fixable} come with a fix`
  assert.ok(readFileSync('README.md', 'utf8').includes(readme), `README.md: ${counts}`)
  const changelog = new RegExp(`${rules.length} rules for [^;]*; ${fixable} of them`)
  assert.ok(changelog.test(readFileSync('CHANGELOG.md', 'utf8')), `CHANGELOG.md: ${counts}`)
})

test('generatedFiles: the manifest contributes exactly the settings, with their types and defaults', () => {
  const { properties: contributed } = manifest.configuration
  const { properties = {} } = z.toJSONSchema(settingsSchema(rules), { io: 'input' })
  type Schema = (typeof properties)[string]
  // the rules are one setting; any other object is a group of them
  const statedIn = (prefix: string, schemas: Readonly<Record<string, Schema>>): readonly (readonly [string, unknown])[] =>
    Object.entries(schemas).flatMap(([key, schema]) => {
      assert.ok(typeof schema === 'object')
      if (schema.properties && key !== 'rules') return statedIn(`${prefix}${key}.`, schema.properties)
      const choices = key === 'rules' || !schema.enum ? {} : { enum: schema.enum }
      return [[`${prefix}${key}`, { type: schema.type, default: schema.default, ...choices }] as const]
    })
  const stated = statedIn('ideaFiles.', properties)
  const types = Object.entries(contributed).map(([key, value]) => {
    const choices = value.enum ? { enum: value.enum } : {}
    return [key, { type: value.type, default: value.default, ...choices }] as const
  })
  // read by the language client itself
  const traced = ['ideaFiles.trace.server', { type: 'string', default: 'off', enum: ['off', 'messages', 'verbose'] }] as const
  assert.deepEqual(Object.fromEntries(types), Object.fromEntries([...stated, traced]))
  assert.deepEqual(contributed['ideaFiles.rules'], rulesSetting(rules), stale('schema'))
})

test('generatedFiles: the setting offers every rule with every level, and says what the rule reports', () => {
  const { properties } = z
    .object({ properties: z.record(z.string(), z.object({ enum: z.array(z.string()), description: z.string() })) })
    .parse(rulesSetting(rules))
  assert.deepEqual(
    Object.keys(properties),
    rules.map(({ code }) => code),
  )
  const texts = rulesSettingTexts(rules)
  for (const { code, summary } of rules) {
    assert.deepEqual(properties[code]?.enum, severitySettings)
    assert.equal(properties[code].description, `%rule.${code}%`)
    assert.ok(texts[`rule.${code}`]?.startsWith(summary))
  }
})

test('generatedFiles: the texts of the manifest about rules and tools are what they say of themselves', () => {
  const texts = z.record(z.string(), z.string()).parse(json('package.nls.json'))
  const generated = Object.entries(texts).filter(([key]) => /^(?:rule|tool)\./.test(key))
  assert.deepEqual(Object.fromEntries(generated), { ...rulesSettingTexts(rules), ...manifestToolTexts() }, stale('schema'))
})

test('generatedFiles: the project file is JSON with comments to the editor, and checked by the schema', () => {
  assert.ok(manifest.languages.some(({ id, filenames }) => id === 'jsonc' && filenames?.includes('.idea-files.json')))
  assert.deepEqual(manifest.jsonValidation, [{ fileMatch: '.idea-files.json', url: './schemas/idea-files.schema.json' }])
})

test('generatedFiles: the manifest contributes the tools for language models, each with what the user confirms', () => {
  const { contributes } = z
    .object({ contributes: z.object({ languageModelTools: z.array(z.looseObject({ name: z.string() })) }) })
    .parse(json('package.json'))
  assert.deepEqual(contributes.languageModelTools, JSON.parse(JSON.stringify(manifestTools())), stale('schema'))
  const confirmed = readFileSync('client/src/languageModel/languageModelTools.ts', 'utf8')
  for (const { name } of contributes.languageModelTools)
    assert.match(confirmed, new RegExp(`^  ${name.slice(manifestToolPrefix.length)}: `, 'm'))
})

test('generatedFiles: the JSON schemas of exports and feeds are those that the command line writes by', () => {
  for (const [name, schema] of Object.entries(publishedSchemas()))
    assert.deepEqual(json(`schemas/${name}`), JSON.parse(JSON.stringify(schema)), stale('schema'))
})

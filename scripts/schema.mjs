// usage: node scripts/schema.mjs
// Writes schemas/idea-files.schema.json, and the setting ideaFiles.rules in package.json with its texts in package.nls.json, from the schemas and the rules; a test checks that both are current.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from './bundle.mjs'
import { must, root, script } from './run.mjs'

const write = (path, value) => writeFileSync(join(root, path), `${JSON.stringify(value, null, 2)}\n`)

await script(async () => {
  const { projectFileJsonSchema, rulesSetting, rulesSettingTexts } = await load('server/src/config/jsonSchema.ts')
  const { rules } = await load('server/src/rules/index.ts')
  mkdirSync(join(root, 'schemas'), { recursive: true })
  write('schemas/idea-files.schema.json', projectFileJsonSchema(rules))
  const { manifestTools, manifestToolTexts } = await load('server/src/agents/manifestTools.ts')
  const { publishedSchemas } = await load('server/src/publishing/publishedSchemas.ts')
  for (const [name, schema] of Object.entries(publishedSchemas())) write(`schemas/${name}`, schema)
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  manifest.contributes.configuration.properties['ideaFiles.rules'] = rulesSetting(rules)
  manifest.contributes.languageModelTools = manifestTools()
  write('package.json', manifest)
  const texts = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'))
  const byHand = Object.entries(texts).filter(([key]) => !/^(?:rule|tool)\./.test(key))
  write('package.nls.json', { ...Object.fromEntries(byHand), ...rulesSettingTexts(rules), ...manifestToolTexts() })
  await must(process.execPath, [
    'node_modules/@biomejs/biome/bin/biome',
    'format',
    '--write',
    'schemas',
    'package.json',
    'package.nls.json',
  ])
})

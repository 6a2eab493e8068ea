// usage: node scripts/docs.mjs   Writes docs/rules.md from the rules; a test checks that it is current.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from './bundle.mjs'
import { root, script } from './run.mjs'

await script(async () => {
  const [{ renderRulesBook }, { rules }] = await Promise.all(
    ['docs/rulesBook', 'index'].map((name) => load(`server/src/rules/${name}.ts`)),
  )
  mkdirSync(join(root, 'docs'), { recursive: true })
  writeFileSync(join(root, 'docs/rules.md'), renderRulesBook(rules))
})

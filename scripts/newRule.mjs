// usage: node scripts/newRule.mjs CODE [--file]   Adds the file of a rule, its line in the list of rules, and its tests' first lines.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal, root, script } from './run.mjs'

const camelCase = (code) => code.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())

const ideaRule = (code, name) => `import { defineIdeaRule } from './rule.ts'

/** Reports … (spans count from the idea's start). */
export const ${name} = defineIdeaRule({
  code: '${code}',
  severity: 'warning',
  fix: 'none',
  summary: 'What is wrong, in one sentence.',
  why: 'Why it matters to a reader or to the program, in one sentence.',
  examples: [
    {
      bad: \`
### Harbor

#### Resume broken transfers.
     ^^^^^^^^^^^^^^^^^^^^^^^^
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
\`,
    },
    {
      good: \`
### Harbor

#### Resume broken transfers
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
\`,
    },
  ],
  *check(idea) {
    const heading = idea.heading
    if (heading === null || !heading.text.endsWith('.')) return
    yield { span: heading.textSpan, message: 'What is there; expected "what".' }
  },
})
`

const fileRule = (code, name) =>
  ideaRule(code, name)
    .replaceAll('defineIdeaRule', 'defineFileRule')
    .replace("the idea's start", "the file's start")
    .replace('import { define', "import { shift } from '../text/span.ts'\nimport { define")
    .replace('*check(idea) {', '*check({ headings }) {')
    .replace(
      / {4}const heading[\s\S]*message: /,
      `    for (const { heading, at } of headings) {
      if (!heading.text.endsWith('.')) continue
      yield { span: shift(heading.textSpan, at), message: `,
    )
    .replace('"what".\' }\n  },', '"what".\' }\n    }\n  },')

const test = (code) => `import { test } from 'node:test'

// The rule's own examples are tests already: add here only what they do not show, with the helpers of test/support/.
test.todo('${code}: …')
`

await script(async () => {
  const [code, kind] = process.argv.slice(2)
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(code ?? '') || (kind !== undefined && kind !== '--file')) {
    throw new Refusal(
      'usage: node scripts/newRule.mjs CODE [--file]   such as title-punctuation; --file for a rule of the whole file',
    )
  }
  const name = camelCase(code)
  const path = `server/src/rules/${name}.ts`
  const index = join(root, 'server/src/rules/index.ts')
  const testPath = `test/rules/${name}.test.ts`
  if (existsSync(join(root, path))) throw new Refusal(`${path} exists already.`)
  const list = readFileSync(index, 'utf8')
  writeFileSync(join(root, path), (kind === '--file' ? fileRule : ideaRule)(code, name))
  writeFileSync(join(root, testPath), test(code))
  // the list's order is that of the documentation
  writeFileSync(
    index,
    list
      .replace(/(?=import \{ orphanFields)/, `import { ${name} } from './${name}.ts'\n`)
      .replace(/\n\]\s*$/, `\n  ${name},\n]\n`),
  )
  console.log(`${path}\n${testPath}\nserver/src/rules/index.ts: moved to its place in the list? Then:
  node scripts/docs.mjs && node scripts/schema.mjs && npx biome check --write server/src/rules
  node scripts/testFile.mjs ${path} ${code}`)
})

// usage: node scripts/newRule.mjs CODE [--file]   Adds the file of a rule, its line in the list of rules, and its tests' first lines.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/** The file of a new rule, with an example that it already reports. */
export const ruleText = (code, name, isOfFile) => (isOfFile ? fileRule : ideaRule)(code, name)

const test = (code) => `import { test } from 'node:test'

// The rule's own examples are tests already: add here only what they do not show, with the helpers of test/support/.
test.todo('${code}: …')
`

const endOfList = /\n\]\n/

/** The list of rules with one more: its import in alphabetical order, its line at the end of the list. */
export function withRule(list, name) {
  const line = `import { ${name} } from './${name}.ts'\n`
  const later = [...list.matchAll(/^import .* from '\.\/(\w+)\.ts'$/gm)].find(([, other]) => other > name)
  const at = list.indexOf('export const rules')
  if (!later || at < 0 || !endOfList.test(list.slice(at))) throw new Refusal('server/src/rules/index.ts has no list of rules.')
  const end = at + list.slice(at).search(endOfList)
  return `${list.slice(0, later.index)}${line}${list.slice(later.index, end)}\n  ${name},${list.slice(end)}`
}

const addRule = async () => {
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
  if (existsSync(join(root, path))) throw new Refusal(`${path} already exists.`)
  const list = withRule(readFileSync(index, 'utf8'), name)
  writeFileSync(join(root, path), ruleText(code, name, kind === '--file'))
  writeFileSync(join(root, testPath), test(code))
  writeFileSync(index, list)
  console.log(`Added ${path}, ${testPath} and a line in server/src/rules/index.ts. Next:

1. Write the rule. Its line in index.ts can move: the list's order is that of the documentation.
2. npm run generate
3. node scripts/testFile.mjs ${path} ${code}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await script(addRule)

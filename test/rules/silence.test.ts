import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { mayBeIdeaList } from '../../server/src/model/profiles/mayBeIdeaList.ts'
import { checkRule, lint, read } from '../support/checkRule.ts'

/** Every Markdown file of the packages that the project uses: READMEs, changelogs, licences. None is a list of ideas. */
const files = readdirSync('node_modules', { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(?:md|markdown)$/i.test(path),
)

test('silence: the Markdown files of packages get no finding and no sign of life: no server is started for them, nothing is read of them', () => {
  assert.ok(files.length > 50, `only ${files.length} files`)
  for (const name of files) {
    const path = `node_modules/${name}`
    const text = readFileSync(path, 'utf8')
    assert.equal(mayBeIdeaList(text, path), false, `${path}: the cheap look would start a server`)
    checkSilent(text, path)
  }
})

test('silence: nor do they become lists by what alone is needed for a closer look: a line that begins as a mentors field does', () => {
  for (const name of files) {
    const text = `${readFileSync(`node_modules/${name}`, 'utf8')}\n\n- Mentors: the people who answer questions\n`
    assert.equal(mayBeIdeaList(text, name), true, name)
    checkSilent(text, name)
  }
})

function checkSilent(text: string, path: string): void {
  const file = read(text, path)
  const { ideaList, projects, toc } = file
  assert.deepEqual({ ideaList, projects, toc }, { ideaList: false, projects: [], toc: null }, path)
  assert.deepEqual(lint(text, { read: () => file }), [], path)
}

test('all rules: a file that is not an idea list is ignored', () =>
  checkRule(
    `# Notes

- Description:
- Recommended Skills:
- Expected project size: huge
`,
  ))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runOn } from '../../support/cli.ts'
import { folderFiles, germanIdea, headedIdea } from '../../support/folderList.ts'

const odd = headedIdea({ title: 'Wind clock 0', lacks: ['Difficulty'] })
const files: Record<string, string> = {
  ...folderFiles('ideas', 4),
  'ideas/0.md': odd,
  'ideas/README.md': '# Ideas\n\n- [Wind clock](1.md)\n',
}
const finding = 'This idea is missing the "Difficulty" field, which 4 of 5 files have.'

test('folderFiles: a folder is checked as one list, in each of its files', async () => {
  const { out, code } = await runOn(files, ['check', 'ideas'])
  assert.equal(out, `ideas/0.md learned\n   1:3  warning  missing-field  ${finding}\n\n1 problem in 1 of 5 lists: 1 warning.\n`)
  assert.equal(code, 0)
})

test('folderFiles: one file is checked against its siblings, which are not reported', async () => {
  const { out } = await runOn(files, ['check', 'ideas/0.md'])
  assert.equal(out, `ideas/0.md learned\n   1:3  warning  missing-field  ${finding}\n\n1 problem in 1 list: 1 warning.\n`)
  const other = await runOn(files, ['check', 'ideas/1.md'])
  assert.equal(other.out, 'No problems in 1 list.\n')
})

test('folderFiles: ignored files, other folders and two siblings are nothing to compare with', async () => {
  const { 'ideas/1.md': first, 'ideas/2.md': second } = files
  for (const others of [
    { 'ideas/1.md': first!, 'ideas/old/2.md': second!, 'ideas/old/3.md': second! },
    { ...files, '.git/HEAD': '', '.gitignore': 'ideas/[1-4].md\n' },
  ]) {
    const { out } = await runOn({ ...others, 'ideas/0.md': odd }, ['check', 'ideas/0.md'])
    assert.equal(out, 'No problems in 1 list.\n')
  }
})

test('folderFiles: files that are lists only together are exported, with an idea without mentors', async () => {
  const german: Record<string, string> = {
    ...folderFiles('ideen', 3, germanIdea),
    'ideen/4.md': germanIdea({ title: 'Zeiger', lacks: ['Betreuer'] }),
  }
  const { out } = await runOn(german, ['export', '--format', 'json', 'ideen'])
  const titles = JSON.parse(out).files.flatMap(
    ({ projects }: { readonly projects: readonly { readonly ideas: readonly { readonly title: string }[] }[] }) =>
      projects.flatMap(({ ideas }) => ideas.map(({ title }) => title)),
  )
  assert.deepEqual(titles, ['Wind clock 1', 'Wind clock 2', 'Wind clock 3', 'Zeiger'])
  assert.equal(
    (await runOn({ 'ideen/1.md': german['ideen/1.md']! }, ['export', 'ideen/1.md'])).err,
    'idea-files: ideen/1.md is not an idea list\n',
  )
})

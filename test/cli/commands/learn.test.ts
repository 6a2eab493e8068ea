import assert from 'node:assert/strict'
import { test } from 'node:test'
import { good, runOn } from '../../support/cli.ts'
import { boldParagraphs, headingLabels, oneIdeaAFile, twoOnALine } from '../../support/foreignLists.ts'

test('learn: the configuration of a list, which then has the same problems', async () => {
  const broken = boldParagraphs.replace('\n**Difficulty**: hard\n', '')
  const files = { 'docs/ideas.md': broken }
  const learned = await runOn(files, ['learn', 'docs/ideas.md'])
  assert.deepEqual([learned.code, learned.err], [0, ''])
  const check = async (more: Readonly<Record<string, string>>) => {
    const { out, code } = await runOn({ ...files, ...more }, ['check', '--format', 'json', 'docs'])
    const [file] = JSON.parse(out).files
    return [code, file.findings.map((finding: { code: string; line: number }) => [finding.code, finding.line])]
  }
  assert.deepEqual(await check({ '.idea-files.json': learned.out }), [0, [['missing-field', 18]]])
  assert.deepEqual(await check({}), [0, [['missing-field', 18]]])
})

test('learn: the same output whenever it runs, a program for each form, and folders of files with one idea', async () => {
  const idea = (title: string, level: string): string =>
    oneIdeaAFile
      .replace('Turn the lamp faster', title)
      .replace('medium', level)
      .replace('## Description\n\n', `## Description\n\n${title}: `)
  const files = {
    'a.md': headingLabels,
    'b.md': twoOnALine,
    'ideas/lamp.md': idea('Lamp', 'easy'),
    'ideas/ships.md': idea('Ships', 'hard'),
    'ideas/stairs.md': idea('Stairs', 'easy'),
  }
  const { out, code } = await runOn(files, ['learn', '.'])
  assert.equal(code, 0)
  assert.deepEqual(
    Object.entries(JSON.parse(out).programs).map(([id, programme]) => [id, (programme as { files: string[] }).files]),
    [
      ['a', ['a.md']],
      ['b', ['b.md']],
      ['ideas', ['ideas/*.md']],
    ],
  )
  assert.equal((await runOn(files, ['learn', '.'])).out, out)
  const checked = await runOn({ ...files, '.idea-files.json': out }, ['check', '--format', 'json', '.'])
  assert.deepEqual(
    JSON.parse(checked.out).files.flatMap((file: { findings: unknown[] }) => file.findings),
    [],
  )
})

test('learn: a list whose form is known, a file that is not a list, and none', async () => {
  const path = 'lfx-mentorship/2026/01-Mar-May/project_ideas.md'
  const { code, out, err } = await runOn({ [path]: good, 'notes.md': '# Notes\n' }, ['learn', path, 'notes.md'])
  assert.deepEqual([code, JSON.parse(out)], [0, { programs: {} }])
  assert.match(err, /project_ideas\.md skipped: the profile of its program says how it is written\n/)
  assert.match(err, /notes\.md is not an idea list\n/)
  assert.equal((await runOn({}, ['learn', 'none.md'])).code, 2)
  assert.equal((await runOn({}, ['learn'])).code, 2)
  assert.equal((await runOn({}, ['learn', '--help'])).code, 0)
})

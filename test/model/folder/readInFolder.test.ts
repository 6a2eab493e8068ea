import assert from 'node:assert/strict'
import { test } from 'node:test'
import { folderIdeaIn } from '../../../server/src/model/folder/folderIdea.ts'
import { folderSchemaOf, readInFolder, updateFileInFolder } from '../../../server/src/model/folder/readInFolder.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import type { ParsedIdeaFile } from '../../../server/src/model/incremental/readState.ts'
import { formSourceOf } from '../../../server/src/model/profiles/formSource.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../../server/src/rules/index.ts'
import { folderFiles, germanIdea, headedIdea } from '../../support/folderList.ts'

const optionsAt = (path: string) => ({ path, knowsProject: () => false })
const alone = (path: string, text: string): ParsedIdeaFile => readIdeaFile(text, optionsAt(path))

/** The file at a path as it is next to all others. */
function inFolder(files: Readonly<Record<string, string>>, path: string): ParsedIdeaFile {
  const siblings = Object.entries(files).flatMap(([each, text]) => {
    const idea = each === path ? null : folderIdeaIn(alone(each, text))
    return idea ? [idea.facts] : []
  })
  return readInFolder(alone(path, files[path]!), siblings)
}

const problems = (file: ParsedIdeaFile): readonly string[] =>
  createLinter(rules)
    .lint(file)
    .map(({ code, severity, message }) => `${severity} ${code}: ${message}`)

const oddOne = headedIdea({ title: 'Wind clock 0', lacks: ['Skills', 'Project size'] })

test('readInFolder: what the other files have is asked for, and counted', () => {
  const files = { ...folderFiles('/w/ideas', 5), '/w/ideas/0.md': oddOne }
  const file = inFolder(files, '/w/ideas/0.md')
  assert.equal(folderSchemaOf(file)?.ideas, 6)
  assert.deepEqual(formSourceOf(file), { kind: 'learned', ideas: 6 })
  assert.deepEqual(problems(file), [
    'warning missing-field: This idea is missing the "Skills" field, which 5 of 6 files have.',
    'warning missing-field: This idea is missing the "Project size" field, which 5 of 6 files have.',
  ])
  assert.deepEqual(problems(inFolder(files, '/w/ideas/1.md')), [])
})

test('readInFolder: a file with fewer than two siblings is judged alone', () => {
  const files = { ...folderFiles('/w/ideas', 1), '/w/ideas/0.md': oddOne }
  const file = inFolder(files, '/w/ideas/0.md')
  assert.equal(folderSchemaOf(file), null)
  assert.equal(file.ideaList, true)
  assert.deepEqual(problems(file), [])
})

test('readInFolder: files that are no lists by themselves are one together', () => {
  const files = folderFiles('/w/ideas', 4, germanIdea)
  const path = '/w/ideas/1.md'
  assert.equal(alone(path, files[path]!).ideaList, false)
  const file = inFolder(files, path)
  assert.equal(folderSchemaOf(file)?.ideas, 4)
  const [placed] = file.projects[0]!.ideas
  assert.equal(placed?.idea.heading?.text, 'Wind clock 1')
  assert.deepEqual(
    placed.idea.mentors.map(({ name }) => name),
    ['Mia Stone'],
  )
  assert.deepEqual(
    placed.idea.fields.map(({ label }) => label),
    ['title', 'layout', 'Beschreibung', 'Betreuer', 'Kenntnisse', 'Ergebnis', 'Aufgaben'],
  )
})

test('readInFolder: a label without a known meaning is asked for, an idea without mentors is an idea', () => {
  const odd = germanIdea({ title: 'Wind clock 0', lacks: ['Aufgaben', 'Betreuer'] })
  const files = { ...folderFiles('/w/ideas', 4, germanIdea), '/w/ideas/0.md': odd }
  assert.deepEqual(problems(inFolder(files, '/w/ideas/0.md')), [
    'warning missing-field: This idea is missing the "Betreuer" field, which 4 of 5 files have.',
    'information missing-field: This idea is missing the "Aufgaben" field, which 4 of 5 files have.',
  ])
})

test('readInFolder: what only introduces the folder, lists several ideas or says something else is not an idea of it', () => {
  const others = {
    '/w/ideas/README.md': oddOne,
    '/w/ideas/_index.md': oddOne,
    '/w/ideas/CONTRIBUTING.md': oddOne,
    '/w/ideas/idea-template.md': oddOne,
    '/w/ideas/news.md': '# News\n\n## Overview\n\nThe clock was wound.\n\n## Difficulty\n\nIt was heavy.\n',
    '/w/ideas/report.md': `${oddOne}\n## Contributor\n\nLeo Brook\n`,
    '/w/ideas/all.md': `# All\n\n${['One', 'Two', 'Three'].map((title) => `## ${title}\n\n- Mentor: Mia Stone\n- Skills: Go\n- Size: small\n`).join('\n')}`,
  }
  const files = { ...folderFiles('/w/ideas', 5), ...others }
  for (const path of Object.keys(others)) assert.equal(folderSchemaOf(inFolder(files, path)), null, path)
  assert.equal(folderSchemaOf(inFolder(files, '/w/ideas/1.md'))?.ideas, 5)
})

test('readInFolder: files that share no labels are no list', () => {
  const mentor = '## Mentors\n\nMia Stone (@mia)\n'
  const files = {
    '/w/1.md': `# One\n\n${mentor}\n## Size\n\nsmall\n\n## Skills\n\nGo\n`,
    '/w/2.md': '# Two\n\n**Betreuer**: Leo Brook\n\n**Umfang**: 90 h\n\n**Ergebnis**: Zeiger\n',
    '/w/3.md': '---\ntitle: Three\nsupervisor: [leo]\ncomplexity: easy\n---\n\nText.\n',
  }
  for (const path of Object.keys(files)) assert.equal(folderSchemaOf(inFolder(files, path)), null, path)
})

test('readInFolder: keys of front matter are asked for only if they mean something to an idea', () => {
  const idea = (title: string, more: string): string =>
    `---\ntitle: ${title}\nmentors:\n  - mia\n${more}---\n\n## Steps\n\nThe spring first.\n`
  const whole = 'difficulty: easy\nskills: [go]\nweight: 3\n'
  const files = {
    '/w/_ideas/1.md': idea('One', whole),
    '/w/_ideas/2.md': idea('Two', whole),
    '/w/_ideas/3.md': idea('Three', whole),
    '/w/_ideas/4.md': idea('Four', 'skills: [go]\n'),
  }
  const file = inFolder(files, '/w/_ideas/4.md')
  assert.deepEqual(problems(file), [
    'warning missing-field: This idea is missing the "difficulty" field, which 3 of 4 files have.',
  ])
})

for (const [what, value] of [
  ['no value', ''],
  ['a comment', ' # to be found'],
  ['null', ' null'],
  ['an empty text', ' ""'],
  ['a text of spaces', " '  '"],
  ['an empty list', ' []'],
  ['a list of empty texts', ' ["", null]'],
  ['a bullet', '\n  - '],
  ['a bullet with an empty text', '\n  - ""\n  - ~'],
  ['people of whom nothing is said', '\n  - name:\n    github: ""'],
  ['roles that nobody has', '\n  primary:\n  backup: []'],
  ['an empty mapping', ' {}'],
] as const) {
  test(`empty-field: a key of front matter with ${what} is empty`, () => {
    const idea = (title: string, mentors: string): string =>
      `---\ntitle: ${title}\nmentors:${mentors}\ndifficulty: easy\nskills: [go]\n---\n\n## Steps\n\nThe spring first.\n`
    const files: Readonly<Record<string, string>> = Object.fromEntries([
      ...['One', 'Two', 'Three', 'Four'].map((title) => [`/w/_ideas/${title}.md`, idea(title, '\n  - mia')]),
      ['/w/_ideas/new.md', idea('New', value)],
    ])
    assert.deepEqual(problems(inFolder(files, '/w/_ideas/new.md')), [
      'warning empty-field: "mentors" is empty, unlike in 4 of 5 files.',
    ])
    const skills = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        text.replace('mentors:', 'skills:').replace('skills: [go]', 'mentors: mia'),
      ]),
    )
    assert.deepEqual(problems(inFolder(skills, '/w/_ideas/new.md')), [
      'warning empty-field: "skills" is empty, unlike in 4 of 5 files.',
    ])
  })
}

test('updateFileInFolder: typing gives what reading gives', () => {
  const files = folderFiles('/w/ideas', 4)
  const path = '/w/ideas/1.md'
  const siblings = Object.keys(files).flatMap((each) =>
    each === path ? [] : (folderIdeaIn(alone(each, files[each]!))?.facts ?? []),
  )
  const text = files[path]!
  let file = readInFolder(alone(path, text), siblings)
  let now = text
  for (const start of [0, text.indexOf('## Skills'), text.indexOf('Mia'), text.length]) {
    const next = `${now.slice(0, start)}x\n\n${now.slice(start)}`
    file = updateFileInFolder(file, next, { start, oldEnd: start, newEnd: start + 3 }, optionsAt(path), siblings)
    const fresh = readInFolder(alone(path, next), siblings)
    assert.deepEqual(file.projects, fresh.projects)
    assert.deepEqual(file.template, fresh.template)
    assert.equal(file.ideaList, fresh.ideaList)
    now = next
  }
})

test('readInFolder: a label in another place than in most files is reported once', () => {
  const odd = headedIdea({ title: 'Wind clock 0', lacks: ['Skills'] }).replace('## Overview', '## Skills\n\nGo\n\n## Overview')
  const files = { ...folderFiles('/w/ideas', 4), '/w/ideas/0.md': odd }
  assert.deepEqual(problems(inFolder(files, '/w/ideas/0.md')), [
    'information field-order: "Skills" comes before "Overview"; in 4 of 5 files it comes after.',
  ])
  assert.deepEqual(problems(inFolder(files, '/w/ideas/1.md')), [])
})

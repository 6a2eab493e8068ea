import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addProgramme, programmeGlobOf, programmeIdOf } from '../../server/src/config/addProgramme.ts'
import { readGlob } from '../../server/src/config/glob.ts'
import { readConfig } from '../../server/src/config/readConfig.ts'
import { rules } from '../../server/src/rules/index.ts'
import { applyEdits } from '../../server/src/text/edits.ts'

const programme = { title: 'Harbor lights', files: ['ideas.md'], fields: [{ label: 'Skills', key: 'recommendedSkills' }] }

const added = (text: string, id = 'lights'): string => {
  const found = addProgramme(text, id, programme, () => false)
  assert.ok(found)
  return applyEdits(text, found.edits)
}

test('addProgramme: a new file, and one that is empty', () => {
  for (const text of ['', '\n', '\ufeff']) {
    const { config, problems } = readConfig(added(text), rules)
    assert.deepEqual([problems, Object.keys(config.programmes)], [[], ['lights']])
  }
})

test('addProgramme: every character and comment of the file stays, in order, and other programs do', () => {
  const texts = [
    '{}',
    '{\n  // a comment\n  "rules": { "mentor-count": "off" }, // another one\n}\n',
    '{\r\n\t"programs": {\r\n\t\t"other": { "title": "Other", "files": ["o.md"], "fields": [{ "label": "Was" }] } // last\r\n\t},\r\n\t"projects": ["Harbor"]\r\n}\r\n',
    '\ufeff{ "programs": {} }',
  ]
  for (const text of texts) {
    const after = added(text)
    const { config, problems } = readConfig(after, rules)
    assert.deepEqual(problems, [])
    assert.ok(config.programmes.lights)
    assert.deepEqual(
      { ...config.programmes, lights: undefined },
      { ...readConfig(text, rules).config.programmes, lights: undefined },
    )
    let from = 0
    for (const char of text.replace(/\s/g, '')) {
      from = after.indexOf(char, from) + 1
      assert.ok(from > 0, `${JSON.stringify(text)} keeps ${char}`)
    }
  }
})

test('addProgramme: a program with the same name is not touched', () => {
  const once = added('{}')
  const again = addProgramme(once, 'lights', { ...programme, title: 'Another' }, (id) => id === 'lights-2')
  assert.equal(again?.id, 'lights-3')
  const { programmes } = readConfig(applyEdits(once, again.edits), rules).config
  assert.deepEqual([programmes.lights?.title, programmes['lights-3']?.title], ['Harbor lights', 'Another'])
})

test('addProgramme: a file that cannot be read is left alone', () => {
  for (const text of ['{', '[]', '{ "programs": [] }', '{ "rules": }', 'x'])
    assert.equal(
      addProgramme(text, 'a', programme, () => false),
      null,
    )
})

test('programmeIdOf, programmeGlobOf: names and globs that a project file may have', () => {
  assert.deepEqual(['Project Ideas.md', '2031.md', 'Été.md', '导师.md'].map(programmeIdOf), [
    'project-ideas',
    'ideas',
    'ete',
    'ideas',
  ])
  for (const path of ['docs/ideas.md', 'a [b]/{c}*.md', 'what?.md']) {
    const fits = readGlob(programmeGlobOf(path))
    assert.ok(fits?.(path), path)
  }
})

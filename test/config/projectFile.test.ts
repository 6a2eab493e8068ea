import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { emptyProjectConfig } from '../../server/src/config/projectFile.ts'
import { readConfig } from '../../server/src/config/readConfig.ts'
import { rules } from '../../server/src/rules/index.ts'
import { runs } from '../support/runs.ts'

const reported = (text: string): readonly string[] =>
  readConfig(text, rules).problems.map(({ span, message }) => `${text.slice(span.start, span.end)} | ${message}`)

test('projectFile: a whole file, with comments and commas at ends', () => {
  const text = `\uFEFF// ours
{
  "$schema": "./schema.json",
  "rules": { "mentor-count": "off", },
  "profiles": [{ "files": "**/2026.md", "profile": "gsoc" }], /* more to come */
  "projects": ["Our Thing"],
  "labels": { "mentors": ["Betreuer", "Betreuerin"], "difficulty": ["Wie schwer"] },
}
`
  const { config, problems } = readConfig(text, rules)
  assert.deepEqual(problems, [])
  assert.deepEqual(config, {
    $schema: './schema.json',
    rules: { 'mentor-count': 'off' },
    profiles: [{ files: '**/2026.md', profile: 'gsoc' }],
    programmes: {},
    projects: ['Our Thing'],
    labels: { mentors: ['Betreuer', 'Betreuerin'], difficulty: ['Wie schwer'] },
  })
})

test('projectFile: nothing at all is a file too', () => {
  for (const text of ['', '\n', '// nothing yet\n', '{}', '\uFEFF{}']) {
    assert.deepEqual(readConfig(text, rules), { config: emptyProjectConfig, problems: [] })
  }
})

test('projectFile: an invalid value is reported at its place and ignored; the values next to it apply', () => {
  const text = `{
  "rules": { "mentor-emial": "off", "mentor-email": "warn", "mentor-count": "off", "upstream-url": 3 },
  "rule": {},
  "profiles": [
    { "files": "**/2025.md", "profile": "gsco" },
    { "file": "x", "profile": "gsoc" },
    { "profile": "gsoc" },
    7,
    { "files": "", "profile": "gsoc" },
    { "files": "a.md", "profile": "gsoc" }
  ],
  "projects": ["A", " ", 4],
  "labels": { "mentors": ["Betreuer", "Was: "], "description": ["Betreuer"], "other": [] },
  "__proto__": {}
}`
  assert.deepEqual(reported(text), [
    '"mentor-emial" | There is no key "mentor-emial" here; expected "mentor-email".',
    '"warn" | Found "warn"; expected "warning".',
    '3 | Found 3; expected "error", "warning", "information", "hint" or "off".',
    '"rule" | There is no key "rule" here; expected "rules".',
    '"gsco" | Found "gsco"; expected "gsoc".',
    '"file" | There is no key "file" here; expected "files".',
    '{ "profile": "gsoc" } | "files" is missing; expected it beside the others.',
    '7 | Found 7; expected an object.',
    '"" | Found ""; expected a glob of at most 200 characters, with every bracket and brace closed, single forward slashes that lead into this folder, and no `!` or `@(…)`.',
    '" " | Found " "; expected a project\'s name.',
    '4 | Found 4; expected a text in quotation marks.',
    '"Betreuer" | Found "Betreuer"; expected a label that description does not have already.',
    '"Was: " | Found "Was: "; expected a label as it can stand before a colon: at most six words, of which the first begins with a letter.',
    '"other" | There is no key "other" here; expected one of description, expectedOutcome, recommendedSkills, size, mentors, upstreamIssue, lfxUrl, technologies, difficulty.',
    '"__proto__" | There is no key "__proto__" here; expected one of rules, profiles, programmes, projects, labels.',
  ])
  assert.deepEqual(readConfig(text, rules).config, {
    rules: { 'mentor-count': 'off' },
    profiles: [{ files: 'a.md', profile: 'gsoc' }],
    programmes: {},
    projects: ['A'],
    labels: { mentors: [], description: ['Betreuer'] },
  })
})

test('projectFile: of a repeated key the last one applies, and the second is reported', () => {
  const text = '{ "projects": ["A"], "projects": ["B"] }'
  assert.deepEqual(reported(text), ['"projects" | The key "projects" stands here twice; expected it once.'])
  assert.deepEqual(readConfig(text, rules).config.projects, ['B'])
  assert.equal(readConfig(text, rules).problems[0]!.span.start, text.lastIndexOf('"projects"'))
})

test('projectFile: a broken text tells its first mistake, and what can be read of it holds', () => {
  const broken = [
    ['{ "rules": { "mentor-email": "off"', ' | A closing brace is missing.'],
    [
      '{ "rules": { "mentor-email": "off" "mentor-count": "hint" } }',
      '"mentor-count" | A comma is missing; expected one between two values.',
    ],
    ['{ "rules": { "mentor-email": "off" } } {}', '{ | Something stands behind the end; expected one value.'],
    ['{ "rules": { "mentor-email": "off" } } /* x', '/* x | A comment has no end.'],
  ] as const
  for (const [text, problem] of broken) {
    assert.deepEqual(reported(text), [problem])
    assert.equal(readConfig(text, rules).config.rules['mentor-email'], 'off')
  }
  assert.deepEqual(reported('{ "rules": { "mentor-email": off } }'), [
    'off | This is no JSON value; expected a text in quotation marks, true or false.',
  ])
  assert.deepEqual(reported('[\n]'), ['[ | Found a list; expected an object.'])
})

test('projectFile: a comment without an end, as it is while it is typed', () => {
  assert.deepEqual(readConfig('[/*', rules).problems, [
    { span: { start: 0, end: 3 }, message: 'Found a list; expected an object.' },
    { span: { start: 1, end: 3 }, message: 'A comment has no end.' },
  ])
})

test('projectFile: no text makes it fail, and every place lies in the text', () => {
  const some = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"rules"',
      '"profiles"',
      '"labels"',
      '"mentors"',
      '"off"',
      '7',
      'null',
      '//',
      '/*',
      '*/',
      '\n',
      ' ',
      '"',
      '\\',
      'é',
    ),
    { maxLength: 40 },
  )
  const check = (text: string): void => {
    for (const { span } of readConfig(text, rules).problems) {
      assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length)
    }
  }
  fc.assert(
    fc.property(some, (parts) => check(parts.join(''))),
    runs(100),
  )
  fc.assert(fc.property(fc.json(), check), runs(100))
  for (const text of ['['.repeat(1e6), '{"a":'.repeat(1e5), `[${'0,'.repeat(1e5)}]`]) check(text)
})

test('readConfig: a deeply nested file is one problem at its start', () => {
  for (const depth of [101, 3000, 100_000])
    for (const text of [
      '['.repeat(depth) + ']'.repeat(depth),
      `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
      '['.repeat(depth),
    ]) {
      const { problems, config } = readConfig(text, rules)
      assert.deepEqual(problems, [{ span: { start: 0, end: 0 }, message: 'The file is nested too deeply to be read.' }])
      assert.deepEqual(config.programmes, {})
    }
})

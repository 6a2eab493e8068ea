import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { emptyProjectConfig } from '../../server/src/config/projectFileSchema.ts'
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
    '"mentor-emial" | Unknown key "mentor-emial". Did you mean "mentor-email"?',
    '"warn" | "warn" is not allowed here; expected "warning".',
    '3 | 3 is not allowed here; expected "error", "warning", "information", "hint" or "off".',
    '"rule" | Unknown key "rule". Did you mean "rules"?',
    '"gsco" | "gsco" is not allowed here; expected "gsoc".',
    '"file" | Unknown key "file". Did you mean "files"?',
    '{ "profile": "gsoc" } | Missing key "files".',
    '7 | 7 is not an object.',
    '"" | "" is not allowed here; expected a glob of at most 200 characters with balanced brackets and single forward slashes, inside this folder, and no `!` or `@(…)`.',
    '" " | " " is not allowed here; expected a project\'s name.',
    '4 | 4 is not a string.',
    '"Betreuer" | "Betreuer" is not allowed here; expected a label that description does not use.',
    '"Was: " | "Was: " is not allowed here; expected a label of at most six words, starting with a letter.',
    '"other" | Unknown key "other"; expected description, expectedOutcome, recommendedSkills, size, mentors, upstreamIssue, lfxUrl, technologies or difficulty.',
    '"__proto__" | Unknown key "__proto__"; expected rules, profiles, programs, projects or labels.',
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
  assert.deepEqual(reported(text), ['"projects" | Duplicate key "projects".'])
  assert.deepEqual(readConfig(text, rules).config.projects, ['B'])
  assert.equal(readConfig(text, rules).problems[0]!.span.start, text.lastIndexOf('"projects"'))
})

test('projectFile: a broken text tells its first mistake, and what can be read of it holds', () => {
  const broken = [
    ['{ "rules": { "mentor-email": "off"', ' | Missing closing brace.'],
    ['{ "rules": { "mentor-email": "off" "mentor-count": "hint" } }', '"mentor-count" | Missing comma between two values.'],
    ['{ "rules": { "mentor-email": "off" } } {}', '{ | Unexpected text after the end.'],
    ['{ "rules": { "mentor-email": "off" } } /* x', '/* x | Unclosed comment.'],
  ] as const
  for (const [text, problem] of broken) {
    assert.deepEqual(reported(text), [problem])
    assert.equal(readConfig(text, rules).config.rules['mentor-email'], 'off')
  }
  assert.deepEqual(reported('{ "rules": { "mentor-email": off } }'), ['off | Invalid JSON value; strings need double quotes.'])
  assert.deepEqual(reported('[\n]'), ['[ | A list is not allowed here; expected an object.'])
})

test('projectFile: a comment without an end, as it is while it is typed', () => {
  assert.deepEqual(readConfig('[/*', rules).problems, [
    { span: { start: 0, end: 3 }, message: 'A list is not allowed here; expected an object.' },
    { span: { start: 1, end: 3 }, message: 'Unclosed comment.' },
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
      assert.deepEqual(problems, [{ span: { start: 0, end: 0 }, message: 'This file is nested too deeply to be read.' }])
      assert.deepEqual(config.programmes, {})
    }
})

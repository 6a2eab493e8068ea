import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { faulty, good, helpersOn, memoryStore, runOn, runWriting } from '../support/cli.ts'
import { germanIdea, headedIdea } from '../support/folderList.ts'
import { runs } from '../support/runs.ts'

const term = 'lfx-mentorship/2026/01-Mar-May'
const paths = [
  `${term}/README.md`,
  `${term}/project_ideas.md`,
  `${term}/selected_projects.md`,
  'summerofcode/2025.md',
  'clocks/1.md',
  'clocks/2.md',
  'clocks/3.md',
  'clocks/4.md',
  'notes.md',
]
const moved = good.replace('ada@example.org', 'ada@example.com').replace('/issues/1', '/issues/2')
const unreadable = '# Nothing\n\nA zero byte: \u0000\n'
const texts = [
  faulty,
  good,
  moved,
  `${good}\n${moved.replace('### Harbor\n\n', '')}`,
  headedIdea({ title: 'Wind' }),
  headedIdea({ title: 'Sand', lacks: ['Skills'] }),
  headedIdea({ title: 'Sund', lacks: ['Possible mentors'] }),
  germanIdea({ title: 'Zeiger' }),
  unreadable,
  `${good}${'> '.repeat(200)}deep\n`,
  '# Notes\n',
]
const configurations = [
  '{ "rules": { "mentor-email": "off", "mentor-identity": "error" } }',
  '{ "labels": { "recommendedSkills": ["What you should know"] }, "rules": { "upstream-url": "hint" } }',
  '{ "profiles": [{ "files": "**/2025.md", "profile": "gsoc" }] }',
  '{ "unknown": 1 }',
]
const commands = [
  ['.'],
  ['--format', 'json', '.'],
  ['clocks/1.md', 'summerofcode'],
  ['notes.md'],
  ['--profile', 'gsoc', '.'],
  ['./lfx-mentorship'],
]

/** What happens to the files between two runs; null deletes one. */
type FileEdit = readonly [path: string, content: ((before: string) => string) | null]

const text = fc.constantFrom(...texts)
const edit: fc.Arbitrary<FileEdit> = fc.oneof(
  // lists of one term that contradict each other
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constantFrom(`${term}/README.md`, `${term}/selected_projects.md`),
      fc.constantFrom(good, moved).map((next) => () => next),
    ),
  },
  fc.tuple(
    fc.constant('notes.md'),
    fc.constantFrom(unreadable, '# Notes\n').map((next) => () => next),
  ),
  fc.tuple(
    fc.constantFrom(...paths),
    text.map((next) => () => next),
  ),
  fc.tuple(
    fc.constantFrom(...paths),
    fc.tuple(fc.nat(600), fc.nat(40), fc.constantFrom('', 'x', '\n', ' (@ada, ada@example.net)', '#### ')).map(
      ([at, removed, added]) =>
        (before: string) =>
          before.slice(0, at) + added + before.slice(at + removed),
    ),
  ),
  fc.tuple(fc.constantFrom(...paths), fc.constant(null)),
  fc.tuple(
    fc.constantFrom('.idea-files.json', 'clocks/.idea-files.json', `${term}/.idea-files.json`),
    fc.option(fc.constantFrom(...configurations).map((next) => () => next)),
  ),
  fc.tuple(fc.constant('clocks/.gitignore'), fc.option(fc.constant(() => '2.md\n'))),
)

function after(files: Readonly<Record<string, string>>, [path, content]: FileEdit): Readonly<Record<string, string>> {
  const { [path]: before = '', ...others } = files
  return content === null ? others : { ...others, [path]: content(before) }
}

const start = {
  [`${term}/README.md`]: good,
  [`${term}/selected_projects.md`]: good,
  'summerofcode/2025.md': faulty,
  'clocks/1.md': headedIdea({ title: 'Wind' }),
  'clocks/2.md': headedIdea({ title: 'Sand', lacks: ['Skills'] }),
}

test('law: check says the same with the results of earlier runs as without', async () => {
  const step = fc.tuple(edit, fc.constantFrom(...commands))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const stored = memoryStore()
      let files: Readonly<Record<string, string>> = start
      await runWriting(files, ['check', '.'], false, stored)
      for (const [change, words] of steps) {
        files = after(files, change)
        const { ran } = await runWriting(files, ['check', ...words], false, stored)
        assert.deepEqual(ran, await runOn(files, ['check', ...words]))
        // what this run has kept is read
        assert.deepEqual((await runWriting(files, ['check', ...words], false, stored)).ran, ran)
      }
    }),
    runs(25),
  )
})

test('law: check says the same with helpers as without, whatever becomes of their results', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { maxLength: 8 }),
      fc.constantFrom(...commands),
      fc.infiniteStream(fc.integer({ min: 0, max: 5 })),
      async (edits, words, chances) => {
        const files = edits.reduce(after, start)
        const isLost = (): boolean => chances.next().value === 0
        const { ran } = await runWriting(files, ['check', ...words], false, null, helpersOn(files, isLost))
        assert.deepEqual(ran, await runOn(files, ['check', ...words]))
      },
    ),
    runs(60),
  )
})

test('law: helpers find what is kept without them, and nothing else', async () => {
  const lines = (texts: ReadonlyMap<string, string>): readonly string[] => [...texts.values()].join('').split('\n').sort()
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 8 }), fc.constantFrom(...commands), async (edits, words) => {
      const files = edits.reduce(after, start)
      const [alone, together] = [memoryStore(), memoryStore()]
      await runWriting(files, ['check', ...words], false, alone)
      await runWriting(files, ['check', ...words], false, together, helpersOn(files))
      assert.deepEqual(lines(together.texts), lines(alone.texts))
    }),
    runs(25),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Files, good, runOn, runWriting } from '../../support/cli.ts'

const path = 'summerofcode/2026.md'
const list = `# GSoC 2026\n\nIdeas close on February 3.\n\n${good}`
const files: Files = { [path]: list, 'summerofcode/2025.md': '# GSoC 2025\n', 'note.md': '# Hello\n' }

test('next: prints the list of the next year, and says on stderr what is to be set', async () => {
  const { code, out, err } = await runOn(files, ['next', path])
  assert.deepEqual([code, out], [0, '# GSoC 2027\n\nIdeas close on TBD.\n'])
  assert.equal(err, 'idea-files: 2027: 0 ideas carried; places to set (TBD) on line 3\n')
})

test('next: a list is printed to the character, also if its lines look like commands of a runner', async () => {
  const text = list.replace('Ideas close', '::: note\n##[Rules](#rules)\n::std::move\n:::\n\nIdeas close')
  const { out } = await runOn({ [path]: text }, ['next', path])
  assert.equal(out, '# GSoC 2027\n\n::: note\n##[Rules](#rules)\n::std::move\n:::\n\nIdeas close on TBD.\n')
})

test('next: carries by a pick, and writes a new file only', async () => {
  const argv = ['next', '--carry', 'Copy what is signed', '--year', '2028', '--out', 'summerofcode/2028.md', path]
  const { ran, written } = await runWriting(files, argv)
  assert.deepEqual([ran.code, ran.out], [0, ''])
  assert.equal(new TextDecoder().decode(written.get('summerofcode/2028.md')), `# GSoC 2028\n\nIdeas close on TBD.\n\n${good}`)
  const again = await runWriting(files, ['next', '--out', 'summerofcode/2025.md', path])
  assert.deepEqual([again.ran.code, again.written.size], [2, 0])
  assert.match(again.ran.err, /summerofcode\/2025\.md: already exists/)
})

test('next: bad input is a sentence, and nothing is written', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['next'], /next: exactly one file is required/],
    [['next', '--year', 'soon', path], /next: --year requires a year such as 2027 \(got "soon"\)/],
    [
      ['next', '--year', '2025', '--out', 'new.md', path],
      /2025 is not after 2026, the year of this list\. Choose a later year\./,
    ],
    [
      ['next', '--carry', 'open', '--carry', 'Nope', '--out', 'new.md', path],
      /This list has no idea titled "open" or "Nope"\. Use the title of one of its ideas\./,
    ],
    [['next', '--out', 'new.md', 'note.md'], /note\.md: not an idea list/],
    [['next', 'gone.md'], /gone\.md: no such file or folder/],
  ]
  for (const [argv, message] of cases) {
    const { ran, written } = await runWriting(files, argv)
    assert.deepEqual([ran.code, ran.out, written.size], [2, '', 0], argv.join(' '))
    assert.match(ran.err, message)
  }
})

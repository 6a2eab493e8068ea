import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutMailFrame } from '../../../server/src/editing/pasted/pastedMail.ts'
import { type PastedIdea, readPastedIdea } from '../../../server/src/editing/pasted/readPastedIdea.ts'

const isLabelled = (line: string): boolean => /^(?:[A-Z]\w+|Upstream issue): /.test(line)
const ofMail = (text: string): string => withoutMailFrame(text, isLabelled)

const idea = `Rule linter

Description: It lints.
Skills: Go
Mentors: Pat Ho (@patho)
Al Rey (@alrey)
`

const read = (text: string): PastedIdea => {
  const found = readPastedIdea(ofMail(text), { isProject: () => false })
  assert.ok(found !== null && found !== 'several')
  return found
}

const valuesOf = ({ fields }: PastedIdea): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(fields.map(({ key, lines }) => [key, lines.map(({ text }) => text)]))

test('pasted mail: greeting, closing words and signature are left out', () => {
  for (const greeting of [
    'Hi all,',
    'Hello everyone!',
    'Dear Ada,',
    'Dear mentors,',
    'Good morning, all,',
    'Hi team',
    'Hallo zusammen,',
  ])
    assert.equal(ofMail(`${greeting}\n\n${idea}`).trim(), idea.trim(), greeting)
  for (const end of [
    'Cheers,\nTom',
    'Best regards\n\nTom Ox\nBig Corp',
    'Thanks!\n',
    'Many thanks in advance,\nTom',
    'Viele Grüße\nTom',
    '-- \nTom Ox, Big Corp\n+49 123\nhttps://bigcorp.example',
    'Cheers,\nTom\n\n--\nTom Ox',
  ])
    assert.equal(ofMail(`${idea}\n${end}\n`).trim(), idea.trim(), end)
})

test('pasted mail: any other text stays as it is', () => {
  for (const text of [
    idea,
    `Hello world operator\n\n${idea}`,
    `Dear diary\n${idea}`,
    `${idea}\nThanks to the people of the last year, who wrote the first one.\n`,
    `${idea}\nThanks\nSize: small\n`,
    `${idea}\nBest\n\nThis is a paragraph of more words than a name has.\n`,
    `Rule linter\n--\n\nDescription: It lints.\nSkills: Go\n`,
    '',
    'Hi all,',
    '--',
  ])
    assert.equal(ofMail(text), text)
})

test('pasted mail: what introduces the idea is not its title', () => {
  const found = read(`Hi all,\n\nhere is an idea\nfor the summer:\n\n${idea}`)
  assert.equal(found.title, 'Rule linter')
  assert.equal(found.project, null)
  assert.deepEqual(valuesOf(found).description, ['here is an idea for the summer:', 'It lints.'])
})

test('pasted mail: of the lines below the mentors an issue is the issue, and prose is no person', () => {
  const issue = 'https://github.com/falcosecurity/falco/issues/9'
  const end = '\nLet me know what you think!\n'
  for (const rest of [`\n${issue}\n${end}`, `${end}\n${issue}\n`, `${issue}\n${end}`, `\n<${issue}>\n${end}\nCheers,\nTom\n`]) {
    const found = valuesOf(read(idea + rest))
    assert.deepEqual(found.mentors, ['Pat Ho (@patho)', 'Al Rey (@alrey)'], rest)
    assert.deepEqual(found.upstreamIssue, [issue], rest)
    assert.deepEqual(found.description, ['It lints.', 'Let me know what you think!'], rest)
  }
  for (const url of [
    'https://gitlab.com/a/b/-/issues/4',
    'https://gitlab.com/a/b/-/merge_requests/4',
    'https://github.com/a/b/pull/4#issuecomment-5',
    'https://issues.apache.org/jira/browse/ABC-12',
    'https://bugzilla.example.org/show_bug.cgi?id=12',
  ])
    assert.deepEqual(valuesOf(read(`${idea}\n${url}\n`)).upstreamIssue, [url])
})

test('pasted mail: in doubt a line below the mentors stays among them, and an address where it is', () => {
  for (const line of ['Jo Lee', 'Li Wei (remote)', 'Ask @jo for more of them.', 'https://github.com/jolee', 'To be announced.'])
    assert.deepEqual(valuesOf(read(`${idea}\n${line}\n`)).mentors?.at(-1), line)
  const named = read(`${idea}Upstream issue: https://github.com/a/b/issues/1\nhttps://github.com/a/b/issues/2\n`)
  assert.equal(valuesOf(named).upstreamIssue?.length, 2)
  const inside = read(idea.replace('It lints.', 'It lints.\nhttps://github.com/a/b/issues/2\nas said there.'))
  assert.equal(valuesOf(inside).upstreamIssue, undefined)
})

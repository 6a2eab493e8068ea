import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knowsProject } from '../../../server/src/catalog/knownProjects.ts'
import { definitions } from '../../../server/src/features/navigation/definitions.ts'
import { linkTargetUri } from '../../../server/src/features/navigation/linkTargetFinder.ts'
import { references } from '../../../server/src/features/navigation/references.ts'
import { prepareRename, rename } from '../../../server/src/features/navigation/rename.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../../server/src/model/types.ts'
import { applyEdits } from '../../../server/src/text/edits.ts'
import { runSteps } from '../../../server/src/text/runSteps.ts'
import { type ListSummary, summarizeList, summarizePage } from '../../../server/src/workspace/listSummary.ts'
import { namedForm } from '../../support/namedForm.ts'

const listText = (link: string): string =>
  `See ${link}.\n\n### Harbor\n\n#### Sign it\n\n- Description: All.\n- Mentor(s):\n  - Ada Fern (@ada-fern, ada@example.org)\n`

const fileAt = (path: string, text: string): IdeaFile => readIdeaFile(text, namedForm(text, { path, knowsProject }))
const summaryAt = (path: string, text: string): ListSummary => {
  const file = fileAt(path, text)
  return file.ideaList ? summarizeList(`file://${path}`, file) : summarizePage(`file://${path}`, text)
}

interface Opened {
  readonly texts: Readonly<Record<string, string>>
  /** The file that is open. */
  readonly path: string
  /** Where the cursor is. */
  readonly at: string
  readonly roots: readonly string[]
}

function workspaceOf({ texts, path, at, roots }: Opened) {
  const file = fileAt(path, texts[path]!)
  const others = Object.entries(texts).flatMap(([each, text]) => (each === path ? [] : [summaryAt(each, text)]))
  const isList = ({ headings }: ListSummary): boolean => headings.length > 0
  const offset = file.text.indexOf(at) + at.length - 1
  const own = summarizeList(`file://${path}`, file)
  return { file, offset, lists: { own, others: others.filter(isList), roots }, pages: others.filter((each) => !isList(each)) }
}

function renamedTo(name: string, opened: Opened): Readonly<Record<string, string>> {
  const { file, offset, lists, pages } = workspaceOf(opened)
  const answer = runSteps(rename(file, { ...lists, pages }, offset, name, (text) => fileAt(opened.path, text)))
  assert.ok(answer !== null && answer.refusal === null)
  return Object.fromEntries(
    answer.changes.map(({ list, edits }) => [list.uri.slice('file://'.length), applyEdits(list.text, edits)]),
  )
}

function definitionsOf(opened: Opened): readonly string[] {
  const { file, offset, lists } = workspaceOf(opened)
  return definitions(file, lists, offset).map((each) => (each.kind === 'list' ? each.list.uri : `file ${each.uri}`))
}

test('links from the root: count from the workspace folder that contains the file', () => {
  const of = (from: string, path: string): string | null =>
    linkTargetUri(from, path, ['file:///repos/fork', 'file:///repos/fork/site/', 'file:///repos/upstream', 'file:///c%3A/w'])
  assert.equal(of('file:///repos/fork/a/b.md', '/programs/2026.md'), 'file:///repos/fork/programs/2026.md')
  assert.equal(of('file:///repos/fork/site/b.md', '/programs/2026.md'), 'file:///repos/fork/site/programs/2026.md')
  assert.equal(of('file:///repos/forks/b.md', '/programs/2026.md'), null)
  assert.equal(of('file:///repos/fork/b.md', '/../upstream/2026.md'), null)
  assert.equal(of('file:///C:/w/b.md', '/x%20y.md'), 'file:///c%3A/w/x%20y.md')
  assert.equal(of('untitled:Untitled-1', '/programs/2026.md'), null)
  assert.equal(of('untitled:Untitled-1', 'programs/2026.md'), null)
})

test('links from the root: a rename in one clone leaves the others alone', () => {
  const path = '/repos/fork/programs/summerofcode/2026.md'
  const page = (clone: string): string => `/repos/${clone}/README.md`
  const text = listText('[it](/programs/summerofcode/2026.md#sign-it)')
  const texts = {
    [path]: text,
    '/repos/upstream/programs/summerofcode/2026.md': text,
    [page('fork')]: '[the idea](/programs/summerofcode/2026.md#sign-it)\n',
    [page('upstream')]: '[the idea](/programs/summerofcode/2026.md#sign-it)\n',
  }
  const roots = ['file:///repos/fork', 'file:///repos/upstream']
  const after = renamedTo('Seal it', { texts, path, at: '#### Sign', roots })
  assert.deepEqual(after, {
    [path]: text.replace('#sign-it', '#seal-it').replace('#### Sign', '#### Seal'),
    [page('fork')]: '[the idea](/programs/summerofcode/2026.md#seal-it)\n',
  })
})

test('links from the root: without a known folder, and into an archive with the same path, they link to nothing else', () => {
  const path = '/w/notes/summerofcode/2024.md'
  const target = '/w/summerofcode/2026.md'
  const archived = '/w/archive/summerofcode/2026.md'
  const texts = {
    [path]: listText('[it](/summerofcode/2026.md#sign-it)'),
    [archived]: listText('nothing'),
    [target]: listText('nothing'),
  }
  const opened = { texts, path, at: '2026.md#sign' }
  assert.deepEqual(definitionsOf({ ...opened, roots: ['file:///w'] }), [`file://${target}`])
  assert.deepEqual(definitionsOf({ ...opened, roots: [] }), [])
  assert.deepEqual(definitionsOf({ ...opened, roots: ['file:///elsewhere'] }), [])
  const { file, offset, lists } = workspaceOf({ texts, path: archived, at: '#### Sign', roots: ['file:///w'] })
  assert.deepEqual(
    runSteps(references(file, lists, offset, false)).map(({ uri }) => uri),
    [],
  )
})

test('links from the root: open a file of the folder that is not a list', () => {
  const texts = { '/w/a/summerofcode/2026.md': listText('[how](/docs/how.md#weigh)') }
  const opened = { texts, path: '/w/a/summerofcode/2026.md', at: 'how.md#we' }
  assert.deepEqual(definitionsOf({ ...opened, roots: ['file:///w/a'] }), ['file file:///w/a/docs/how.md'])
  assert.deepEqual(definitionsOf({ ...opened, roots: [] }), [])
})

test('rename: follows links in other letter case, in the table of contents and in other files', () => {
  const path = '/w/summerofcode/2026.md'
  const text = (title: string, anchors: readonly [string, string]): string =>
    `## Contents\n\n- [Harbor](#Harbor)\n  - [${title}](#${anchors[0]})\n\n${listText(`[${title}](#${anchors[1]}) and [Harbor](#HARBOR)`)}`.replace(
      '#### Sign it',
      `#### ${title}`,
    )
  const texts = { [path]: text('Sign it', ['Sign-it', 'SIGN-IT']), '/w/README.md': '[x](summerofcode/2026.md#Sign-It)\n' }
  assert.deepEqual(renamedTo('Seal it', { texts, path, at: '#### Sign', roots: [] }), {
    [path]: text('Seal it', ['seal-it', 'seal-it']),
    '/w/README.md': '[x](summerofcode/2026.md#seal-it)\n',
  })
  assert.equal(
    prepareRename(
      fileAt(path, texts[path]!),
      workspaceOf({ texts, path, at: '(#SIGN', roots: [] }).lists,
      texts[path]!.indexOf('#SIGN') + 2,
    )?.name,
    'Sign it',
  )
})

test('rename: an anchor that exists in this letter case is not the one of another heading', () => {
  const path = '/w/summerofcode/2026.md'
  // the second `Sign it` has the anchor `sign-it-1`
  const twice = `${listText('[a](#sign-it), [b](#Sign-it-1)')}\n#### Sign it\n\n- Description: More.\n- Mentor(s):\n  - Bo (@bo)\n`
  const after = renamedTo('Seal it', { texts: { [path]: twice }, path, at: '#### Sign', roots: [] })
  assert.match(after[path]!, /^See \[a\]\(#seal-it\), \[b\]\(#sign-it\)\./)
})

test('definitions: an entry without an anchor leads to the heading that it names, and is renamed with it', () => {
  const path = '/w/summerofcode/2026.md'
  const more = '\n#### Copy it\n\n- Description: More.\n- Mentor(s):\n  - Bo (@bo)\n'
  const text = (entry: string, title: string): string =>
    `## Contents\n\n- [Harbor](#harbor)\n  - ${entry}\n  - [Copy it](#copy-it)\n\n${listText('it').replace('Sign it', title)}${more}`
  for (const target of ['(sign-it)', '()', '(#)', '(2026.md#sgn-it)', '[s]']) {
    const texts = { [path]: text(`[Sign it]${target}`, 'Sign it') }
    const { file, offset, lists } = workspaceOf({ texts, path, at: '[Sign', roots: [] })
    const [found] = definitions(file, lists, offset)
    assert.ok(found?.kind === 'list', target)
    assert.equal(file.text.slice(found.whole.start, found.whole.end), '#### Sign it')
    const after = renamedTo('Seal it', { texts, path, at: '#### Sign', roots: [] })
    assert.equal(after[path], text(`[Seal it]${target}`, 'Seal it'))
  }
})

test('rename: link definitions in items and quotes, with the target on the next line', () => {
  const path = '/w/summerofcode/2026.md'
  const page = (anchor: string): string =>
    `- See [it][a], [it][b].\n\n  [a]: summerofcode/2026.md#${anchor}\n\n> [b]:\n> <summerofcode/2026.md#${anchor}> "It"\n\n[c]:\n  summerofcode/2026.md#${anchor}\n`
  const code = '\n```\n[d]: summerofcode/2026.md#sign-it\n```\n'
  const texts = { [path]: listText('it'), '/w/README.md': page('sign-it') + code }
  assert.equal(renamedTo('Seal it', { texts, path, at: '#### Sign', roots: [] })['/w/README.md'], page('seal-it') + code)
})

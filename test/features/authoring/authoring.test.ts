import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choicesFor } from '../../../server/src/features/authoring/choices.ts'
import { planNewMentor } from '../../../server/src/features/authoring/newMentor.ts'
import { planSortProjects } from '../../../server/src/features/authoring/planSortProjects.ts'
import { planSyncToc } from '../../../server/src/features/authoring/planSyncToc.ts'
import { plainSnippetText, snippetText } from '../../../server/src/features/authoring/snippet.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import type { NewPerson } from '../../../server/src/protocol/protocol.ts'
import { withCursor } from '../../support/cursor.ts'
import { boldParagraphs, readForeign } from '../../support/foreignLists.ts'
import { list } from '../../support/list.ts'
import { leftAlone, opened, refusal, withSnippet } from '../../support/plans.ts'

const crlf = (text: string): string => text.replaceAll('\n', '\r\n')

/** The whole text after a new mentor, the snippet in its own syntax, in LF and in CRLF. */
function checkNewMentor(marked: string, after: string, path?: string): void {
  for (const ends of [(text: string) => text, crlf]) {
    const { file, offset } = opened(ends(marked), path)
    assert.equal(withSnippet(file.text, planNewMentor(file, offset)), ends(after))
  }
}

test('authoring: a new mentor is inserted after the others of the idea, in the format of the list', () => {
  const bo = '  - Bo Reed (@bo-reed, bo@example.org)\n'
  for (const place of [
    'Sailors $0asked',
    '#### $0Show the tide',
    'Ada $0Fern',
    '$0- Upstream Issue (URL): https://github.com/harbor-light/harbor/issues/12',
  ]) {
    checkNewMentor(withCursor(list, place), list.replace(bo, `${bo}  - \${1:Name} (@\${2:handle}, \${3:email})$0\n`))
  }
})

test('authoring: the first mentor of an idea is its primary one, and a field that is not there comes with it', () => {
  const di = '\n  - Cy Moss (@cy-moss, cy@example.org) - primary\n  - Di Holm (@di-holm, di@example.org)'
  const entry = `\n  - \${1:Jane Doe} (@\${2:jane-doe}, \${3:jane@example.com}) - primary$0`
  const none = list.replace(di, '')
  checkNewMentor(withCursor(none, 'Logs of $0a hundred'), list.replace(di, entry))
  const without = list.replace(`- Mentor(s):${di}\n`, '')
  checkNewMentor(withCursor(without, 'Logs of $0a hundred'), list.replace(di, entry))
})

test('authoring: on a line of several the next one is on that line, too', () => {
  const old =
    '# Ideas\n\n#### Harbor\n\n##### Resume\n\n* **Description:** Go on.\n* **Mentors:** Ada Example (@ada), Ben Example (@ben)\n* **Issue:** none\n'
  checkNewMentor(
    withCursor(old, 'Go $0on'),
    old.replace('(@ben)', `(@ben), \${1:Name} (@\${2:handle})$0`),
    'programs/summerofcode/2019.md',
  )
})

test('authoring: a known mentor is inserted whole, a new one with tab stops for what is not known', () => {
  const bo = '  - Bo Reed (@bo-reed, bo@example.org)\n'
  const { file, offset } = opened(withCursor(list, 'Ada $0Fern'))
  const added = (person: NewPerson): string => withSnippet(file.text, planNewMentor(file, offset, person))
  const after = (entry: string): string => list.replace(bo, () => `${bo}  - ${entry}$0\n`)
  assert.equal(
    added({ name: 'Cy $ Moss', handle: 'cy-moss', email: 'cy@example.org' }),
    after('Cy \\$ Moss (@cy-moss, cy@example.org)'),
  )
  assert.equal(added({ name: 'Cy Moss', handle: 'cy-moss' }), after(`Cy Moss (@cy-moss, \${1:email})`))
  assert.equal(added({ name: 'Zed Pond' }), after(`Zed Pond (@\${1:handle}, \${2:email})`))
})

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: snippets
test('authoring: what is typed as a new mentor is read, and only what is missing is to be filled in', () => {
  const bo = '  - Bo Reed (@bo-reed, bo@example.org)\n'
  const { file, offset } = opened(withCursor(list, 'Ada $0Fern'))
  const added = (name: string): string => withSnippet(file.text, planNewMentor(file, offset, { name }))
  for (const [typed, entry] of [
    ['Zed Young (@zed, zed@x.org)', 'Zed Young (@zed, zed@x.org)'],
    ['Zed Young @zed zed@x.org', 'Zed Young (@zed, zed@x.org)'],
    ['Zed Young, zed, zed@x.org', 'Zed Young (@zed, zed@x.org)'],
    ['Zed Young @zed', 'Zed Young (@zed, ${1:email})'],
    ['Zed Young (https://github.com/zed)', 'Zed Young (@zed, ${1:email})'],
    ['Zed Young <zed@x.org>', 'Zed Young (@${1:handle}, zed@x.org)'],
    ['@zed', '${1:Name} (@zed, ${2:email})'],
    ['zed@x.org', '${1:Name} (@${2:handle}, zed@x.org)'],
    ['Zed', 'Zed (@${1:handle}, ${2:email})'],
    ['Zed Young (@zed, zed@x.org) - primary', 'Zed Young (@zed, zed@x.org) - primary'],
    ['Zed Young, Red Hat (@zed)', 'Zed Young (@zed, ${1:email}) - Red Hat'],
    ['Young, Zed (@zed)', 'Young, Zed (@zed, ${1:email})'],
  ] as const) {
    assert.equal(
      added(typed),
      list.replace(bo, () => `${bo}  - ${entry}$0\n`),
      typed,
    )
  }
  for (const typed of ['Zed Young (@zed), Cy Moss', 'Zed Young and Cy Moss'])
    assert.match(refusal(planNewMentor(file, offset, { name: typed })), / names several people\. Add one at a time\.$/)
})
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: snippets

test('authoring: an address that is typed stays where the list asks for none', () => {
  const old =
    '# Ideas\n\n#### Harbor\n\n##### Resume\n\n* **Description:** Go on.\n* **Mentors:** Ada Example (@ada), Ben Example (@ben)\n* **Issue:** none\n'
  const { file, offset } = opened(withCursor(old, 'Go $0on'), 'programs/summerofcode/2019.md')
  const added = withSnippet(file.text, planNewMentor(file, offset, { name: 'Zed Young @zed zed@x.org' }))
  assert.equal(added, old.replace('(@ben)', '(@ben), Zed Young (@zed, zed@x.org)$0'))
})

test('authoring: outside ideas no mentor can be added', () => {
  const { file } = opened(list)
  assert.match(refusal(planNewMentor(file, 0)), /^Place the cursor in the idea that needs a mentor\.$/)
  assert.match(refusal(planNewMentor(opened('# Notes\n').file, 0)), /^This file is not an idea list/)
})

const halves = (text: string): readonly [string, string] => [
  text.slice(text.indexOf('### Harbor'), text.indexOf('### Jaeger')),
  text.slice(text.indexOf('### Jaeger'), text.indexOf('## How')),
]

test('authoring: projects are sorted with everything below them, and their entries with them', () => {
  const [harbor, jaeger] = halves(list)
  const rows = [
    '- [Harbor](#harbor)\n  - [Show the tide](#show-the-tide)\n  - [Read old logs](#read-old-logs)\n',
    '- [Jaeger](#jaeger)\n  - [Ring the bell 🔔](#ring-the-bell-)\n',
  ]
  const turned = list.replace(harbor + jaeger, () => jaeger + harbor).replace(rows.join(''), () => rows.toReversed().join(''))
  for (const ends of [(text: string) => text, crlf]) {
    const { file, read } = opened(ends(turned))
    assert.equal(leftAlone(file.text, planSortProjects(file, read)), ends(list))
  }
  const { file, read } = opened(list)
  assert.equal(refusal(planSortProjects(file, read)), 'The projects are already in alphabetical order.')
})

test('authoring: a stale table is sorted and not filled up', () => {
  const [harbor, jaeger] = halves(list)
  const stale = list.replace(harbor + jaeger, () => jaeger + harbor).replace('  - [Read old logs](#read-old-logs)\n', '')
  const { file, read } = opened(stale)
  assert.equal(leftAlone(stale, planSortProjects(file, read)), list.replace('  - [Read old logs](#read-old-logs)\n', ''))
})

test('authoring: the table is brought in step by command, and refused in a sentence where there is nothing to do', () => {
  const stale = list.replace('[Show the tide](#show-the-tide)', '[Show it](#show-the-tide)').replace('- [Jaeger](#jaeger)\n', '')
  assert.equal(leftAlone(stale, planSyncToc(opened(stale, 'programs/summerofcode/2026.md').file)), list)
  assert.equal(refusal(planSyncToc(opened(list).file)), 'The table of contents is already up to date.')
  // a table that no problem asks for, with some of the ideas
  const some = boldParagraphs.replace(
    '## Ideas',
    '## Contents\n\n- [Turn the lamp faster](#turn-the-lamp-faster)\n- [Count the ships](#count-the-ships)\n\n## Ideas',
  )
  assert.match(
    leftAlone(some, planSyncToc(readForeign(some))),
    /\n- \[Turn the lamp faster\].*\n- \[Count the ships\].*\n- \[Paint the stairs\].*\n\n## Ideas/,
  )
  assert.equal(
    refusal(planSyncToc(opened(list.replace(/## Table[\s\S]*?## Template/, '## Template')).file)),
    'This list has no table of contents. Use the quick fix for toc-missing to add one.',
  )
  const marked = (table: string): string =>
    list.replace(/## Table[\s\S]*?## Template/, () => `<!-- TOC -->\n${table}<!-- TOC -->\n\n## Template`)
  const table = /^(?: *- \[.*\n)+/m.exec(list)![0]
  assert.equal(leftAlone(marked(''), planSyncToc(opened(marked('')).file)), marked(table), 'marks that wait for a table')
  const gone = list.replace('- [Jaeger](#jaeger)\n', '- [Gone](#gone)\n- [Jaeger](#jaeger)\n')
  assert.match(refusal(planSyncToc(opened(gone).file)), /, but 1 entry has no matching heading\./)
})

test('authoring: a snippet says what its text is, whatever that holds', () => {
  const odd = `\\ $1 \${x} } 'a' | , $`
  assert.equal(snippetText([odd]), `\\\\ \\$1 \\\${x\\} \\} 'a' | , \\$$0`)
  const choice = { choices: ['a, b', 'c|d\\'] } as const
  assert.equal(snippetText([{ stop: '}' }, choice, { stop: '' }]), `\${1:\\}}\${2|a\\, b,c\\|d\\\\|}\${3}$0`)
  assert.equal(plainSnippetText([odd, { stop: '}' }, choice]), `${odd}}a, b`)
})

test('authoring: a text that is no beginning of a list leaves the programme to the user, the path’s being likely', () => {
  const path = 'lfx-mentorship/2026/03-Sep-Nov/project_ideas.md'
  const programmeIn = (text: string) => {
    const { profile, likelyProfile, issueForm } = choicesFor(readIdeaFile(text, { path, knowsProject: () => false }))
    assert.equal(issueForm, true)
    return [profile, likelyProfile]
  }
  assert.deepEqual(programmeIn(''), ['lfx-proposal', 'lfx-proposal'])
  assert.deepEqual(programmeIn('\ufeff# LFX 2026\n\n## Ideas\n'), ['lfx-proposal', 'lfx-proposal'])
  assert.deepEqual(programmeIn('# LFX\n\nProposals have moved to [issues](https://example.org).\n'), [null, 'lfx-proposal'])
})

test('authoring: proposals go by an issue form where the programme of the path has one', () => {
  const hasForm = (path: string) => choicesFor(readIdeaFile('', { path, knowsProject: () => false })).issueForm
  assert.equal(hasForm('lfx-mentorship/2025/03-Sep-Nov/project_ideas.md'), false)
  assert.equal(hasForm('lfx-mentorship/2026/03-Sep-Nov/README.md'), false)
  assert.equal(hasForm('summerofcode/2026.md'), false)
  assert.equal(hasForm('notes.md'), false)
})

test('authoring: what there is to choose from names every project once', () => {
  const { known, here } = choicesFor(opened(list).file)
  assert.equal(new Set(known.map(({ name }) => name)).size, known.length)
  assert.ok(known.length > 200 && known.every(({ maturity }) => maturity !== ''))
  assert.deepEqual(
    here.map(({ name }) => name),
    ['Harbor', 'Jaeger'],
  )
})

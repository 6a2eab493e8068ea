import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planSortProjects } from '../../../server/src/features/authoring/planSortProjects.ts'
import { planSyncToc } from '../../../server/src/features/authoring/planSyncToc.ts'
import { boldParagraphs, readForeign } from '../../support/foreignLists.ts'
import { leftAlone, opened, refusal } from '../../support/plans.ts'

const path = 'programs/summerofcode/2022.md'

type Projects = readonly (readonly [name: string, ...ideas: string[]])[]

const listOf = (rows: string, projects: Projects): string => {
  const idea = (title: string): string => `##### ${title}\n\n- Description: It should.\n- Mentor(s): Ada Fern (@ada)\n\n`
  const body = projects.map(([name, ...ideas]) => `#### ${name}\n\n${ideas.map(idea).join('')}`).join('')
  return `## Ideas\n\n<!-- TOC -->\n${rows}<!-- TOC -->\n\n${body}`
}

/** The table that a sync on request makes of one, in LF and CRLF; nothing else changes. */
function checkSync(what: string, projects: Projects, before: string, after: string): void {
  test(`syncToc: a table on request: ${what}`, () => {
    for (const end of ['\n', '\r\n']) {
      const text = listOf(before, projects).replaceAll('\n', end)
      assert.equal(leftAlone(text, planSyncToc(opened(text, path).file)), listOf(after, projects).replaceAll('\n', end))
    }
  })
}

checkSync(
  'the entry of a renamed idea follows it, and is not left next to a new one',
  [
    ['Harbor', 'Sign what is copied', 'Undo'],
    ['Jaeger', 'Trace'],
  ],
  '* [Harbor](#harbor)\n  * [Sign copies](#sign-copies)\n  * [Undo](#undo)\n* [Jaeger](#jaeger)\n  * [Trace](#trace)\n',
  '* [Harbor](#harbor)\n  * [Sign what is copied](#sign-what-is-copied)\n  * [Undo](#undo)\n* [Jaeger](#jaeger)\n  * [Trace](#trace)\n',
)
checkSync(
  'so does that of a project, with those of its ideas',
  [
    ['Harbor', 'Sign'],
    ['Jaeger', 'Trace'],
  ],
  '* [Harbour](#harbour)\n  * [Sign](#sign)\n* [Jaeger](#jaeger)\n  * [Trace](#trace)\n',
  '* [Harbor](#harbor)\n  * [Sign](#sign)\n* [Jaeger](#jaeger)\n  * [Trace](#trace)\n',
)
checkSync(
  'if it is unknown which of two ideas was renamed, both entries stay',
  [
    ['Harbor', 'Sign'],
    ['Jaeger', 'Trace'],
  ],
  '* [Harbor](#harbor)\n  * [Copy](#copy)\n  * [Seal](#seal)\n* [Jaeger](#jaeger)\n  * [Trace](#trace)\n',
  '* [Harbor](#harbor)\n  * [Sign](#sign)\n  * [Copy](#copy)\n  * [Seal](#seal)\n* [Jaeger](#jaeger)\n  * [Trace](#trace)\n',
)
checkSync(
  'an entry for nothing that is new stays, too',
  [
    ['Harbor', 'Sign'],
    ['Jaeger', 'Trace', 'Undo'],
  ],
  '* [Harbor](#harbor)\n  * [Sign](#sign)\n  * [Gone](#gone)\n* [Jaeger](#jaeger)\n  * [Trace](#trace)\n',
  '* [Harbor](#harbor)\n  * [Sign](#sign)\n  * [Gone](#gone)\n* [Jaeger](#jaeger)\n  * [Trace](#trace)\n  * [Undo](#undo)\n',
)

test('syncToc: sorting also adds the project of a listed idea, and no other entry', () => {
  const rows = '* [Jaeger](#jaeger)\n  * [Trace](#trace)\n  * [Sign](#sign)\n* [Cilium](#cilium)\n'
  const text = listOf(rows, [
    ['Jaeger', 'Trace'],
    ['Harbor', 'Sign', 'Undo'],
    ['Cilium', 'Look'],
  ])
  const { file, read } = opened(text, path)
  assert.equal(
    leftAlone(text, planSortProjects(file, read)),
    listOf('* [Cilium](#cilium)\n* [Harbor](#harbor)\n  * [Sign](#sign)\n* [Jaeger](#jaeger)\n  * [Trace](#trace)\n', [
      ['Cilium', 'Look'],
      ['Harbor', 'Sign', 'Undo'],
      ['Jaeger', 'Trace'],
    ]),
  )
})

test('syncToc: a table of ideas alone gets no project by sorting', () => {
  const text = listOf('* [Trace](#trace)\n* [Sign](#sign)\n', [
    ['Jaeger', 'Trace'],
    ['Harbor', 'Sign', 'Undo'],
  ])
  const { file, read } = opened(text, path)
  assert.match(
    leftAlone(text, planSortProjects(file, read)),
    /<!-- TOC -->\n\* \[Sign\]\(#sign\)\n\* \[Trace\]\(#trace\)\n<!-- TOC -->/,
  )
})

test('syncToc: a list without a recognized table is told how to get one, and no quick fix that no problem has', () => {
  const links = '- [Turn the lamp faster](#turn-the-lamp-faster)\n- [Count the ships](#count-the-ships)\n'
  const before = (table: string): string =>
    boldParagraphs.replace('## Ideas\n', () => `Write to the list.\n\n${table}\n## Ideas\n`)
  for (const text of [boldParagraphs, before(links)]) {
    const said = refusal(planSyncToc(readForeign(text)))
    assert.doesNotMatch(said, /toc-missing/)
    assert.match(said, /<!-- TOC -->/)
  }
  const whole = `${links}- [Paint the stairs](#paint-the-stairs)\n`
  const marked = (rows: string): string => before(`<!-- TOC -->\n${rows}<!-- TOC -->\n`)
  const updated = (rows: string): string => leftAlone(marked(rows), planSyncToc(readForeign(marked(rows))))
  assert.equal(updated(whole.replace('Count the ships', 'Count ships')), marked(whole), 'as it is told')
  for (const row of whole.trim().split('\n')) assert.ok(updated('').includes(row), row)
})

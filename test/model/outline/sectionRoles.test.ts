import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outline, read } from '../../support/idea.ts'

const fields = '\n- Description: text\n- Mentor(s): Ann Lee (@ann)\n- Issue: https://github.com/a/b/issues/1\n\n'
const idea = (level: number, title: string): string => `${'#'.repeat(level)} ${title}\n${fields}`

test('sectionRoles: ideas are at the most common level of headings with fields, projects one above', () => {
  const file = read(`# List\n\n## Kubernetes\n\n${idea(3, 'One')}${idea(3, 'Two')}## Envoy\n\n${idea(3, 'Three')}`)
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['One', 'Two']],
    ['Envoy', ['Three']],
  ])
  assert.deepEqual([file.projectLevel, file.ideaLevel], [2, 3])
})

test('sectionRoles: headings before the first project and after the last idea are no projects', () => {
  const file = read(`### Timeline\n\n### Mentors\n\ntext\n\n### Kubernetes\n\n${idea(4, 'One')}### Old lists\n\ntext\n`)
  assert.deepEqual(outline(file), [['Kubernetes', ['One']]])
})

test('sectionRoles: a project without an idea counts between others', () => {
  const file = read(`### Kubernetes\n\n${idea(4, 'One')}### Jaeger\n\n### Envoy\n\n${idea(4, 'Two')}`)
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['One']],
    ['Jaeger', []],
    ['Envoy', ['Two']],
  ])
})

test('sectionRoles: setext headings count', () => {
  const file = read(`Kubernetes\n==========\n\nOne\n---\n${fields}Two\n---\n${fields}`)
  assert.deepEqual(outline(file), [['Kubernetes', ['One', 'Two']]])
})

test('sectionRoles: an idea at project level is one when it is named like one', () => {
  const file = read(
    `### Kubernetes\n\n${idea(4, 'One')}${idea(3, 'Support many more jobs in the cluster')}### Jaeger\n\n${idea(4, 'Two')}${idea(4, 'Three')}`,
  )
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['One', 'Support many more jobs in the cluster']],
    ['Jaeger', ['Two', 'Three']],
  ])
})

test('sectionRoles: a long heading at project level with nothing under it is an idea', () => {
  const file = read(
    `### Kubernetes\n\n${idea(4, 'One')}### Support many more jobs in the cluster\n\n### Jaeger\n\n${idea(4, 'Two')}`,
  )
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['One', 'Support many more jobs in the cluster']],
    ['Jaeger', ['Two']],
  ])
})

test('sectionRoles: fields under a project heading are an idea without a title', () => {
  const file = read(`### Kubernetes\n\n${idea(4, 'One')}### Jaeger\n${fields}### Envoy\n\n${idea(4, 'Two')}${idea(4, 'Three')}`)
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['One']],
    ['Jaeger', [null]],
    ['Envoy', ['Two', 'Three']],
  ])
})

test('sectionRoles: a level between project and idea is allowed', () => {
  const file = read(`## Kubernetes\n\n### SIG CLI\n\n${idea(4, 'One')}### SIG Docs\n\n${idea(4, 'Two')}`)
  assert.deepEqual(
    outline(file).flatMap(([, ideas]) => ideas),
    ['One', 'Two'],
  )
  const mixed = read(`## Kubernetes\n\n${idea(3, 'One')}${idea(3, 'Two')}### SIG CLI\n\n${idea(4, 'Three')}`)
  assert.deepEqual(outline(mixed), [['Kubernetes', ['One', 'Two', 'Three']]])
})

test('sectionRoles: deeper headings belong to the idea above them', () => {
  const file = read(
    `## Kubernetes\n\n### One\n\n- Description: text\n- Mentors: Ann (@ann)\n\n#### Details\n\n- Recommended Skills: Go\n\n${idea(3, 'Two')}`,
  )
  assert.deepEqual(outline(file), [['Kubernetes', ['One', 'Two']]])
  assert.deepEqual(
    file.projects[0]!.ideas[0]!.idea.fields.map(({ key }) => key),
    ['description', 'mentors', 'recommendedSkills'],
  )
})

test('sectionRoles: an idea that was just begun at the end of the list is one', () => {
  const file = read(`### Kubernetes\n\n${idea(4, 'One')}#### \n`)
  assert.deepEqual(outline(file), [['Kubernetes', ['One']]])
  assert.deepEqual(outline(read(`### Kubernetes\n\n${idea(4, 'One')}#### Another\n`)), [['Kubernetes', ['One', 'Another']]])
})

test('sectionRoles: ideas under no project go by the heading above them', () => {
  assert.deepEqual(outline(read(`# Our ideas\n\n${idea(2, 'One')}${idea(2, 'Two')}`)), [['Our ideas', ['One', 'Two']]])
  assert.deepEqual(outline(read(`${idea(2, 'One')}${idea(2, 'Two')}`)), [['', ['One', 'Two']]])
})

const template =
  '## Template\n\n```\n### Project\n\n#### Title\n\n- Description:\n- Mentor(s):\n  - Jane Roe (@jane, jane@example.org)\n- Upstream Issue:\n```\n\n## Ideas\n\n'

test("sectionRoles: the template's levels go before the commonest ones", () => {
  const file = read(
    `${template}### Kubernetes\n\n${idea(3, 'Support more jobs in it now')}${idea(3, 'Support other jobs in it now')}### Jaeger\n\n${idea(4, 'Three')}`,
  )
  assert.deepEqual([file.projectLevel, file.ideaLevel], [3, 4])
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['Support more jobs in it now', 'Support other jobs in it now']],
    ['Jaeger', ['Three']],
  ])
})

test('sectionRoles: a template alone makes a list without ideas', () => {
  const file = read(template)
  assert.equal(file.ideaList, true)
  assert.deepEqual(file.projects, [])
  assert.deepEqual(
    file.template.fields.map(({ label }) => label),
    ['Description', 'Mentor(s)', 'Upstream Issue'],
  )
})

test('sectionRoles: a known project a level off is one where an idea follows it', () => {
  const expected = [
    ['Envoy', ['One']],
    ['Harbor', ['Two']],
    ['Jaeger', ['Three']],
  ]
  for (const level of [1, 2, 4]) {
    const harbor = `${'#'.repeat(level)} Harbor\n\n`
    assert.deepEqual(
      outline(read(`### Envoy\n\n${idea(4, 'One')}${harbor}${idea(4, 'Two')}### Jaeger\n\n${idea(4, 'Three')}`)),
      expected,
      harbor,
    )
  }
})

test('sectionRoles: a short unknown heading with fields at project level is an idea where the projects are known ones', () => {
  const list = (project: string): string => `### ${project}\n\n${idea(4, 'One')}${idea(3, 'Auto-Update')}${idea(4, 'Two')}`
  assert.deepEqual(outline(read(list('Kubernetes'))), [['Kubernetes', ['One', 'Auto-Update', 'Two']]])
  assert.deepEqual(outline(read(list('Quux'))), [
    ['Quux', ['One']],
    ['Auto-Update', [null, 'Two']],
  ])
})

test('sectionRoles: the heading of a list names no project, and fields right under it are an idea without a title', () => {
  assert.deepEqual(
    read(`# GSoC ideas of 2030\n\n${idea(2, 'One')}${idea(2, 'Two')}`).projects.map(({ heading }) => heading),
    [null],
  )
  assert.deepEqual(outline(read(`## Ideas\n${fields}### Kubernetes\n\n${idea(4, 'One')}${idea(4, 'Two')}`)), [
    ['', [null]],
    ['Kubernetes', ['One', 'Two']],
  ])
})

test('sectionRoles: instructions among projects are no project, nor are fields that explain what to write an idea', () => {
  const file = read(
    `## Guidelines\n${fields}### Kubernetes\n\n${idea(4, 'One')}### Mentors\n\ntext\n\n### Jaeger\n\n${idea(4, 'Two')}`,
  )
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['One']],
    ['Jaeger', ['Two']],
  ])
})

test('sectionRoles: a heading without text is no project, and what is below it belongs to no other', () => {
  const list = (between: string): string => `## Argo\n\n${idea(3, 'One')}${between}## Envoy\n\n${idea(3, 'Two')}`
  const plain = [
    ['Argo', ['One']],
    ['Envoy', ['Two']],
  ]
  for (const between of ['## \n\n', '##\n\n', '## <!-- ours -->\n\n', '## \n\nText.\n\n'])
    assert.deepEqual(outline(read(list(between))), plain, between)
  assert.deepEqual(outline(read(list(`## \n\n${idea(3, 'Begun')}`))), [plain[0], ['', ['Begun']], plain[1]])
})

const doubtfulTitles = [
  ...['How to scale Argo', 'Overview', 'FAQ', 'Communication', 'Introduction', 'Process', 'Notes', 'Template', 'Contents'],
  ...['Timeline', 'Project timeline', 'Application process', 'Accepted projects'],
]

test('sectionRoles: an idea is one whatever it is called, first, last or alone', () => {
  for (const title of doubtfulTitles) {
    const [argo, envoy] = [`## Argo\n\n${idea(3, title)}`, `## Envoy\n\n${idea(3, 'One')}`]
    assert.deepEqual(outline(read(`# Ideas\n\n${argo}${envoy}`)), [
      ['Argo', [title]],
      ['Envoy', ['One']],
    ])
    assert.deepEqual(outline(read(`# Ideas\n\n${envoy}${argo}`)), [
      ['Envoy', ['One']],
      ['Argo', [title]],
    ])
    assert.deepEqual(outline(read(`# Ideas\n\n${argo}`)), [['Argo', [title]]])
    const own = template.replace('### Project\n\n#### Title', '## Project\n\n### Title').replace('## Template', '# Template')
    assert.deepEqual(outline(read(`${own}${argo}`)), [['Argo', [title]]], own)
  }
})

test('sectionRoles: a template that no fence surrounds, or a form that is filled in to show how, is not an idea', () => {
  for (const title of ['Template', 'Guidelines', 'How to add an idea'])
    assert.deepEqual(outline(read(`# GSoC\n\n### ${title}\n${fields}## Argo\n\n${idea(3, 'One')}`)), [['Argo', ['One']]])
})

test('sectionRoles: known projects before the first idea with fields belong to the list where their ideas are begun', () => {
  const begun = '#### None yet\n\n### Helm\n\n#### Labels in prose\n\n**Description**\n\ntext\n\n**Mentors**\n\nAnn (@ann)\n\n'
  const file = read(`## Ideas\n\n### Harbor\n\n${begun}### Kubernetes\n\n${idea(4, 'One')}### Jaeger\n\n${idea(4, 'Two')}`)
  assert.deepEqual(outline(file), [
    ['Harbor', ['None yet']],
    ['Helm', ['Labels in prose']],
    ['Kubernetes', ['One']],
    ['Jaeger', ['Two']],
  ])
})

test('sectionRoles: a description of projects before the first idea is not an idea', () => {
  const prose = '### Harbor\n\n### Helm\n\n#### Who we are\n\nAll of us.\n\n### Somebody\n\n#### None\n\n'
  const file = read(`## Ideas\n\n${prose}### Kubernetes\n\n${idea(4, 'One')}### Jaeger\n\n${idea(4, 'Two')}`)
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['One']],
    ['Jaeger', ['Two']],
  ])
})

const rest = '- Recommended Skills: Go\n- Mentor(s): Ann (@ann)\n- Upstream Issue: https://github.com/a/b/issues/1\n'

test('sectionRoles: an idea whose fields go on under deeper headings is one idea', () => {
  const split = (title: string): string => `### ${title}\n\n- Description: text\n\n#### Details\n\n${rest}\n`
  assert.deepEqual(outline(read(`# Ideas\n\n## Kubernetes\n\n${split('Faster GC')}${split('More')}`)), [
    ['Kubernetes', ['Faster GC', 'More']],
  ])
})

test('sectionRoles: a project that describes itself keeps its ideas apart', () => {
  const ideas = `### One\n\n${rest}\n### Two\n\n${rest}\n`
  const found = outline(read(`# Ideas\n\n## Kubernetes\n\n- Description: a project\n\n${ideas}`)).flatMap(([, titles]) => titles)
  assert.deepEqual(found.slice(-2), ['One', 'Two'])
})

test('sectionRoles: first tasks below an idea are none, though they have an issue and skills', () => {
  const tasks = '#### First tasks\n\n- Task: try it\n- Issue: https://github.com/a/b/issues/77\n- Recommended Skills: none\n\n'
  const whole = (title: string): string => `### ${title}\n\n- Description: text\n${rest}\n`
  const file = read(`# Ideas\n\n## Argo\n\n${whole('One')}${tasks}## Dapr\n\n${whole('Two')}`)
  assert.deepEqual(outline(file), [
    ['Argo', ['One']],
    ['Dapr', ['Two']],
  ])
  const { idea } = file.projects[0]!.ideas[0]!
  assert.deepEqual(
    [idea.upstream.map(({ url }) => url), idea.skills.map(({ name }) => name)],
    [['https://github.com/a/b/issues/1'], ['Go']],
  )
})

const ownTemplate = [
  '## Template',
  '',
  '```',
  '### CNCF Project Name',
  '',
  '#### Example Title',
  '',
  '- Description:',
  '- Mentor(s):',
  '  - Jane Doe (@jane-github, jane@email.address)',
  '```',
  '',
].join('\n')

const ideasBelow = (text: string, template = ownTemplate): readonly (readonly [string, readonly (string | null)[]])[] => {
  const lf = outline(read(`# Summer\n\n${template}\n${text}`))
  assert.deepEqual(outline(read(`# Summer\n\n${template}\n${text}`.replaceAll('\n', '\r\n'))), lf)
  return lf
}

test('sectionRoles: below a template the first idea counts from its first field', () => {
  const first = '## Ideas\n\n### Harbor\n\n#### Sign it\n\n'
  assert.deepEqual(ideasBelow(`${first}- Description: It should.\n`), [['Harbor', ['Sign it']]])
  assert.deepEqual(ideasBelow(`${first}**Mentors:** Ada\n`), [['Harbor', ['Sign it']]])
  assert.deepEqual(ideasBelow(`${first}- \n`), [['Harbor', ['Sign it']]])
  assert.deepEqual(ideasBelow(first), [['Harbor', ['Sign it']]])
  assert.deepEqual(ideasBelow(`${first}- Description: x\n\n#### Copy it\n\n- Mentors: Ada\n`), [
    ['Harbor', ['Sign it', 'Copy it']],
  ])
})

test('sectionRoles: such an idea before complete ones counts too', () => {
  const complete = '### Orchard\n\n#### Copy it\n\n- Description: x\n- Mentors: Ada\n'
  assert.deepEqual(ideasBelow(`## Ideas\n\n### Quux\n\n#### Sign it\n\n- Description: x\n\n${complete}`), [
    ['Quux', ['Sign it']],
    ['Orchard', ['Copy it']],
  ])
})

test('sectionRoles: one field makes no idea at another level, under instructions, in no project, or without a template', () => {
  assert.deepEqual(ideasBelow('### Harbor\n\n##### Sign it\n\n- Description: x\n'), [])
  assert.deepEqual(ideasBelow('### Harbor\n\n#### Timeline\n\n- Description: x\n'), [])
  assert.deepEqual(ideasBelow('### How to apply\n\n#### Write it\n\n- Description: x\n'), [])
  assert.deepEqual(ideasBelow('## Ideas\n\n#### Sign it\n\n- Description: x\n'), [])
  assert.deepEqual(ideasBelow('### Harbor\n\n#### Sign it\n\n- Description: x\n', ''), [])
  assert.deepEqual(ideasBelow('### Harbor\n\n#### Sign it\n\nProse.\n'), [])
})

/** An idea at the level of projects whose fields are headings at the level of ideas. */
const ideaOfHeadings = (labels: readonly string[]): string =>
  `${idea(4, 'Sign what is copied')}### Resume broken transfers at the edge\n\n${labels.map((label) => `#### ${label}\n\nAnn Lee (@ann)\n\n`).join('')}`

test('sectionRoles: headings in a row that are labels of different fields are an idea, whatever their level is', () => {
  const labels = ['Description', 'Expected Outcome', 'Mentor(s)', 'Upstream Issue:']
  const file = read(`## GSoC\n\n### Harbor\n\n${ideaOfHeadings(labels)}`)
  const all = file.projects.flatMap(({ ideas }) => ideas.map((placed) => placed.idea))
  assert.deepEqual(
    all.map(({ heading, fields }) => [heading?.text, fields.length]),
    [
      ['Sign what is copied', 3],
      ['Resume broken transfers at the edge', 4],
    ],
  )
  assert.deepEqual(
    all[1]!.mentors.map(({ handle }) => handle),
    ['ann'],
  )
})

test('sectionRoles: two headings with words of labels may be ideas', () =>
  assert.deepEqual(outline(read(`## GSoC\n\n### Harbor\n\n${idea(4, 'Skills')}${idea(4, 'Description')}`)), [
    ['Harbor', ['Skills', 'Description']],
  ]))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redactAddresses } from '../../server/src/publishing/addresses.ts'
import { ideaFeed } from '../../server/src/publishing/feed.ts'
import { markdownHtml } from '../../server/src/publishing/markdownHtml.ts'
import { type PublishingOptions, publishedIdeas } from '../../server/src/publishing/publishedIdeas.ts'
import { sitePage } from '../../server/src/publishing/sitePage.ts'
import { exportedFile } from '../../server/src/report/exportedFile.ts'
import { read } from '../support/checkRule.ts'
import { readForeign } from '../support/foreignLists.ts'

const list = `# Ideas

### Harbor

#### Sign images <b>while</b> copying
Write to ada@example.org before you start.

- Description: Signatures get lost. Ask [Ada](mailto:ada@example.org) or <ben@example.org>.
  - first step <script>alert(1)</script>
- Expected Outcome: Copies keep their signatures.
- Recommended Skills: golang, k8s
- Expected project size: medium (~175 hour projects)
- Mentors:
  - Ada Example (@ada-example, ada@example.org) - primary
  - Ben Example (@ben-example)
- Upstream Issue: https://github.com/goharbor/harbor/issues/12
`
const path = 'summerofcode/2026.md'
const report = { files: [exportedFile(path, read(list, path))] }
const options: PublishingOptions = { withEmail: false, urlOf: (each) => `https://example.org/${each}` }
const permission = { kind: 'nonce', nonce: 'abc' } as const

test('publishedIdeas: an idea that two lists of a term have is there once, as it was accepted', () => {
  const term = 'lfx-mentorship/2026/01-Mar-May'
  const proposed =
    list.replaceAll('#### Sign', '#### Sign ') + list.slice(list.indexOf('#### Sign')).replace('Sign images', 'Lose images')
  const url = 'https://mentorship.lfx.linuxfoundation.org/project/8f6b2c14-9a7d-4e3b-b1c5-2d7e9f0a4b61'
  const accepted = `${list}- LFX URL: ${url}\n`
  const lists = [
    [`${term}/project_ideas.md`, proposed],
    [`${term}/README.md`, accepted],
    ['summerofcode/2026.md', list],
  ] as const
  const found = publishedIdeas({ files: lists.map(([each, text]) => exportedFile(each, read(text, each))) }, options)
  assert.deepEqual(
    found.map(({ id, lfxUrl }) => [id.split('#')[0], id.includes('lose'), lfxUrl]),
    [
      [`${term}/project_ideas.md`, true, null],
      [`${term}/README.md`, false, url],
      ['summerofcode/2026.md', false, null],
    ],
  )
})

test('publishedIdeas: an idea with its place, usual names of skills, and texts', () => {
  const [idea, ...others] = publishedIdeas(report, options)
  assert.equal(others.length, 0)
  assert.ok(idea)
  const { id, title, project, list: name, year, url, size, skills, mentors, upstream } = idea
  assert.deepEqual(
    { id, title, project, name, year, url, size, upstream },
    {
      id: 'summerofcode/2026.md#sign-images-while-copying',
      title: 'Sign images while copying',
      project: 'Harbor',
      name: 'GSoC 2026',
      year: 2026,
      url: 'https://example.org/summerofcode/2026.md#sign-images-while-copying',
      size: 'medium',
      upstream: ['https://github.com/goharbor/harbor/issues/12'],
    },
  )
  assert.deepEqual(
    skills.map((skill) => skill.name),
    ['Go', 'Kubernetes'],
  )
  assert.deepEqual(mentors, [
    { name: 'Ada Example', handle: 'ada-example', email: null },
    { name: 'Ben Example', handle: 'ben-example', email: null },
  ])
  assert.deepEqual(
    idea.texts.map(({ label }) => label),
    ['', 'Description', 'Expected Outcome', 'Recommended Skills'],
  )
  assert.equal(idea.texts[1]!.markdown.split('\n')[1], '- first step <script>alert(1)</script>')
})

test('publishedIdeas: equal titles get ids of their own', () => {
  const twice = report.files.map(({ projects, ...file }) => ({
    ...file,
    projects: projects.map(({ ideas, ...project }) => ({ ...project, ideas: [...ideas, ...ideas] })),
  }))
  assert.deepEqual(
    publishedIdeas({ files: twice }, options).map(({ id }) => id),
    [`${path}#sign-images-while-copying`, `${path}#sign-images-while-copying-2`],
  )
})

test('redactAddresses: addresses in all forms', () => {
  const forms = [
    'ada@example.org',
    '<ada@example.org>',
    '[write](mailto:ada@example.org)',
    '[write]( <mailto:ada@example.org> "now")',
    'mailto:ada.b+c@sub.example.co.uk',
    'ada&#64;example.org',
    'ada&#x40;example.org',
    'ada&commat;example.org',
    'https://example.org/?to=ada%40example.org',
    'ada＠example.org',
  ]
  for (const form of forms) assert.doesNotMatch(redactAddresses(`a ${form} b`), /example\.(?:org|co\.uk)(?!\/)/, form)
  assert.equal(redactAddresses('[Ada](mailto:ada@example.org) and @ada'), 'Ada and @ada')
  assert.equal(redactAddresses('ask ada@example.org.'), 'ask (address left out).')
})

test('no address is published without the option, and with it they are', () => {
  const without = publishedIdeas(report, options)
  for (const text of [sitePage({ title: 'Ideas', ideas: without, permission }), JSON.stringify(ideaFeed('Ideas', without))]) {
    assert.doesNotMatch(text, /@example\.org/)
  }
  const withEmail = publishedIdeas(report, { ...options, withEmail: true })
  for (const text of [sitePage({ title: 'Ideas', ideas: withEmail, permission }), JSON.stringify(ideaFeed('Ideas', withEmail))]) {
    assert.match(text, /ada@example\.org/)
  }
})

test('markdownHtml: nothing loads or runs', () => {
  assert.equal(markdownHtml('<img src=x onerror=alert(1)>a'), '<p><em>[Picture]</em>a</p>')
  assert.doesNotMatch(markdownHtml('[a](javascript:alert(1)) <a href="javascript:alert(1)">b</a>'), /javascript/)
  assert.equal(markdownHtml('- [x] done\n- [ ] open'), '<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>')
})

test('sitePage: every idea once, and nothing from elsewhere', () => {
  const page = sitePage({ title: 'Ideas & more', ideas: publishedIdeas(report, options), permission })
  assert.equal(page.split('<article ').length, 2)
  assert.match(page, /<title>Ideas &#38; more<\/title>/)
  assert.match(page, /<a href="https:\/\/github.com\/ada-example">Ada Example<\/a>/)
  assert.doesNotMatch(page, /<script>alert|<link|<img|@import|src=/)
  assert.equal(page.match(/<script/g)?.length, 1)
})

test('ideaFeed: an item as JSON Feed 1.1 asks for it', () => {
  const { version, items } = ideaFeed('Ideas', publishedIdeas(report, options))
  assert.equal(version, 'https://jsonfeed.org/version/1.1')
  const { content_html: html, _idea: idea, ...item } = items[0]!
  assert.deepEqual(item, {
    id: 'summerofcode/2026.md#sign-images-while-copying',
    url: 'https://example.org/summerofcode/2026.md#sign-images-while-copying',
    external_url: 'https://github.com/goharbor/harbor/issues/12',
    title: 'Sign images while copying (Harbor)',
    tags: ['Go', 'Kubernetes'],
    authors: [
      { name: 'Ada Example', url: 'https://github.com/ada-example' },
      { name: 'Ben Example', url: 'https://github.com/ben-example' },
    ],
  })
  assert.match(html, /<h4>Description<\/h4>/)
  assert.equal(idea.size, 'medium')
})

test('sitePage: the search knows the list and each mentor, and a project is one choice however it is written', () => {
  const other = (project: string, year: number) => {
    const at = `summerofcode/${year}.md`
    return exportedFile(at, read(list.replace('### Harbor', `### ${project}`), at))
  }
  const files = [other('Containerd', 2024), other('containerd', 2025), other('containerd', 2026), other('Jaeger', 2026)]
  const html = sitePage({ title: 'Ideas', ideas: publishedIdeas({ files }, options), permission })
  assert.match(html, /data-aliases="[^"]*GSoC 2024"/)
  assert.match(html, /Ada Example<\/a><\/li>\n<li>/)
  assert.deepEqual(
    Array.from(html.match(/<select name="project">.*?<\/select>/)![0].matchAll(/<option>([^<]*)/g), ([, name]) => name),
    ['containerd', 'Jaeger'],
  )
  assert.equal(html.match(/data-project="\[&#34;containerd&#34;\]"/g)?.length, 3)
})

test('sitePage: an idea with front matter shows its fields as others do, and its title once', () => {
  const text =
    '---\ntitle: Turn the lamp\nlayout: idea\nproject_skills: [C++, Rust]\nmentors: [Mia Stone]\ndifficulty: "hard"\n---\n\n# Turn the lamp\n\nIt is slow.\n'
  const files = [exportedFile('ideas/lamp.md', readForeign(text, 'ideas/lamp.md'))]
  const page = sitePage({ title: 'Ideas', ideas: publishedIdeas({ files }, options), permission })
  assert.equal(page.match(/Turn the lamp/g)?.length, 1)
  assert.match(page, /<h4>Project skills<\/h4>\n<p>C\+\+, Rust<\/p>/)
  assert.match(page, /<p>It is slow\.<\/p>/)
  assert.match(page, /<li>Difficulty: hard<\/li>\n<li>C\+\+<\/li>\n<li>Rust<\/li>/)
  assert.doesNotMatch(page, /layout|---|\[C/)
})

/** What can be chosen in a filter of the page, in its order. */
const choicesOf = (html: string, filter: string): readonly string[] =>
  Array.from(
    (new RegExp(`<select name="${filter}">.*?</select>`).exec(html)?.[0] ?? '').matchAll(/<option>([^<]*)/g),
    ([, name]) => name!,
  )

const lampIdea = (title: string, size: string, difficulty: string): string =>
  `## ${title}\n\n**Description:** Slowly.\n\n**Mentors:** Mia Stone (@miast)\n\n**Size:** ${size}\n\n**Difficulty:** ${difficulty}\n\n`

test('sitePage: values that differ in letter case only are one choice, and so are a size and its hours', () => {
  const text = `# Harbor lights\n\n${[
    ['350 hours', 'Hard'],
    ['large', 'hard'],
    ['Large (350h)', '**Hard**'],
    ['small (90h)', 'easy'],
    ['90 hours', 'EASY.'],
    ['12 weeks', 'easy'],
  ]
    .map(([size, difficulty], index) => lampIdea(`Lamp ${index}`, size!, difficulty!))
    .join('')}`
  const files = [exportedFile('docs/lamps.md', readForeign(text, 'docs/lamps.md'))]
  const html = sitePage({ title: 'Ideas', ideas: publishedIdeas({ files }, options), permission })
  assert.deepEqual(choicesOf(html, 'difficulty'), ['Easy', 'Hard'])
  assert.deepEqual(choicesOf(html, 'size'), ['12 weeks', 'large', 'small'])
  assert.equal(html.match(/data-size="\[&#34;large&#34;\]" data-difficulty="\[&#34;Hard&#34;\]"/g)?.length, 3)
  assert.equal(html.match(/<li>Size: large \(350 hours\)<\/li>/g)?.length, 1)
})

test('sitePage: sizes in hours stay so if no idea has a word', () => {
  const text = `# Harbor lights\n\n${lampIdea('Lamp', '350 hours', 'easy')}${lampIdea('Bell', '90 hours', 'easy')}`
  const files = [exportedFile('docs/lamps.md', readForeign(text, 'docs/lamps.md'))]
  const html = sitePage({ title: 'Ideas', ideas: publishedIdeas({ files }, options), permission })
  assert.deepEqual(choicesOf(html, 'size'), ['90 hours', '350 hours'])
})

test('sitePage: the search knows the handles of mentors', () => {
  const html = sitePage({ title: 'Ideas', ideas: publishedIdeas(report, options), permission })
  assert.match(html, /data-aliases="[^"]*\bada-example ben-example\b/)
})

test('sitePage: thousands are written as Overview writes them', () => {
  const [idea] = publishedIdeas(report, options)
  const html = sitePage({ title: 'Ideas', ideas: Array.from({ length: 2370 }, () => idea!), permission })
  assert.match(html, />2,370 ideas of 1 list</)
})

test('sitePage: an own list has its title, and two lists that are called the same are two', () => {
  const own = (path: string): ReturnType<typeof exportedFile> =>
    exportedFile(
      path,
      readForeign(`# Harbor lights\n\n${lampIdea('Lamp', '90 hours', 'easy')}${lampIdea('Bell', '90 hours', 'easy')}`, path),
    )
  const files = [
    own('harbor/2026.md'),
    own('a/ideas.md'),
    own('b/ideas.md'),
    exportedFile('orgd/summerofcode/2026.md', read(list, 'orgd/summerofcode/2026.md')),
    exportedFile('orge/summerofcode/2026.md', read(list, 'orge/summerofcode/2026.md')),
  ]
  const html = sitePage({ title: 'Ideas', ideas: publishedIdeas({ files }, options), permission })
  const names = [
    'GSoC 2026 (orgd/summerofcode/2026.md)',
    'GSoC 2026 (orge/summerofcode/2026.md)',
    'Harbor lights (2026)',
    'Harbor lights (a/ideas.md)',
    'Harbor lights (b/ideas.md)',
  ]
  assert.deepEqual(choicesOf(html, 'term'), names)
  assert.deepEqual(Array.from(html.matchAll(/<h2 [^>]*>([^<]*)/g), ([, name]) => name!).toSorted(), names)
  assert.equal(html.split('<article ').length - 1, 8)
})

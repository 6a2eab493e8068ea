import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { feedSchema } from '../../server/src/publishing/feedSchema.ts'
import { exportReportSchema } from '../../server/src/report/schema.ts'
import { escapeHtml } from '../../server/src/text/escapeHtml.ts'
import { runOn } from '../support/cli.ts'

const out = mkdtempSync(join(tmpdir(), 'idea-files-site-'))
after(() => rmSync(out, { recursive: true, force: true }))

const corpus = resolve(process.env.IDEA_FILES_CORPUS ?? '../shared/corpus')
const run = (...words: readonly string[]): string => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/cli.js', ...words], { encoding: 'utf8', maxBuffer: 1e9 })
  assert.equal(status, 0, stderr)
  return stdout
}

/** Any address, also one that a text disguises as an entity. */
const address = /[\w.+-]+(?:@|&#0*64;|&#x0*40;)[\w-]+\.[\w.-]+/

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

for (const folder of ['examples', corpus]) {
  test(`everyIdea: ${folder === corpus ? 'real lists' : folder}: each idea once on the page and in the feed, and no address`, {
    skip: !existsSync(folder) && 'the lists are not there',
  }, () => {
    const { files } = exportReportSchema.parse(JSON.parse(run('export', folder)))
    const ideas = files.flatMap(({ projects }) => projects.flatMap((project) => project.ideas.map((idea) => ({ idea, project }))))
    assert.ok(ideas.length > 10)
    run('site', '--out', join(out, folder === corpus ? 'corpus' : 'examples'), folder)
    const page = readFileSync(join(out, folder === corpus ? 'corpus' : 'examples', 'index.html'), 'utf8')
    const { items } = feedSchema.parse(JSON.parse(run('export', '--format', 'feed', folder)))
    const articles = page.split('<article ').slice(1)
    assert.equal(articles.length, ideas.length)
    assert.equal(items.length, ideas.length)
    assert.equal(new Set(items.map(({ id }) => id)).size, ideas.length)
    for (const [index, { idea, project }] of ideas.entries()) {
      const [article, item] = [articles[index]!, items[index]!]
      const title = oneLine(idea.title ?? '')
      if (!title.includes('@')) assert.ok(item.title.startsWith(title) && article.includes(escapeHtml(title)), title)
      assert.ok(article.includes(escapeHtml(oneLine(project.name))), title)
      assert.equal(item._idea.project, oneLine(project.name))
      for (const { name, handle } of idea.mentors) {
        const shown = name ?? (handle === null ? '' : `@${handle}`)
        if (!/.@/.test(shown)) assert.ok(article.includes(escapeHtml(oneLine(shown))), `${title}: ${shown}`)
        // what cannot be a handle has no profile
        if (handle !== null && /^[a-z\d]+$/i.test(handle)) {
          assert.ok(article.includes(`https://github.com/${handle}"`), `${title}: ${handle}`)
        }
      }
      assert.deepEqual(
        item._idea.mentors.flatMap(({ handle }) => handle ?? []),
        idea.mentors.flatMap(({ handle }) => handle ?? []),
      )
      assert.ok(item._idea.mentors.every(({ email }) => email === null))
      const readable = `${article} ${JSON.stringify(item)}`.replace(/https?:\/\/[^\s"'<>]+/g, '')
      assert.doesNotMatch(readable, address, title)
    }
  })
}

test('everyIdea: the feed keeps the rules of JSON Feed 1.1', () => {
  const feed: Readonly<Record<string, unknown>> = JSON.parse(run('export', '--format', 'feed', 'examples'))
  // https://www.jsonfeed.org/version/1.1/
  const keysOf = (value: object): readonly string[] => Object.keys(value).filter((key) => !key.startsWith('_'))
  const isUrl = (value: unknown): boolean => value === undefined || (typeof value === 'string' && /^https?:\/\//.test(value))
  const topKeys =
    'version title home_page_url feed_url description user_comment next_url icon favicon authors language expired hubs items'
  assert.deepEqual(
    keysOf(feed).filter((key) => !topKeys.split(' ').includes(key)),
    [],
  )
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1')
  assert.equal(typeof feed.title, 'string')
  assert.ok(Array.isArray(feed.items))
  const itemKeys =
    'id url external_url title content_html content_text summary image banner_image date_published date_modified authors tags language attachments'
  for (const item of feed.items) {
    assert.deepEqual(
      keysOf(item).filter((key) => !itemKeys.split(' ').includes(key)),
      [],
    )
    assert.ok(typeof item.id === 'string' && item.id !== '')
    assert.ok(typeof item.content_html === 'string' || typeof item.content_text === 'string')
    assert.ok(isUrl(item.url) && isUrl(item.external_url), item.id)
    for (const tag of item.tags ?? []) assert.equal(typeof tag, 'string')
    for (const author of item.authors ?? []) {
      assert.ok(keysOf(author).some((key) => ['name', 'url', 'avatar'].includes(key)))
      assert.ok(isUrl(author.url))
    }
    // an extension is an object
    for (const [key, value] of Object.entries(item)) if (key.startsWith('_')) assert.equal(typeof value, 'object')
  }
})

const exported = JSON.stringify({
  programs: [
    {
      cncf_project: 'Harbor',
      program_name_short: 'Sign copies',
      description: 'Sign.',
      technologies: 'Go',
      skills: 'Go',
      mentors: [{ name: 'Ada Example', github_handle: 'ada', email: 'ada@example.org', lfid: 'ada', role: 'primary' }],
      upstream_issue_url: 'https://github.com/goharbor/harbor/issues/1',
      lfx_url: 'https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001',
      term: '2025 Term 3 (Sep-Nov)',
    },
  ],
})

test('everyIdea: an export of LFX programs is read as a list', async () => {
  const { out: text, err } = await runOn({ 'lfx-export.json': exported }, ['export', 'lfx-export.json'])
  assert.equal(err, '')
  const [file] = exportReportSchema.parse(JSON.parse(text)).files
  assert.deepEqual([file?.path, file?.term, file?.year], ['lfx-export.json', 'LFX 2025 Term 3', 2025])
  assert.equal(file?.projects[0]?.ideas[0]?.title, 'Sign copies')
  const { out: table } = await runOn({ 'lfx-export.json': exported }, ['report', '--table', 'programs', 'lfx-export.json'])
  assert.match(table, /^\| \[Sign copies\]\(https:\/\/mentorship\.lfx\S+\) \| \[Ada Example\]\(https:\/\/github\.com\/ada\) \|$/m)
})

test('everyIdea: an export that cannot be read is an error', async () => {
  const { code, err } = await runOn({ 'lfx-export.json': '{}' }, ['report', '--table', 'programs', 'lfx-export.json'])
  assert.equal(code, 2)
  assert.match(err, /^idea-files: lfx-export\.json: an export of another version/)
})

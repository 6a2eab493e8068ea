import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uriPath } from '../../server/src/workspace/uris.ts'
import { listOf, MemoryFiles, MemoryWorkspace, uriOf } from '../support/memoryFiles.ts'

const gsoc = (year: number): string => `/w/programs/summerofcode/${year}.md`

test('workspace: loads the lists of a folder, the newest programme first, and no other Markdown', async () => {
  const memory = new MemoryWorkspace({
    [gsoc(2024)]: listOf('Sign copies'),
    [gsoc(2025)]: listOf('Copy signs', 'Sign signs'),
    '/w/programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md': listOf('Mirror'),
    '/w/notes/ideas.md': listOf('Anything'),
    '/w/README.md': '# A repository\n\nMentors are welcome.\n',
    '/w/src/main.ts': listOf('No Markdown'),
  })
  await memory.load('/w')
  assert.deepEqual(memory.shown, [
    '/w/programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md: Mirror',
    '/w/programs/summerofcode/2025.md: Copy signs, Sign signs',
    '/w/programs/summerofcode/2024.md: Sign copies',
    '/w/notes/ideas.md: Anything',
  ])
  assert.equal(memory.workspace.lists(), memory.workspace.lists())
})

test('workspace: nothing is read before there are folders', () => {
  const memory = new MemoryWorkspace({ [gsoc(2024)]: listOf('Sign copies') })
  memory.workspace.filesChanged([{ uri: uriOf(gsoc(2024)), deleted: false }])
  assert.deepEqual([memory.shown, memory.files.listed, memory.files.read], [[], [], []])
})

test('workspace: follows files that are made, changed, deleted and renamed', async () => {
  const memory = new MemoryWorkspace({ '/w/a.md': listOf('One'), '/w/b.md': listOf('Two') })
  await memory.load('/w')
  await memory.write({ '/w/c.md': listOf('Three') })
  assert.deepEqual(memory.shown, ['/w/a.md: One', '/w/b.md: Two', '/w/c.md: Three'])
  await memory.write({ '/w/a.md': listOf('One', 'More'), '/w/b.md': null })
  assert.deepEqual(memory.shown, ['/w/a.md: One, More', '/w/c.md: Three'])
  await memory.write({ '/w/a.md': null, '/w/z.md': listOf('One', 'More') })
  assert.deepEqual(memory.shown, ['/w/c.md: Three', '/w/z.md: One, More'])
  await memory.write({ '/w/c.md': '# No list any more\n' })
  assert.deepEqual(memory.shown, ['/w/z.md: One, More'])
  assert.deepEqual(memory.changes.slice(-2), [
    [null, '/w/z.md'],
    ['/w/c.md', null],
  ])
})

test('workspace: a file that was touched without a change stays the same object and notifies no listener', async () => {
  const memory = new MemoryWorkspace({ '/w/a.md': listOf('One') })
  await memory.load('/w')
  const before = memory.workspace.lists()
  const reported = memory.changes.length
  await memory.write({ '/w/a.md': listOf('One') })
  assert.equal(memory.workspace.lists(), before)
  assert.equal(memory.changes.length, reported)
})

test('workspace: follows a folder that is renamed, deleted or created without events for its files', async () => {
  const memory = new MemoryWorkspace({ '/w/old/deep/a.md': listOf('One'), '/w/b.md': listOf('Two') })
  await memory.load('/w')
  memory.put({ '/w/old/deep/a.md': null, '/w/new/deep/a.md': listOf('One') })
  memory.workspace.filesChanged([
    { uri: uriOf('/w/old'), deleted: true },
    { uri: uriOf('/w/new'), deleted: false },
  ])
  await memory.workspace.whenLoaded()
  assert.deepEqual(memory.shown, ['/w/b.md: Two', '/w/new/deep/a.md: One'])
})

test('workspace: what is open holds, saved or not; what is closed is read again', async () => {
  const memory = new MemoryWorkspace({ '/w/a.md': listOf('On disk'), '/w/b.md': listOf('Two') })
  await memory.load('/w')
  memory.open('/w/a.md', listOf('Open'))
  memory.open('/elsewhere/c.md', listOf('From elsewhere'))
  assert.deepEqual(memory.shown, ['/elsewhere/c.md: From elsewhere', '/w/a.md: Open', '/w/b.md: Two'])
  await memory.write({ '/w/a.md': listOf('Changed on disk') })
  assert.deepEqual(memory.shown, ['/elsewhere/c.md: From elsewhere', '/w/a.md: Open', '/w/b.md: Two'])
  memory.open('/w/a.md', '# All gone\n')
  assert.deepEqual(memory.shown, ['/elsewhere/c.md: From elsewhere', '/w/b.md: Two'])
  await memory.close('/w/a.md')
  await memory.close('/elsewhere/c.md')
  assert.deepEqual(memory.shown, ['/w/a.md: Changed on disk', '/w/b.md: Two'])
})

test('workspace: a document that is open before the folder is loaded is not read from disk', async () => {
  const memory = new MemoryWorkspace({ '/w/a.md': listOf('On disk') })
  memory.open('/w/a.md', listOf('Open'))
  await memory.load('/w')
  assert.deepEqual([memory.shown, memory.files.read], [['/w/a.md: Open'], []])
})

test('workspace: a list that is deleted while it loads leaves nothing', async () => {
  const memory = new MemoryWorkspace({ '/w/a.md': listOf('One'), '/w/b.md': listOf('Two') })
  let pauses = 0
  memory.pause = async () => {
    // the text is read by now, and no step of it is taken
    if (++pauses !== 1) return
    memory.put({ '/w/a.md': null })
    memory.workspace.filesChanged([{ uri: uriOf('/w/a.md'), deleted: true }])
  }
  await memory.load('/w')
  assert.ok(memory.files.read.includes('/w/a.md'))
  assert.deepEqual(memory.shown, ['/w/b.md: Two'])
})

test('workspace: a list that changes while it loads is what it became', async () => {
  const memory = new MemoryWorkspace({ '/w/a.md': listOf('Before') })
  let pauses = 0
  memory.pause = async () => {
    if (++pauses === 1) void memory.write({ '/w/a.md': listOf('After') })
  }
  await memory.load('/w')
  assert.deepEqual(memory.shown, ['/w/a.md: After'])
})

test('workspace: what cannot be read is said once and does not hinder the rest; when it can be, it is there', async () => {
  const memory = new MemoryWorkspace({
    '/w/a.md': new Error('it may not be read'),
    '/w/b.md': listOf('Two'),
    '/w/c.md': `${listOf('Huge')}${'x'.repeat(4 * 1024 * 1024)}`,
  })
  await memory.load('/w')
  memory.workspace.reload()
  await memory.workspace.whenLoaded()
  assert.deepEqual(memory.shown, ['/w/b.md: Two'])
  const left = memory.said.filter((message) => message.startsWith('Skipped '))
  assert.deepEqual(left, [
    'Skipped memory://host/w/a.md: it may not be read',
    `Skipped memory://host/w/c.md: it has ${4 * 1024 * 1024 + listOf('Huge').length} bytes`,
  ])
  await memory.write({ '/w/a.md': listOf('One') })
  assert.deepEqual(memory.shown, ['/w/a.md: One', '/w/b.md: Two'])
  await memory.write({ '/w/a.md': new Error('it may not be read') })
  assert.deepEqual(memory.shown, ['/w/b.md: Two'])
})

test('workspace: an unreadable folder is reported, and the others are loaded', async () => {
  const memory = new MemoryWorkspace({ '/w/a.md': listOf('One') })
  await memory.load('/unreachable', '/missing', '/w')
  assert.deepEqual(memory.shown, ['/w/a.md: One'])
  assert.match(memory.said.join('\n'), /unreachable: cannot read this folder, so its lists are not compared/)
  assert.match(memory.said.join('\n'), /Skipped .*missing: there is no such folder/)
})

test('workspace: several folders: one that goes takes its lists along, one that comes brings its own', async () => {
  const memory = new MemoryWorkspace({ '/v/a.md': listOf('One'), '/w/b.md': listOf('Two'), '/x/c.md': listOf('Three') })
  await memory.load('/v', '/w')
  assert.deepEqual(memory.shown, ['/v/a.md: One', '/w/b.md: Two'])
  await memory.load('/w', '/x')
  assert.deepEqual(memory.shown, ['/w/b.md: Two', '/x/c.md: Three'])
  await memory.load()
  assert.deepEqual(memory.shown, [])
})

test('workspace: a folder inside another one: nothing is there twice, and what both hold stays when one goes', async () => {
  const memory = new MemoryWorkspace({ '/w/in/a.md': listOf('One'), '/w/b.md': listOf('Two') })
  await memory.load('/w', '/w/in')
  assert.deepEqual(memory.shown, ['/w/b.md: Two', '/w/in/a.md: One'])
  await memory.load('/w/in')
  assert.deepEqual(memory.shown, ['/w/in/a.md: One'])
  await memory.load('/w', '/w/in')
  await memory.load('/w')
  assert.deepEqual(memory.shown, ['/w/b.md: Two', '/w/in/a.md: One'])
})

test('workspace: a folder that is opened itself is read though the one around it leaves it out', async () => {
  const memory = new MemoryWorkspace({ '/w/node_modules/p/a.md': listOf('One'), '/w/b.md': listOf('Two') })
  await memory.load('/w', '/w/node_modules/p')
  assert.deepEqual(memory.shown, ['/w/b.md: Two', '/w/node_modules/p/a.md: One'])
  memory.workspace.reload()
  await memory.workspace.whenLoaded()
  assert.deepEqual(memory.shown, ['/w/b.md: Two', '/w/node_modules/p/a.md: One'])
})

test('workspace: spaces, umlauts and punctuation in names, however a client encodes them', async () => {
  const path = '/w/Prüfung (neu)/lfx-mentorship/2026/01 März & Mai/project_ideas.md'
  const memory = new MemoryWorkspace({ [path]: listOf('One') })
  await memory.load('/w')
  assert.deepEqual(memory.shown, [`${path}: One`])
  assert.equal(memory.workspace.lists()[0]!.programme.label, 'LFX 2026 01 März & Mai')
  memory.put({ [path]: listOf('Two') })
  memory.workspace.filesChanged([{ uri: encodeURI(`memory://host${path}`), deleted: false }])
  await memory.workspace.whenLoaded()
  assert.deepEqual(memory.shown, [`${path}: Two`])
})

test('workspace: two lists with the same headings are two lists', async () => {
  const memory = new MemoryWorkspace({ '/w/a.md': listOf('Same'), '/w/b.md': listOf('Same') })
  await memory.load('/w')
  assert.deepEqual(memory.shown, ['/w/a.md: Same', '/w/b.md: Same'])
})

test('workspace: a project file holds for lists on disk, half typed too', async () => {
  const spanish = listOf('Una').replaceAll('Mentor(s):', 'Encargados:').replaceAll('Description:', 'Qué es:')
  const memory = new MemoryWorkspace({ '/w/a.md': spanish, '/w/b.md': listOf('Two') })
  await memory.load('/w')
  assert.deepEqual(memory.shown, ['/w/b.md: Two'])
  const two = memory.workspace.lists()[0]
  memory.put({ '/w/.idea-files.json': '{ "labels": { "mentors": ["Encargados"], "description": ["Qué es"] } }' })
  memory.workspace.reload()
  await memory.workspace.whenLoaded()
  assert.deepEqual(memory.shown, ['/w/a.md: Una', '/w/b.md: Two'])
  memory.put({ '/w/.idea-files.json': '{ "labels": { "men' })
  memory.workspace.reload()
  await memory.workspace.whenLoaded()
  assert.deepEqual(memory.shown, ['/w/b.md: Two'])
  assert.ok(two)
})

test('workspace: 100,000 other files are not read, and a few folders are asked for what they hold', async () => {
  const others = Array.from({ length: 100_000 }, (_, index) => [`/w/data/${index}.txt`, ''] as const)
  const memory = new MemoryWorkspace(new MemoryFiles({ '/w/a.md': listOf('One'), ...Object.fromEntries(others) }))
  await memory.load('/w')
  assert.deepEqual(memory.shown, ['/w/a.md: One'])
  assert.deepEqual([memory.files.listed, memory.files.read], [['/w', '/w/data'], ['/w/a.md']])
})

test('workspace: other Markdown that may link to a heading is known by name, on disk and open, for as long as it is none of the lists', async () => {
  const link = 'See [it](programs/summerofcode/2025.md#sign-copies).\n'
  const memory = new MemoryWorkspace({
    [gsoc(2025)]: `${link}\n${listOf('Sign copies')}`,
    '/w/README.md': link,
    '/w/docs/a.md': link,
    '/w/docs/b.md': 'See [the file](../programs/summerofcode/2025.md) and [above](#a).\n',
    '/w/node_modules/a.md': link,
    '/w/drafts/a.md': link,
    '/w/.gitignore': 'drafts\n',
  })
  const pages = (): readonly string[] => memory.workspace.pages().map(uriPath).sort()
  await memory.load('/w')
  assert.deepEqual(pages(), ['/w/README.md', '/w/docs/a.md'])
  memory.open('/w/docs/b.md', 'A link is being typed.\n')
  memory.open('/w/README.md', listOf('A list by now'))
  assert.deepEqual(pages(), ['/w/docs/a.md', '/w/docs/b.md'])
  await memory.close('/w/docs/b.md')
  await memory.close('/w/README.md')
  assert.deepEqual(pages(), ['/w/README.md', '/w/docs/a.md'])
  await memory.write({ '/w/README.md': listOf('One more'), '/w/docs/a.md': null, '/w/docs/b.md': link })
  assert.deepEqual(pages(), ['/w/docs/b.md'])
  memory.put({ '/w/docs/b.md': null })
  memory.workspace.filesChanged([{ uri: uriOf('/w/docs'), deleted: true }])
  await memory.workspace.whenLoaded()
  assert.deepEqual(pages(), [])
  await memory.write({ '/w/README.md': link })
  assert.deepEqual(pages(), ['/w/README.md'])
  await memory.load()
  assert.deepEqual(pages(), [])
})

test('workspace: a folder with a dot in its name is read when it comes, a file is not', async () => {
  const memory = new MemoryWorkspace({ '/w/a.md': listOf('One') })
  await memory.load('/w')
  memory.put({ '/w/v1.2/b.md': listOf('Two'), '/w/c.txt': 'no list' })
  memory.workspace.filesChanged(['/w/v1.2', '/w/c.txt'].map((path) => ({ uri: uriOf(path), deleted: false })))
  await memory.workspace.whenLoaded()
  assert.deepEqual(memory.shown, ['/w/a.md: One', '/w/v1.2/b.md: Two'])
  memory.put({ '/w/v1.2/b.md': null })
  memory.workspace.filesChanged([{ uri: uriOf('/w/v1.2'), deleted: true }])
  await memory.workspace.whenLoaded()
  assert.deepEqual(memory.shown, ['/w/a.md: One'])
  assert.deepEqual(
    memory.said.filter((message) => message.startsWith('Skipped ')),
    [],
  )
})

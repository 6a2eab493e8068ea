import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { createEffectiveResolver, type ProjectFile } from '../../server/src/config/effectiveConfiguration.ts'
import { createProjectFileFinder } from '../../server/src/config/findProjectFile.ts'
import { readConfig } from '../../server/src/config/readConfig.ts'
import { defaultSettings, type Settings } from '../../server/src/config/settings.ts'
import { rules } from '../../server/src/rules/index.ts'

const fileOf = (config: object, path = '/repo/.idea-files.json'): ProjectFile => ({
  path,
  config: readConfig(JSON.stringify(config), rules).config,
})

test('effectiveConfiguration: without a project file the settings hold as they are', () => {
  const settings: Settings = { ...defaultSettings, rules: { 'mentor-count': 'off' } }
  const { severities, profile, knowsProject: knows, labels } = createEffectiveResolver()(settings, null, '/repo/a.md')
  assert.equal(severities, settings.rules)
  assert.deepEqual([profile, labels], [null, undefined])
  assert.equal(knows, knowsProject)
})

test('effectiveConfiguration: the project file comes before the settings, rule by rule', () => {
  const settings: Settings = { ...defaultSettings, rules: { 'mentor-count': 'off', 'mentor-email': 'hint' } }
  const file = fileOf({ rules: { 'mentor-count': 'error' } })
  assert.deepEqual(createEffectiveResolver()(settings, file, '/repo/a.md').severities, {
    'mentor-count': 'error',
    'mentor-email': 'hint',
  })
})

test('effectiveConfiguration: the first glob that fits names the profile, counted from the file', () => {
  const file = fileOf({
    profiles: [
      { files: 'programs/2026.md', profile: 'gsoc' },
      { files: 'programs/**', profile: 'lfx-proposal' },
    ],
  })
  const effective = createEffectiveResolver()
  const profile = (path: string): string | undefined => effective(defaultSettings, file, path).profile?.id
  assert.deepEqual(
    ['/repo/programs/2026.md', '/repo/programs/2025.md', '/repo/x.md', '/elsewhere/programs/2026.md'].map(profile),
    ['gsoc', 'lfx-proposal', undefined, undefined],
  )
})

test('effectiveConfiguration: projects and labels are added to the built-in ones', () => {
  const { knowsProject: knows, labels } = createEffectiveResolver()(
    defaultSettings,
    fileOf({ projects: ['Our Thing'], labels: { mentors: ['Betreuer'], size: ['Issue'] } }),
    '/repo/a.md',
  )
  assert.deepEqual(['our-thing', 'Harbor', 'Some Thing'].map(knows), [true, true, false])
  assert.deepEqual(
    ['BETREUER', 'Mentor(s)', 'issue', 'Nobody'].map((label) => labels!(label)),
    ['mentors', 'mentors', 'size', null],
  )
})

test('effectiveConfiguration: the same configuration is the same object, and so are its parts across profiles', () => {
  const effective = createEffectiveResolver()
  const file = fileOf({ rules: { 'mentor-count': 'off' }, profiles: [{ files: 'a.md', profile: 'gsoc' }], projects: ['X Thing'] })
  const [a, again, b] = ['/repo/a.md', '/repo/a.md', '/repo/b.md'].map((path) => effective(defaultSettings, file, path))
  assert.equal(a, again)
  assert.notEqual(a, b)
  assert.equal(a!.severities, b!.severities)
  assert.equal(a!.knowsProject, b!.knowsProject)
  assert.notEqual(effective(defaultSettings, fileOf({}), '/repo/a.md'), a)
  assert.equal(effective(defaultSettings, null, '/x'), effective(defaultSettings, null, '/y'))
})

test('effectiveConfiguration: the nearest file is found, each folder asked once', async () => {
  const files = new Map([
    ['/.idea-files.json', 'root'],
    ['/repo/a/.idea-files.json', 'near'],
  ])
  const asked: string[] = []
  const find = createProjectFileFinder(async (path) => {
    asked.push(path)
    return files.get(path) ?? null
  })
  assert.deepEqual(await find('/repo/a/b/c/list.md'), { path: '/repo/a/.idea-files.json', text: 'near' })
  assert.deepEqual(await find('/repo/a/b/other.md'), { path: '/repo/a/.idea-files.json', text: 'near' })
  assert.deepEqual(await find('/repo/list.md'), { path: '/.idea-files.json', text: 'root' })
  assert.deepEqual(await find('list.md'), null)
  assert.equal(new Set(asked).size, asked.length)
})

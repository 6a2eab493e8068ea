import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readSize } from '../../server/src/model/fields/sizes.ts'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import { profiles } from '../../server/src/model/profiles/profiles.ts'
import type { IdeaFile, Profile } from '../../server/src/model/types.ts'
import { slug } from '../../server/src/text/slug.ts'
import { namedForm } from '../support/namedForm.ts'

interface Snippet {
  readonly prefix: string
  readonly description: string
  readonly body: readonly string[]
}

const all: readonly Snippet[] = Object.values(JSON.parse(readFileSync('snippets/ideas.code-snippets', 'utf8')))

const bodyOf = (prefix: string): string => {
  const found = all.find((snippet) => snippet.prefix === prefix)
  assert.ok(found, prefix)
  return found.body.join('\n')
}

const stops = /\$(?:(\d+)|\{(\d+)(?::([^${}]*)|\|([^|]*)\||\/((?:[^/\\]|\\.)+)\/((?:[^/])*(?:\/downcase[^/]*)?)\/(\w*))?\})/g

/** The words for each tab stop, where a person writes nothing else. */
type Written = Readonly<Record<string, string>>

const replaced = (text: string, expression: string, flags: string): string =>
  text.replaceAll(new RegExp(expression, flags), (_, space?: string, _other?: string, word?: string) =>
    space === undefined ? (word ?? '').toLowerCase() : '-',
  )

/** The file after all tab stops were filled in with `written`; of choices the first one is taken. */
function filled(prefix: string, written: Written = {}): string {
  const body = bodyOf(prefix)
  const words = new Map<string, string>()
  for (const [, plain, number, sample, choice] of body.matchAll(stops)) {
    const stop = plain ?? number!
    if (!words.has(stop)) words.set(stop, written[stop] ?? choice?.split(',')[0] ?? sample ?? '')
  }
  return body.replaceAll(stops, (_, plain?: string, number?: string, _sample?: string, _choice?: string, ...more) => {
    const [expression, , flags] = more as readonly (string | undefined)[]
    const text = words.get(plain ?? number!)!
    return expression === undefined ? text : replaced(text, expression, flags ?? '')
  })
}

/** The numbers of the tab stops in their order in the text. */
const order = (prefix: string): readonly number[] => [
  ...new Set([...bodyOf(prefix).matchAll(stops)].map(([, plain, number]) => Number(plain ?? number))),
]

const read = (text: string): IdeaFile =>
  readIdeaFile(text, namedForm(text, { path: '/ideas/list.md', knowsProject: () => false }))

const values: Readonly<Record<string, Written>> = {
  'idea-gsoc': {
    '1': 'Ring the bell',
    '2': 'It rings.',
    '3': 'A bell',
    '4': 'Go',
    '6': 'Ada Fern',
    '7': 'ada-fern',
    '8': 'ada@example.org',
    '9': 'Bo Reed',
    '10': 'bo-reed',
    '11': 'bo@example.org',
    '12': 'lantern/bells/issues/3',
  },
  'idea-lfx': {
    '1': 'Ring the bell',
    '2': 'It rings.',
    '3': 'A bell',
    '4': 'Go',
    '5': 'Ada Fern',
    '6': 'ada-fern',
    '7': 'ada@example.org',
    '8': 'Bo Reed',
    '9': 'bo-reed',
    '10': 'bo@example.org',
    '11': 'lantern/bells/issues/3',
    '12': 'https://mentorship.lfx.linuxfoundation.org/project/0a1b2c3d-0000-4000-8000-00112233aabb',
  },
}
const ideas: readonly (readonly [prefix: string, profile: Profile])[] = [
  ['idea-gsoc', profiles.gsoc],
  ['idea-lfx', profiles['lfx-proposal']],
]

test('snippets: the snippets are the documented ones, and do not disturb other writing', () => {
  const prefixes = all.map(({ prefix }) => prefix)
  assert.deepEqual(prefixes, ['idea-gsoc', 'idea-lfx', 'idea-project', 'idea-mentor', 'idea-toc'])
  for (const { description } of all) assert.ok(description.length > 20)
})

test('snippets: tab stops go from the top to the bottom and end below', () => {
  for (const { prefix } of all) {
    const numbers = order(prefix)
    assert.deepEqual(numbers, [...numbers.slice(0, -1).map((_, index) => index + 1), 0], prefix)
    assert.match(bodyOf(prefix), /\$0$/)
  }
})

for (const [prefix, profile] of ideas) {
  test(`snippets: ${prefix} gives an idea with the fields of its profile, in its order and spelling`, () => {
    const project = filled('idea-project', { '1': prefix === 'idea-lfx' ? '###' : '####', '2': 'Harbor' })
    const file = read(`${project}${filled(prefix, values[prefix])}`)
    assert.equal(file.projects.length, 1)
    const { name, ideas } = file.projects[0]!
    assert.equal(name, 'Harbor')
    assert.equal(ideas.length, 1)
    const { idea } = ideas[0]!
    assert.equal(idea.heading?.text, 'Ring the bell')
    assert.deepEqual(
      idea.fields.map(({ key, label }) => [key, label]),
      profile.fields.map(({ key, label }) => [key, label]),
    )
    assert.ok(idea.fields.every(({ shape, colon, isOutsideItem }) => shape === 'item' && colon && !isOutsideItem))
    assert.ok(
      idea.fields.every(({ valueSpan }) => valueSpan.end > valueSpan.start),
      'every field can be filled',
    )
    assert.deepEqual(
      idea.mentors.map(({ name, handle, email, isCanonical, primary }) => ({ name, handle, email, isCanonical, primary })),
      [
        { name: 'Ada Fern', handle: 'ada-fern', email: 'ada@example.org', isCanonical: true, primary: profile.mentors.primary },
        { name: 'Bo Reed', handle: 'bo-reed', email: 'bo@example.org', isCanonical: true, primary: false },
      ],
    )
    assert.deepEqual(
      idea.upstream.map(({ url }) => url),
      ['https://github.com/lantern/bells/issues/3'],
    )
  })

  test(`snippets: ${prefix} has a tab stop in every field`, () => {
    for (const { label } of profile.fields) {
      const rest = bodyOf(prefix).split(`- ${label}:`)[1]?.split(/\n- /)[0]
      assert.ok(rest !== undefined && /\$/.test(rest.replace('$0', '')), label)
    }
  })
}

test('snippets: idea-gsoc offers the sizes of its profile, hours with them', () => {
  const choices = /\|([^|]*)\|/.exec(bodyOf('idea-gsoc'))![1]!.split(',')
  const offered = choices.map((choice) => {
    const { word, hours } = readSize(choice, { start: 0, end: choice.length })!
    return { word, hours: hours! }
  })
  assert.deepEqual(
    [...offered].sort((a, b) => a.hours - b.hours),
    profiles.gsoc.sizes,
  )
})

test('snippets: idea-mentor is one more mentor, wherever the bullet is indented to', () => {
  const entry = filled('idea-mentor', { '1': 'Cy Moss', '2': 'cy-moss', '3': 'cy@example.org' })
  const text = filled('idea-project') + filled('idea-gsoc', values['idea-gsoc'])
  const { mentors } = read(text.replace('\n- Upstream', () => `\n  ${entry}\n- Upstream`)).projects[0]!.ideas[0]!.idea
  assert.deepEqual(
    mentors.map(({ name, isCanonical }) => [name, isCanonical]),
    [
      ['Ada Fern', true],
      ['Bo Reed', true],
      ['Cy Moss', true],
    ],
  )
})

test('snippets: the anchors of idea-toc are GitHub’s', () => {
  for (const [project, title] of [
    ['Harbor', 'Ring the bell'],
    ['OpenTelemetry (OTel)', 'What’s new, “really”? A–B: 50% of C++'],
    ['Knative', 'Überblick für Go_lang - 日本'],
  ] as const) {
    const toc = filled('idea-toc', { '1': project, '2': title })
    assert.equal(toc, `<!-- TOC -->\n- [${project}](#${slug(project)})\n  - [${title}](#${slug(title)})\n<!-- TOC -->\n`)
  }
})

test('snippets: idea-toc is a table of contents in step', () => {
  const ideas = filled('idea-project', { '2': 'Harbor' }) + filled('idea-gsoc', values['idea-gsoc'])
  const { toc, tocMatch } = read(`${filled('idea-toc', { '1': 'Harbor', '2': 'Ring the bell' })}\n${ideas}`)
  assert.equal(toc?.entries.length, 2)
  assert.ok(toc.markers?.close)
  assert.equal(tocMatch?.broken.size, 0)
  assert.deepEqual(tocMatch?.missing, [])
})

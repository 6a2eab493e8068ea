import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { profileOfProgramme } from '../../server/src/config/customProgrammes.ts'
import { withProfile } from '../../server/src/config/effectiveConfiguration.ts'
import { readConfig } from '../../server/src/config/readConfig.ts'
import { profiles } from '../../server/src/model/profiles/profiles.ts'
import { rules } from '../../server/src/rules/index.ts'
import { configuration, effectiveAt } from '../support/orchard.ts'
import { runs } from '../support/runs.ts'

const reported = (text: string): readonly string[] =>
  readConfig(text, rules).problems.map(({ span, message }) => `${text.slice(span.start, span.end)} | ${message}`)

/** A project file with one programme, which these lines add to or take the place of. */
const one = (lines: string, id = 'orchard'): string =>
  `{ "programs": { "${id}": { "title": "Orchard", "files": ["a.md"], "fields": [{ "label": "Was" }]${lines} } } }`

const kept = (text: string) => readConfig(text, rules).config.programmes

test('customProgrammes: the example is without a mistake, and says what a profile says', () => {
  const { title, mentors, tocMarks, projectLevel, ideaLevel, cncfProjects } = effectiveAt('/orchard/ideas/2026.md').profile!
  assert.deepEqual(mentors, { min: 1, advised: 2, max: 3, handle: false, email: true, primary: false })
  assert.deepEqual([title, projectLevel, ideaLevel, cncfProjects], ['Obsthain-Sommer', 2, 3, false])
  assert.deepEqual(tocMarks, { open: '<!-- toc -->', close: '<!-- tocstop -->' })
})

test('customProgrammes: a programme that says little asks for one mentor with a handle, and takes any project', () => {
  const { config, problems } = readConfig(one(''), rules)
  assert.deepEqual(problems, [])
  assert.deepEqual(profileOfProgramme('orchard', config.programmes.orchard!), {
    id: 'orchard',
    title: 'Orchard',
    programme: 'Orchard',
    fields: [{ key: 'other', label: 'Was', required: true }],
    sizes: [],
    mentors: { min: 1, advised: 1, max: Number.POSITIVE_INFINITY, handle: true, email: false, primary: false },
    toc: false,
    tocMarks: { open: '<!-- TOC -->', close: '<!-- TOC -->' },
    projectLevel: null,
    ideaLevel: null,
    mentorsOnOneLine: false,
    cncfProjects: false,
  })
})

test('customProgrammes: one that extends a profile has its facts where it says nothing', () => {
  const text =
    '{ "programs": { "garden": { "title": "Garden", "files": ["a.md"], "extends": "gsoc", "mentors": { "max": 1 } } } }'
  assert.deepEqual(reported(text), [])
  const garden = profileOfProgramme('garden', kept(text).garden!)
  assert.deepEqual(garden, {
    ...profiles.gsoc,
    id: 'garden',
    title: 'Garden',
    programme: 'Garden',
    mentors: { ...profiles.gsoc.mentors, min: 1, advised: 1, max: 1 },
    cncfProjects: false,
  })
})

test('customProgrammes: the name of a profile that comes with us is refused in a sentence, at the name', () => {
  for (const id of Object.keys(profiles)) {
    assert.deepEqual(reported(one('', id)), [
      `"${id}" | "${id}" is a built-in profile. Choose another ID, and use "extends": "${id}" to build on it.`,
    ])
    assert.deepEqual(kept(one('', id)), {})
  }
  assert.deepEqual(reported(one('', 'my orchard')), [
    '"my orchard" | "my orchard" is not allowed here; expected an ID of letters, digits and hyphens that starts with a letter.',
  ])
})

test('customProgrammes: an invalid value is reported at its place, and the values next to it apply', () => {
  const text = `{ "programs": { "orchard": {
  "title": "Orchard", "files": ["a.md", ""], "field": [],
  "fields": [{ "label": "Was", "key": "describtion" }, { "labl": "Wer" }, { "label": "Wie: ", "required": true }, { "label": "Wo", "required": "no" }],
  "mentors": { "min": -1, "max": 2, "phone": true },
  "sizes": [{ "word": "kurz", "hours": 0 }, { "text": "lang" }],
  "toc": "yes", "tocMarks": "<!-- Toc -->", "levels": { "project": 2, "idea": 7 }, "extends": "gsco"
} } }`
  assert.deepEqual(reported(text), [
    '"" | "" is not allowed here; expected a glob of at most 200 characters with balanced brackets and single forward slashes, inside this folder, and no `!` or `@(…)`.',
    '"field" | Unknown key "field". Did you mean "fields"?',
    '"describtion" | "describtion" is not allowed here; expected "description".',
    '"labl" | Unknown key "labl". Did you mean "label"?',
    '"Wie: " | "Wie: " is not allowed here; expected a label of at most six words, starting with a letter.',
    '"no" | "no" is not allowed here; expected true or false.',
    '-1 | -1 is not allowed here; expected a whole number, 0 or more.',
    '"phone" | Unknown key "phone"; expected min, advised, max, handle, email, primary or oneLine.',
    '0 | 0 is not allowed here; expected a number of hours.',
    '{ "text": "lang" } | Missing key "word".',
    '"yes" | "yes" is not allowed here; expected true or false.',
    '"<!-- Toc -->" | "<!-- Toc -->" is not allowed here; expected "<!-- TOC -->".',
    '7 | 7 is not allowed here; expected a level from 1 to 6.',
    '"gsco" | "gsco" is not allowed here; expected "gsoc".',
  ])
  assert.deepEqual(kept(text), {
    orchard: {
      title: 'Orchard',
      files: ['a.md'],
      fields: [{ label: 'Was' }, { label: 'Wo' }],
      mentors: { max: 2 },
      sizes: [{ word: 'kurz' }],
      levels: { project: 2 },
    },
  })
})

test('customProgrammes: of contradicting values the second is reported', () => {
  assert.deepEqual(reported(one(', "mentors": { "min": 3, "max": 2 }')), [
    '2 | 2 is not allowed here; expected 3 or more, because "min" is 3.',
  ])
  assert.deepEqual(reported(one(', "levels": { "project": 3, "idea": 3 }')), [
    '3 | 3 is not allowed here; expected a level below the project level (3).',
  ])
  const fields = (list: string): string => one('').replace('[{ "label": "Was" }]', list)
  assert.deepEqual(reported(fields('[{ "label": "Was" }, { "label": "Wer", "aliases": ["was"] }]')), [
    '"was" | "was" is not allowed here; expected a label that "Was" does not use.',
  ])
  const twice = '[{ "label": "Was", "key": "mentors" }, { "label": "Wer", "key": "mentors" }]'
  assert.deepEqual(reported(fields(twice)), [
    '"mentors" | "mentors" is not allowed here; expected a key that no other field uses.',
  ])
})

test('customProgrammes: an incomplete programme is reported and ignored, and the others apply', () => {
  const text = `{ "programs": { "orchard": { "title": "Orchard", "files": ["a.md"] }, "garden": ${one('').slice(26)}`
  assert.deepEqual(reported(text), ['{ "title": "Orchard", "files": ["a.md"] } | Missing key "fields".'])
  assert.deepEqual(Object.keys(kept(text)), ['garden'])
  assert.deepEqual(reported('{ "programs": { "orchard": { } } }').length, 2)
  assert.deepEqual(reported('{ "programs": { "orchard": '), ['{ | Missing closing brace.'].slice(1).concat(' | Missing value.'))
})

test('customProgrammes: "programmes" is read as "programs", and both together are one', () => {
  const [orchard, garden] = [one(''), one('', 'garden')]
  const former = orchard.replace('"programs"', '"programmes"')
  assert.deepEqual([reported(former), kept(former)], [[], kept(orchard)])
  const both = `${former.slice(0, former.lastIndexOf('}'))}, ${garden.slice(1)}`
  assert.deepEqual([reported(both), Object.keys(kept(both))], [[], ['orchard', 'garden']])
})

test('customProgrammes: no start of the example makes reading fail, and every place lies in the text', () => {
  fc.assert(
    fc.property(fc.nat(configuration.length), fc.nat(configuration.length), (from, to) => {
      for (const text of [configuration.slice(0, to), configuration.slice(0, from) + configuration.slice(to)]) {
        for (const { span } of readConfig(text, rules).problems) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length)
        }
      }
    }),
    runs(100),
  )
})

test('customProgrammes: the same settings give the same objects, and a profile can be asked for by its id', () => {
  const a = effectiveAt('/orchard/ideas/2026.md')
  const elsewhere = effectiveAt('/orchard/drafts/x.md')
  assert.deepEqual([a.claimed, elsewhere.claimed, elsewhere.profile], [true, false, null])
  assert.equal(withProfile(a, 'orchard'), a)
  const asked = withProfile(elsewhere, 'orchard')
  assert.deepEqual([asked?.profile?.id, asked?.claimed, asked?.labels?.('Treffpunkt')], ['orchard', false, 'other'])
  assert.equal(withProfile(elsewhere, 'gsoc')?.profile, profiles.gsoc)
  assert.equal(withProfile(elsewhere, 'meadow'), null)
})

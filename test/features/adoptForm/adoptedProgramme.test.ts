import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LearnedConfiguration, learnedConfiguration } from '../../../server/src/features/adoptForm/learnedConfiguration.ts'
import type { IdeaFile } from '../../../server/src/model/types.ts'
import { readConfigured } from '../../support/configured.ts'
import * as foreignLists from '../../support/foreignLists.ts'
import {
  boldParagraphs,
  foreignFindings,
  headingLabels,
  iconItems,
  oneIdeaAFile,
  readForeign,
} from '../../support/foreignLists.ts'

const learn = (text: string): LearnedConfiguration => learnedConfiguration([{ path: 'docs/ideas.md', file: readForeign(text) }])

const places = (file: IdeaFile): readonly string[] =>
  foreignFindings(file).map(({ code, severity, span }) => `${code} ${severity} ${span.start} ${span.end}`)

const texts: readonly string[] = Object.values(foreignLists).filter((value) => typeof value === 'string')

/** Judged by what was adopted of it, a list has the same ideas and the same problems, whatever is wrong in it. */
function checkAdopted(text: string): void {
  const adopted = learn(text)
  if (Object.keys(adopted.programs).length === 0) return
  const configured = readConfigured(JSON.stringify(adopted), 'docs/ideas.md')(text)
  assert.equal(configured.options.claimed, true)
  assert.deepEqual(configured.projects, readForeign(text).projects)
  assert.deepEqual(places(configured), places(readForeign(text)))
}

test('adopted form: a list in any form has the same ideas and the same problems by the configuration that was learned from it', () => {
  for (const text of texts) checkAdopted(text)
})

test('adopted form: the same with a label missing, a value missing, a heading at another level, a contact missing', () => {
  const changes: readonly ((text: string) => string)[] = [
    (text) => text.replace(/\n.*(?:Difficulty|Skills|Length|Kenntnisse).*\n/, '\n'),
    (text) => text.replace(/(Difficulty|Size|Umfang|Length)(\*\*: |:\*\* ).*/, '$1$2'),
    (text) => text.replace('\n### Count the ships', '\n#### Count the ships'),
    (text) => text.replace('](https://github.com/leo-brook)', ''),
  ]
  for (const change of changes) for (const text of texts) checkAdopted(change(text))
})

test('adopted form: labels, levels and mentors as the list writes them', () => {
  assert.deepEqual(learn(boldParagraphs).programs, {
    ideas: {
      title: 'Harbor lights',
      files: ['docs/ideas.md'],
      form: { label: '**Label**: ', mentor: 'Name' },
      levels: { project: 2, idea: 3 },
      fields: [
        { label: 'Skills', key: 'recommendedSkills' },
        { label: 'Size', key: 'size' },
        { label: 'Difficulty', key: 'difficulty' },
        { label: 'Description', key: 'description' },
        { label: 'Mentors', key: 'mentors' },
      ],
    },
  })
  const { form } = learn(headingLabels).programs.ideas!
  assert.deepEqual(form, { label: '#### Label', mentor: '@handle' })
})

test('adopted form: what only one label has is with that label', () => {
  const { form, levels, fields } = learn(iconItems).programs.ideas!
  assert.deepEqual(form, { label: '- **Label:** ', mentor: '[Name](https://github.com/handle)', description: 'unlabelled' })
  assert.deepEqual(levels, { project: 1, idea: 2 })
  assert.deepEqual(fields[0], { label: 'Outcome', key: 'expectedOutcome', written: '- 🎯 **Outcome:** ' })
})

test('adopted form: front matter, one idea in a file', () => {
  const { form, fields } = learn(oneIdeaAFile).programs.ideas!
  assert.equal(form.oneIdeaAFile, true)
  assert.deepEqual(
    fields.find(({ label }) => label === 'mentors'),
    { label: 'mentors', key: 'mentors', required: false, frontMatter: true },
  )
})

test('adopted form: lists in one form are one program, others have a program each', () => {
  const list = (path: string, text: string) => ({ path, file: readForeign(text, path) })
  const { programs } = learnedConfiguration([
    list('2030/ideas.md', boldParagraphs),
    list('2031/ideas.md', boldParagraphs.replace('Harbor lights', 'Harbor lights again')),
    list('gsoc.md', headingLabels),
  ])
  assert.deepEqual(
    Object.entries(programs).map(([id, { files }]) => [id, files]),
    [
      ['ideas', ['2030/ideas.md', '2031/ideas.md']],
      ['gsoc-2', ['gsoc.md']],
    ],
  )
})

test('adopted form: a list whose form is known has nothing to adopt', () => {
  const configured = readConfigured(JSON.stringify(learn(boldParagraphs)), 'docs/ideas.md')(boldParagraphs)
  assert.deepEqual(learnedConfiguration([{ path: 'docs/ideas.md', file: configured }]), { programs: {} })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planNewMentor } from '../../../../server/src/features/authoring/newMentor.ts'
import { summarizeList } from '../../../../server/src/workspace/listSummary.ts'
import { type Asking, checkCompletion, shownAt } from '../../../support/checkCompletion.ts'
import { oneIdeaAFile, readForeign } from '../../../support/foreignLists.ts'
import { refusal, withSnippet } from '../../../support/plans.ts'

const readLamp = (text: string) => readForeign(text, 'ideas/lamp.md')

/** The idea with other mentors in its front matter. */
const withMentors = (mentors: string): string =>
  oneIdeaAFile.replace('mentors:\n - mia-stone\n - leo-brook\n', () => `mentors:${mentors}\n`)

const person = { name: 'Cy Moss', handle: 'cy-moss', email: 'cy@example.org' }

/** `mentors` before and after New Mentor, in snippet syntax: of a known person, and of one to be filled in. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: snippets
const forms = [
  ['handles', '\n - mia-stone\n - leo-brook', '\n - cy-moss', '\n - ${1}'],
  ['handles with a sign', '\n  - "@mia-stone"', '\n  - "@cy-moss"', '\n  - ${1}'],
  ['names', '\n- Mia Stone\n- Leo Brook', '\n- Cy Moss', '\n- ${1}'],
  [
    'keys',
    '\n  - name: Mia Stone\n    github: mia-stone\n    mail: mia@example.org',
    '\n  - name: Cy Moss\n    github: cy-moss\n    mail: cy@example.org',
    '\n  - name: ${1}\n    github: ${2}\n    mail: ${3}',
  ],
  [
    'keys that say more',
    '\n  - github: mia-stone\n    role: primary',
    '\n  - github: cy-moss\n    role: ${1}',
    '\n  - github: ${1}\n    role: ${2}',
  ],
  ['one line', ' Mia Stone, Leo Brook', ', Cy Moss', ', ${1}'],
] as const
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: snippets

for (const [what, mentors, known, open] of forms) {
  test(`new mentor in front matter: ${what}`, () => {
    const text = withMentors(mentors)
    const at = text.indexOf('## Description')
    const after = (added: string): string => withMentors(mentors + added)
    assert.equal(withSnippet(text, planNewMentor(readLamp(text), at, person)), after(`${known}$0`))
    assert.equal(withSnippet(text, planNewMentor(readLamp(text), at)), after(`${open}$0`))
    for (const eol of ['\r\n']) {
      const crlf = text.replaceAll('\n', eol)
      const made = withSnippet(crlf, planNewMentor(readLamp(crlf), crlf.indexOf('## Description'), person))
      assert.equal(made.replace('$0', ''), after(known).replaceAll('\n', eol))
    }
  })
}

test('new mentor in front matter: a list in brackets', () => {
  const text = withMentors(' [mia-stone, leo-brook]')
  const made = planNewMentor(readLamp(text), text.indexOf('## Description'), person)
  assert.equal(withSnippet(text, made), withMentors(' [mia-stone, leo-brook, cy-moss$0]'))
  const objects = withMentors(' [{ name: Mia Stone }]')
  assert.ok(readLamp(objects).projects.length === 0 || refusal(planNewMentor(readLamp(objects), objects.length - 3)) !== '')
})

/** Other files of the folder. */
const others = [
  withMentors('\n  - name: Ada Fern\n    github: ada-fern\n    email: ada@example.org'),
  withMentors('\n  - name: Bo Reed\n    github: bo-reed'),
].map((text, index) => summarizeList(`file:///ideas/${index}.md`, readForeign(text, `ideas/${index}.md`)))
const asking: Asking = { read: readLamp, lists: others, asked: 'invoked' }

test('completion in front matter: people of the other files, as this one writes them', () => {
  assert.deepEqual(shownAt(withMentors('\n - mia-stone\n - $0'), asking), ['ada-fern', 'bo-reed'])
  const typed = withMentors('\n - mia-stone\n - re$0')
  checkCompletion(typed, 'bo-reed', typed.replace('re$0', 'bo-reed'), asking)
  const name = withMentors('\n  - name: Mia Stone\n    github: mia-stone\n  - name: fe$0\n    github:\n    email: ')
  checkCompletion(
    name,
    'Ada Fern',
    withMentors(
      '\n  - name: Mia Stone\n    github: mia-stone\n  - name: Ada Fern\n    github: ada-fern\n    email: ada@example.org',
    ),
    asking,
  )
  const handle = withMentors('\n  - name: Mia Stone\n    github: mia-stone\n  - name: Zed\n    github: $0')
  assert.deepEqual(shownAt(handle, asking), ['ada-fern', 'bo-reed'])
  const flow = withMentors(' [mia-stone, $0]')
  checkCompletion(flow, 'bo-reed', flow.replace('$0', 'bo-reed'), asking)
})

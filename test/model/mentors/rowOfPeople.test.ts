import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFullName } from '../../../server/src/model/mentors/fullName.ts'
import { resemblesName } from '../../../server/src/model/mentors/resemblesName.ts'
import { read } from '../../support/checkRule.ts'

const list = (mentors: string): string =>
  `#### Harbor\n\n##### Sign what is copied\n- Description: Signatures travel along.\n${mentors}\n- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1\n`

/** Whom a row names, in an item of its own and on the label's line. */
function check(row: string, people: readonly string[]): void {
  test(`a row of people: ${row}`, () => {
    for (const head of ['- Mentor(s):\n  - ', '- Mentor(s): ']) {
      const [idea] = read(list(`${head}${row}`), 'programs/summerofcode/2026.md').projects[0]!.ideas
      assert.deepEqual(
        idea!.idea.mentors.map(({ name, handle }) => [name, handle && `@${handle}`].filter((part) => part !== null).join(' ')),
        people,
      )
    }
  })
}

check('Phan Le, Derek Su (@derekbit)', ['Phan Le', 'Derek Su @derekbit'])
check('Derek Su (@derekbit) and Phan Le', ['Derek Su @derekbit', 'Phan Le'])
check('Derek Su (@derekbit); Phan Le', ['Derek Su @derekbit', 'Phan Le'])
check('Derek Su und Phan Le (@phanle)', ['Derek Su', 'Phan Le @phanle'])
check('Derek Su et Phan Le', ['Derek Su', 'Phan Le'])
check('Phan Le / Derek Su (@derekbit)', ['Phan Le', 'Derek Su @derekbit'])
check('@derekbit, @PhanLe1010', ['@derekbit', '@PhanLe1010'])
check('Phan Le, Derek Su (@derekbit), and Jane Roe', ['Phan Le', 'Derek Su @derekbit', 'Jane Roe'])
check('Phan Le,\n    Derek Su (@derekbit)', ['Phan Le', 'Derek Su @derekbit'])
check('Jan van Dyk, Ana Maria De Souza (@anamaria)', ['Jan van Dyk', 'Ana Maria De Souza @anamaria'])
check('Dr. Ada Fern, Prof. Ben Oak (@ben)', ['Dr. Ada Fern', 'Prof. Ben Oak @ben'])

check('李 明 & 王 芳 (@wangfang)', ['李 明', '王 芳 @wangfang'])
check('ada@example.org, ben@example.org', ['', ''])

// one person, with what the person belongs to or does, or with the family name first
check('Jane Roe, CERN (@jane)', ['Jane Roe, CERN @jane'])
check('Smith, John (@js)', ['Smith, John @js'])
check('Jane Roe, Red Hat (@jane)', ['Jane Roe @jane'])
check('Jane Roe (@jane), Red Hat', ['Jane Roe @jane'])
check('Jane Roe, University of Oslo (@jane)', ['Jane Roe @jane'])
check('Jane Roe, University of Oslo', ['Jane Roe'])
check('Jane Roe (@jane), Developer Relations', ['Jane Roe @jane'])
check('Jane Roe, New York (@jane)', ['Jane Roe @jane'])
check('@jane, jane@example.org', ['@jane'])
check('Jane Roe (@jane), Argo Rollouts', ['Jane Roe @jane'])

test('a row of people: what goes on after a remark, or has the contact of its neighbor, is no person in an item', () => {
  const peopleOf = (row: string): readonly (string | null)[] =>
    read(list(`- Mentor(s):\n  - ${row}`), 'programs/summerofcode/2026.md').projects[0]!.ideas[0]!.idea.mentors.map(
      ({ name }) => name,
    )
  assert.deepEqual(peopleOf('Ada Fern (@ada) - knows Foo, Bar Baz'), ['Ada Fern'])
  assert.deepEqual(peopleOf('Ada Fern, Corner Shop (@ada)'), ['Ada Fern'])
})

test('isFullName: two or three capitalized words that name no organization', () => {
  for (const name of ['Ada Fern', 'Ada M. Fern', 'Jan van der Dyk', 'Li Wu Example', 'Prof. Ada Fern'])
    assert.equal(isFullName(name.split(' ')), true, name)
  for (const name of [
    'Ada',
    'CERN',
    'Ada CERN',
    'Red Hat',
    'Team Harbor',
    'Example Labs',
    'ada fern',
    'Please Ask',
    'Primary Mentor',
    'X Y',
  ])
    assert.equal(isFullName(name.split(' ')), false, name)
})

test('resemblesName: an account made of a name or its initials', () => {
  for (const account of ['derekbit', 'DS', 'dsu', 'derek-su', 'd.su@example.org', 'su.derek@example.org'])
    assert.equal(resemblesName(account, ['Derek', 'Su']), true, account)
  assert.equal(resemblesName('zoe', ['Zoë', 'Ünal']), true)
  for (const account of ['x42', 'ada', 'sun']) assert.equal(resemblesName(account, ['Derek', 'Su']), false, account)
})

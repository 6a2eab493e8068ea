import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aliasesOfField,
  fieldKey,
  isCoMentorAlias,
  isMentorRoleAlias,
  isPrimaryMentorAlias,
  labelsWith,
} from '../../../server/src/model/labels/aliases.ts'

// written out, as a mistake in an affix would add or lose several spellings at once
const written = {
  mentors: `mentor(s), mentor, mentors, mentors(s), likely mentors, likely mentor, likely mentor(s), potential mentors,
    potential mentor, potential mentor(s), possible mentors, possible mentor, possible mentor(s), proposed mentors,
    proposed mentor, proposed mentor(s), suggested mentors, suggested mentor, suggested mentor(s), project mentors,
    project mentor, project mentor(s), co-mentor, co-mentors, co-mentor(s), comentor, comentors, comentor(s),
    primary mentor, primary mentor(s), secondary mentor, secondary mentors, secondary mentor(s)`,
  expectedOutcome: 'expected outcome, expected outcomes, expected outcome(s), outcome, outcomes, outcome(s)',
  recommendedSkills: `recommended skills, recommended skill, recommended skill(s), recommend skills, recommend skill,
    required skills, required skill, required skill(s), preferred skills, desired skills, needed skills, skills needed,
    skills required, skills, skill(s)`,
  upstreamIssue: `upstream issue, upstream issues, upstream issue(s), upstream issue (url), upstream issues (url),
    upstream issue url, upstream issue link, issue, issues, issue(s), issue link, issue links, task link, task links,
    github issue, github issues, github issue(s), enhancement, enhancements`,
} as const

for (const [key, spellings] of Object.entries(written))
  test(`aliases: ${key} has exactly its spellings`, () => {
    const list = spellings.split(/,\s+/)
    assert.deepEqual(aliasesOfField(key as keyof typeof written).toSorted(), list.toSorted())
    for (const spelling of list) assert.equal(fieldKey(spelling), key, spelling)
  })

test('aliases: letter case, spaces and a remark in brackets do not matter', () => {
  assert.equal(fieldKey('UPSTREAM  Issue(URL)'), 'upstreamIssue')
  assert.equal(fieldKey('Mentors (GitHub handle)'), 'mentors')
  assert.equal(fieldKey('Primary Mentors'), null)
  assert.equal(fieldKey('constructor'), null)
})

test('aliases: own labels go before the known ones', () => {
  const labels = labelsWith({ description: ['Size', 'Was'] })
  assert.equal(labels('size'), 'description')
  assert.equal(labels('was'), 'description')
  assert.equal(labels('Mentor(s)'), 'mentors')
})

test('aliases: labels of roles', () => {
  assert.deepEqual(['Primary Mentor', 'Secondary Mentors', 'Co-Mentor(s)', 'comentor', 'Mentor'].map(isMentorRoleAlias), [
    true,
    true,
    false,
    false,
    false,
  ])
  assert.ok(isPrimaryMentorAlias('primary mentor'))
  assert.ok(!isPrimaryMentorAlias('Secondary Mentor'))
  assert.ok(isCoMentorAlias('Co-Mentor(s)') && isCoMentorAlias('comentors') && !isCoMentorAlias('Mentor'))
})

import { test } from 'node:test'
import { checkRule } from '../support/checkRule.ts'
import { gsoc2026, gsoc2026List, lfxProposal, lfxProposalList } from '../support/mentorLists.ts'

test('mentor-count: one mentor if two are advised is information, at the label', () =>
  checkRule(
    lfxProposalList(`- Mentor(s):
  ^^^^^^^^^ mentor-count information: 1 mentor is listed; 2 are recommended.
  - Ada Example (@ada, ada@example.org)`),
    lfxProposal,
  ))

test('mentor-count: too many mentors are an error', () =>
  checkRule(
    lfxProposalList(`- Mentor(s):
  ^^^^^^^^^ mentor-count error: 5 mentors are listed; expected 1 to 4.
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)
  - Cleo Example (@cleo, cleo@example.org)
  - Dan Example (@dan, dan@example.org)
  - Eve Example (@eve, eve@example.org)`),
    lfxProposal,
  ))

test('mentor-count: too few mentors are an error, and a single one need not be primary', () =>
  checkRule(
    gsoc2026List(`- Mentor(s):
  ^^^^^^^^^ mentor-count error: 1 mentor is listed; expected at least 2.
  - Ada Example (@ada, ada@example.org)`),
    gsoc2026,
  ))

test('mentor-count: a word in the place of mentors names no mentor', () =>
  checkRule(
    gsoc2026List(`- Mentor(s): TBD
  ^^^^^^^^^ mentor-count error: No mentors are listed; expected at least 2.`),
    gsoc2026,
  ))

test('mentor-count: a team is no mentor, and the message says what is there', () =>
  checkRule(
    gsoc2026List(`- Mentor(s): Harbor Maintainers
  ^^^^^^^^^ mentor-count error: "Harbor Maintainers" names no person; expected at least 2.`),
    gsoc2026,
  ))

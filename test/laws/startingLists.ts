import fc from 'fast-check'
import { expected } from '../corpus/corpus.ts'
import { makeList } from '../support/generatedList.ts'
import { good, goodPath } from '../support/goodList.ts'
import { list } from '../support/list.ts'
import { aPath, messyList } from './messyList.ts'
import { nearlyIdeaList } from './texts.ts'

export interface StartingList {
  readonly path: string
  readonly text: string
}

const toc = `## Table of Contents

- [LitmusChaos](#litmus-chaos)
  - [Resume transfers](#resume-transfers)
- [Harbor](#harbor)
  - [Gone](#gone)
- [Kubernetes](#kubernetes)

`
const projects = [
  `### Litmus Chaos

#### Resume transfers

- Description: They go on, as in [copies](#sign-copies).
- Expected Outcome: They do.
- Skills: Go
- Mentors: Ann Lee (@ann-lee), Bo Oak (@bo-oak, bo AT example DOT org)
- Upstream Issue: litmuschaos/litmus#1

`,
  `### Kubernetes

#### Count pods

-Description: All of them, and [Litmus](#litmus-chaos).
- Mentor(s):
  - Cy Elm (@cy-elm, cy@example.org)
  - Cy Elm (@cy-elm, cy@example.org)

#### Show nodes

- Description: As a map.
- Mentor(s): Cy Elm (@cy-elm, cy@example.org)

`,
  `### Harbor

See [copies](#sign-copies).

#### Sign copies

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s):
  - Di Ash (@di-ash, di@example.org) - primary
  - Ed Yew (@ed--yew)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1

#### Copy signs

##### Later

- Description: Signs are copied.
- Mentor(s): Di Ash (@di-ash, di@example.com)

`,
  `### Kubernetes

#### Drain nodes

- Description: Before they are needed.
- Mentor(s): Flo Bay (@flo-bay, flo@example.org)

`,
]

/** A list whose problems concern the whole file: its table of contents, before or after the projects, their names and order, links between them. */
const tangled = fc
  .tuple(fc.shuffledSubarray(projects, { minLength: 2 }), fc.boolean())
  .map(([parts, tocFirst]) => ['# Mentoring\n\n', tocFirst ? toc : '', '## Ideas\n\n', ...parts, tocFirst ? '' : toc].join(''))

const paths = [
  'programs/summerofcode/2025.md',
  'programs/summerofcode/2022.md',
  'programs/lfx-mentorship/2025/01-Mar-May/README.md',
]

/** Lists to begin with: short ones with many problems, generated ones; real ones, if they are present, in a long run (LAWS). */
export const startingList: fc.Arbitrary<StartingList> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ path: fc.constantFrom(...paths), text: tangled }) },
  { weight: 1, arbitrary: fc.constant({ path: goodPath, text: good }) },
  { weight: 1, arbitrary: fc.record({ path: fc.constantFrom(...paths), text: fc.constant(list) }) },
  { weight: 3, arbitrary: fc.record({ path: aPath, text: messyList }) },
  { weight: 1, arbitrary: fc.record({ path: fc.constantFrom(...paths), text: nearlyIdeaList }) },
  {
    weight: 1,
    arbitrary: fc.record({
      path: fc.constantFrom(...paths),
      text: fc.nat(20).map((seed) => makeList({ bytes: 8_000, seed, findingsAtMost: 20, words: [5, 20] })),
    }),
  },
  ...(process.env.LAWS === undefined || expected.length === 0 ? [] : [{ weight: 4, arbitrary: fc.constantFrom(...expected) }]),
)

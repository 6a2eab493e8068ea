import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'

const read = (text: string) => readIdeaFile(text, { path: 'docs/lamps.md', knowsProject: () => false })

/** `title: labels: people`, one for each idea. */
const ideasOf = (text: string): readonly string[] =>
  read(text).projects.flatMap(({ ideas }) =>
    ideas.map(({ idea: { heading, fields, mentors } }) =>
      [
        heading?.text,
        fields.map(({ label }) => label).join(', '),
        mentors.map(({ name, handle }) => name ?? handle).join(', '),
      ].join(': '),
    ),
  )

/** Texts that name mentors, and are no lists. */
const silent: readonly (readonly [string, string])[] = [
  [
    'results: each says who did it',
    `# Lamps of 2024

### Dim at dawn

- Contributor: [Ada Fern](https://github.com/adafern)
- Mentors: [Mia Stone](https://github.com/miast)
- Size: Large

### Turn faster

- Contributor: [Ben Okoro](https://github.com/benok)
- Mentors: [Mia Stone](https://github.com/miast)
- Size: Medium
`,
  ],
  [
    'an application: who applies, where they study',
    `# Dim at dawn

**Name:** Ada Fern

**College:** Lamp College

**Potential Mentors:** Mia Stone ([mia@lamps.org](mailto:mia@lamps.org))

**Project size:** 350 hours

## Deliverables

- A dimmer
`,
  ],
  [
    'a changelog whose entries have scopes',
    `# Changelog

## 1.2.0 (2024-01-02)

### Features

- **mentors:** allow many, thanks [@miast](https://github.com/miast)
- **skills:** split at commas

## 1.1.0 (2023-12-02)

### Features

- **size:** hours
`,
  ],
  [
    'a program whose introduction says who mentored it',
    `# Lamp finder

- **Mentors**: [Mia Stone](https://github.com/miast)

## Motivation

Lamps are hard to find.

## Objective

Find them.

## Prerequisites

Python

## Installation

pip install lamps
`,
  ],
  [
    'a table with those who lead the projects',
    `# Lamps

| Project | Project leaders | Mentors |
| --- | --- | --- |
| Dimmer | Ada Fern | Mia Stone |
| Turner | Ben Okoro | Noor Haddad |
`,
  ],
  [
    'documentation with an example under a name that has the word template',
    `# Rules

## template-placeholder

A value of the template was left in.

\`\`\`markdown
- Description: A lamp.
- Recommended Skills: C
- Mentor(s): Mia Stone (@miast)
\`\`\`
`,
  ],
  [
    'teams with their members',
    `# Lamp days

## Team Dawn

- Members: Ada, Ben
- Mentor: Mia Stone
- Technologies: React

## Team Dusk

- Members: Cleo, Dora
- Mentor: Noor Haddad
- Technologies: Vue
`,
  ],
  [
    'a template whose values are in braces',
    `# Organization

## Ideas

### Title

#### Abstract

One line.

| Intensity | Involves | Mentors |
| --- | --- | --- |
| {{ Easy - Hard }} | {{ }} | {{ [@miast][], [@noorh][] }} |

#### Details

More lines.
`,
  ],
]

for (const [name, text] of silent) test(`recognize: ${name}`, () => assert.equal(read(text).ideaList, false))

test('recognize: authors of a page in its front matter are no applicants', () => {
  const text = `---
title: Dim at dawn
authors: [miast]
---

- **Topics**: lamps
- **Skills**: C
- **Difficulty**: Hard
- **Size**: Large (350 hours)
- **Mentor(s):** {{% mention miast %}}

### **What to do**

Dim it.
`
  assert.match(ideasOf(text).join(), /^Dim at dawn: .*Mentor\(s\), What to do: miast$/)
})

test('recognize: sentences about linked people name them', () => {
  const text = `# Dim at dawn

## Overview

Lamps are too bright.

**Difficulty**: High

## Size

Large (350 hours)

## Mentors

- [Mia Stone](https://lamps.org/mia) <mia at lamps.org> is an expert in lamps, lenses, and bulbs, and has mentored before.
- [Noor Haddad](https://lamps.org/noor) is an engineer. She is an expert in glass.
`
  assert.deepEqual(ideasOf(text), ['Dim at dawn: Overview, Difficulty, Size, Mentors: Mia Stone, Noor Haddad'])
})

test('recognize: who suggested an idea is a label, and its markup no placeholder', () => {
  const idea = (title: string, mentor: string): string => `### ${title}

- Project Size: Large
- Difficulty: Hard
- Mentor: ${mentor}
- Suggested by: <a href="@miast" title="https://lamps.org"><span>https://lamps.org</span></a>

More information: TODO
`
  const text = ['# Lamps\n', idea('Dim it', ''), idea('Turn it', 'Mia Stone'), idea('Lift it', 'Noor Haddad')].join('\n')
  assert.deepEqual(ideasOf(text), [
    'Dim it: Project Size, Difficulty, Mentor, Suggested by, More information: ',
    'Turn it: Project Size, Difficulty, Mentor, Suggested by, More information: Mia Stone',
    'Lift it: Project Size, Difficulty, Mentor, Suggested by, More information: Noor Haddad',
  ])
})

/** A file that is one idea whose labels are below several headings; `about` is the heading of the last ones. */
const filed = (about: string): string => `# Dim at dawn

## Brief Summary

Lamps are too bright.

## Expected Outcome

A dimmer.

## Project Properties

### Skills

- C

### Difficulty <!-- easy, medium, hard -->

medium

### Size <!-- medium 175h, large 350h -->

long (350h)

### ${about}

* Potential mentor(s): [Mia Stone](mia@lamps.org)
[Noor Haddad](noor@lamps.org)
* Chat: https://chat.lamps.org
`

test('recognize: a file that is one idea, with labels below several headings', () => {
  assert.match(
    ideasOf(filed('Additional Information')).join(),
    /^Dim at dawn: .*Skills, Difficulty, Size, .*: Mia Stone, Noor Haddad$/,
  )
  assert.equal(read(filed('Installation')).ideaList, false)
  assert.equal(read(filed('About Me')).ideaList, false)
})

test('recognize: ideas whose titles are no headings make no idea of the heading above them', () => {
  const idea = (title: string): string =>
    `**${title}**\n\nA lamp.\n\n*Skills*: C\n\n*Outcome*: It is dim.\n\n*Difficulty*: easy\n\n*Mentor*: [Mia Stone](https://github.com/miast)\n`
  const both = `${idea('1. Dim the lamps')}\n${idea('2. Wire the poles')}`
  const isList = (text: string): boolean => read(text).ideaList
  assert.equal(isList(`# Ideas\n\n${both}`), false)
  assert.equal(isList(`# Ideas\n\n## Indoor\n\n${both}\n## Outdoor\n\n${both}`), false)
  assert.equal(isList(`# Ideas\n\n## Dim\n\n${idea('A lamp')}\n## Wire\n\n${both}`), true)
})

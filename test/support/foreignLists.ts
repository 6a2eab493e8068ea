import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../server/src/rules/index.ts'
import type { Finding } from '../../server/src/rules/rule.ts'

/** Reads a list of an organization that nothing names: its schema is learned. */
export const readForeign = (text: string, path = 'docs/ideas.md'): IdeaFile =>
  readIdeaFile(text, { path, knowsProject: () => false })

/** What the linter finds in such a list, as `code at "text"`. */
export const foreignProblems = (text: string, path?: string): readonly string[] =>
  foreignFindings(readForeign(text, path)).map(({ code, span }) => `${code} at ${text.slice(span.start, span.end)}`)

export const foreignFindings = (file: IdeaFile): readonly Finding[] => createLinter(rules).lint(file)

const tides = 'The lighthouse turns too slowly at spring tide.'

/** Ideas as paragraphs with bold labels, below one group. */
export const boldParagraphs = `# Harbor lights

## Ideas

### Turn the lamp faster

**Skills**: Rust

**Size**: Medium (175 hours)

**Difficulty**: medium

**Description**:
${tides}

**Mentors**: Mia Stone, Leo Brook

### Count the ships

**Skills**: Go, SQL

**Size**: Large (350 hours)

**Difficulty**: hard

**Description**:
Ships come in at night, and no one counts them.

**Mentors**: Leo Brook

### Paint the stairs

**Skills**: Go

**Size**: Medium (175 hours)

**Difficulty**: easy

**Description**:
The stairs are gray.

**Mentors**: Mia Stone
`

/** Ideas whose labels are headings; two groups, and a rule between ideas. */
export const headingLabels = `# Ideas

## Lamp

### Turn the lamp faster

#### Abstract

${tides}

#### Prerequisites

* Rust

#### Potential Mentors

@mia-stone @leo-brook

***

### Dim the lamp at dawn

#### Abstract

It burns all day.

#### Prerequisites

* C

#### Potential Mentors

@mia-stone

## Stairs

### Paint the stairs

#### Abstract

The stairs are gray.

#### Prerequisites

* A brush

#### Potential Mentors

@leo-brook
`

/** List items with icons, numbered titles that are links, an unlabelled description. */
export const iconItems = `# Projects

## 1) [Turn the lamp faster](https://example.org/1)
${tides}

- 🎯 **Outcome:** It turns in a minute.
- 🧩 **Difficulty:** Medium
- 👩 **Mentor(s):** [Mia Stone](https://github.com/mia-stone) | [Leo Brook](https://github.com/leo-brook)
- ⏳ **Length:** 175 Hours

## 2) [Count the ships](https://example.org/2)
Ships come in at night.

- 🎯 **Outcome:** A number a night.
- 🧩 **Difficulty:** Hard
- 👩 **Mentor(s):** [Leo Brook](https://github.com/leo-brook)
- ⏳ **Length:** 350 Hours

## 3) [Paint the stairs](https://example.org/3)
The stairs are gray.

- 🎯 **Outcome:** White stairs.
- 🧩 **Difficulty:** Medium
- 👩 **Mentor(s):** [Mia Stone](https://github.com/mia-stone)
- ⏳ **Length:** 175 Hours
`

/** A table with labels in each idea; titles with a prefix. */
export const rowsInIdeas = `# Ideas

## Idea: Turn the lamp faster

### Abstract

${tides}

| Category   | Rating                                       |
| ---------- | -------------------------------------------- |
| Difficulty | Medium                                       |
| Skills     | Rust                                         |
| Mentors    | [@mia-stone](https://github.com/mia-stone)   |

## Idea: Count the ships

### Abstract

Ships come in at night.

| Category   | Rating                                       |
| ---------- | -------------------------------------------- |
| Difficulty | Hard                                         |
| Skills     | Go                                           |
| Mentors    | [@leo-brook](https://github.com/leo-brook)   |

## Idea: Paint the stairs

### Abstract

The stairs are gray.

| Category   | Rating                                       |
| ---------- | -------------------------------------------- |
| Difficulty | Easy                                         |
| Mentors    | [@leo-brook](https://github.com/leo-brook)   |
`

/** A table with an idea in each row. */
export const ideaRows = `# Mentorships

| # | Idea | Area | Level | Mentor(s) |
|---|------|------|-------|-----------|
| 1 | **Turn the lamp faster** | Lamp | medium | Mia Stone, Leo Brook |
| 2 | **Count the ships** | Harbor | hard | Leo Brook |
| 3 | **Dim the lamp** | Lamp | medium | Mia Stone |
| 4 | **Count the gulls** | Harbor | hard | Leo Brook |

More to come.
`

/** Two labels on one line, in German. */
export const twoOnALine = `# Ideen

## Die Lampe schneller drehen

**Betreuung:** Mia Stone

**Umfang:** 350 Stunden | **Schwierigkeitsgrad:** mittel

**Kenntnisse:** Rust

## Schiffe zählen

**Betreuung:** Leo Brook, Mia Stone

**Umfang:** 175 Stunden | **Schwierigkeitsgrad:** schwer

**Kenntnisse:** Go

## Treppe streichen

**Betreuung:** Leo Brook

**Umfang:** 350 Stunden | **Schwierigkeitsgrad:** mittel

**Kenntnisse:** Farbe
`

/** Front matter in a file that is one idea. */
export const oneIdeaAFile = `---
title: Turn the lamp faster
difficulty: medium
project_size:
 - 175 h
mentors:
 - mia-stone
 - leo-brook
tags:
 - rust
---

## Description

${tides}
`

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../../server/src/rules/index.ts'

/** What a careful reader finds in a list: its ideas with their people, and what its maintainer would want to know. */
interface FormCase {
  readonly text: string
  /** `title: name/handle/address, …`; null for a text that is not a list. */
  readonly ideas: readonly string[] | null
  readonly problems?: readonly string[]
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`

/** A list of ferries: each idea has its own `fields`. */
const ferries = (heading: string, ideas: Readonly<Record<string, readonly string[]>>, before: readonly string[] = []): string =>
  lines(...before, ...Object.entries(ideas).flatMap(([title, fields]) => [`${heading} ${title}`, '', ...fields, '']))

const account = (handle: string): string => `https://github.com/${handle}`
const bold = (fields: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(fields).flatMap(([label, value]) => [`**${label}**: ${value}`, ''])

const cases: Readonly<Record<string, FormCase>> = {
  'bold labels on lines of their own, groups above, one idea lacks a label': {
    text: lines(
      ...['# Ideas of the harbor office', '', '## Piers', ''],
      ...['### Count the boats', '', '**Description**', '', 'Boats come and go.', '', '**Required skills**', '', 'Go.', ''],
      ...[
        '**Project size**',
        '',
        'Small.',
        '',
        '**Mentor**',
        `- Mia Stone ([GitHub](${account('miastone')}), [Chat](https://chat.example.org/mia))`,
        '',
      ],
      ...['### Call the pilot', '', '**Description**', '', 'Pilots sleep.', '', '**Required skills**', '', 'Go.', ''],
      ...[
        '**Project size**',
        '',
        'Large.',
        '',
        '**Mentor**',
        `- Noor Haddad ([GitHub](${account('noor-h')}))`,
        '',
        '## Tides',
        '',
      ],
      ...['### Print the tides', '', 'Tides are late.', '', '**Required skills**', '', 'Go.', ''],
      ...['**Project size**', '', 'Medium.', '', '**Mentor**', `- Ole Dahl ([GitHub](${account('oledahl')}))`, ''],
    ),
    ideas: ['Count the boats: Mia Stone/miastone', 'Call the pilot: Noor Haddad/noor-h', 'Print the tides: Ole Dahl/oledahl'],
    problems: ['missing-field: This idea is missing the "Description" field, which 2 of 3 ideas have.'],
  },
  'labels are headings, people are handles, a heading of the same level is not an idea': {
    text: lines(
      ...['# Ideas', '', '## Mentors', '', 'All mentors are on [a page](./mentors.md).', '', '* * *', ''],
      ...['Count the boats', 'Call the pilot', 'Print the tides'].flatMap((title, index) => [
        ...[`## ${title}`, '', '### Idea', '', `It is the idea ${index}.`, '', '### Prerequisite Knowledge', '', 'C.', ''],
        ...[
          '### Project Length',
          '',
          '175 hours, or 350.',
          '',
          ...(index < 2 ? ['### Potential Mentors', '', '@miastone @oledahl', ''] : []),
        ],
        ...['* * *', ''],
      ]),
    ),
    ideas: ['Count the boats: miastone, oledahl', 'Call the pilot: miastone, oledahl', 'Print the tides: '],
    problems: ['missing-field: This idea is missing the "Potential Mentors" field, which 2 of 3 ideas have.'],
  },
  'one idea, its facts and people in front matter': {
    text: lines(
      ...[
        '---',
        'title: Count the boats',
        'layout: proposal',
        'difficulty: hard',
        'duration: 175',
        'mentor_avail: May-July',
        'project_mentors:',
      ],
      ...['  - email: mia@example.org', '    first_name: Mia', '    last_name: Stone', '    organization: Pier Lab', '---', ''],
      ...['## Description', '', 'Boats come and go.', '', '## Requirements', ' * C'],
    ),
    ideas: ['Count the boats: Mia Stone//mia@example.org'],
  },
  'one idea, handles in front matter with comments between them': {
    text: lines(
      ...[
        '---',
        'name: Tides by radio',
        '# in short',
        'desc: Send the tides to boats',
        'requirements:',
        ' - numpy',
        'difficulty: medium',
      ],
      ...[
        'mentors:',
        '# ask here first',
        ' - miastone',
        ' - noor-h',
        'project_size:',
        ' - 350 h',
        '---',
        '',
        '#### Description',
        '',
        'Radios are old.',
      ],
    ),
    ideas: ['Tides by radio: miastone, noor-h'],
  },
  'bold labels before values; bullets below the last label are its value; one idea lacks a label': {
    text: ferries(
      '###',
      Object.fromEntries(
        ['Count the boats', 'Call the pilot', 'Print the tides', 'Paint the pier'].map((title, index) => [
          title,
          [
            ...bold({ Skills: 'Go', 'Expected size of the project': 'Medium (175 hours)' }),
            ...(index === 2 ? [] : bold({ 'Difficulty rating': 'Hard' })),
            ...bold({ 'Possible mentors': index === 1 ? 'Mia Stone' : 'Mia Stone, Noor Haddad' }),
            '**Links**:',
            ` - Pier Source: https://example.org/pier${index}`,
            ' - Pilot Notes: https://example.org/pilot',
          ],
        ]),
      ),
      ['# Summer at the harbor', '', '## Ideas', ''],
    ),
    ideas: [
      'Count the boats: Mia Stone, Noor Haddad',
      'Call the pilot: Mia Stone',
      'Print the tides: Mia Stone, Noor Haddad',
      'Paint the pier: Mia Stone, Noor Haddad',
    ],
    problems: ['missing-field: This idea is missing the "Difficulty rating" field, which 3 of 4 ideas have.'],
  },
  'the bullets of an unknown label after the mentors are not people': {
    text: ferries('###', {
      'Count the boats': [
        ...bold({ Skills: 'Go', Size: '90 hours', 'Possible mentors': 'Mia Stone, Ole Dahl' }),
        '**Reading**:',
        '   - Old Log: https://example.org/log',
      ],
      'Call the pilot': [
        ...bold({ Skills: 'Go', Size: '90 hours', 'Possible mentors': 'Noor Haddad' }),
        '**Reading**:',
        '   - Old Log: https://example.org/log2',
      ],
    }),
    ideas: ['Count the boats: Mia Stone, Ole Dahl', 'Call the pilot: Noor Haddad'],
  },
  'icons, no-break spaces, linked titles with numbers, a bar between people': {
    text: ferries('##', {
      [`1) [Count the boats](${account('pier')}/pier/issues/3)`]: [
        ...[
          'Boats come and go.',
          '',
          '- 🎯\u00a0**Outcome:** A count.',
          '- 🛠️ **Skills Required:**\u00a0C',
          '- 🧩 **Difficulty:** Easy',
        ],
        `- 👩🏿‍🏫\u00a0**Mentor(s):** [Mia Stone](${account('miastone')}) | [Ole Dahl](${account('oledahl')})`,
      ],
      [`2) [Call the pilot](${account('pier')}/pier/issues/4) ✅`]: [
        ...['Pilots sleep.', '', '- 🎯 **Outcome:** A call.', '- 🛠️ **Skills Required:** C', '- 🧩 **Difficulty:** Hard'],
        `- 👩🏿‍🏫 **Mentor(s):** [Noor Haddad](${account('noor-h')})`,
      ],
      'Meet Our Mentors': ['- Come to the chat.', '- Or write.'],
    }),
    ideas: ['1) Count the boats: Mia Stone/miastone, Ole Dahl/oledahl', '2) Call the pilot ✅: Noor Haddad/noor-h'],
  },
  'two fields of people': {
    text: ferries('##', {
      '1. Count the boats': bold({
        'Difficulty Level': 'High',
        'Primary mentor': `[@miastone](${account('miastone')})`,
        'Secondary mentors': `[@oledahl](${account('oledahl')}), [@noor-h](${account('noor-h')})`,
        'Expected size of project': '350 hours',
      }),
      '2. Call the pilot': bold({
        'Difficulty Level': 'Low',
        'Primary mentor': `[@noor-h](${account('noor-h')})`,
        'Secondary mentors': `[@miastone](${account('miastone')})`,
        'Expected size of project': '175 hours',
      }),
    }),
    ideas: ['1. Count the boats: miastone!, oledahl, noor-h', '2. Call the pilot: noor-h!, miastone'],
  },
  'roles before people': {
    text: ferries('##', {
      'Count the boats': [
        '### Summary',
        'Boats come and go.',
        '### Skills',
        'C',
        '### Size',
        'Medium (175h)',
        '### Mentors',
        '',
        '- **Primary:** Mia (@miastone)',
        '- **Backups:** Ole (@oledahl)',
      ],
      'Call the pilot': [
        '### Summary',
        'Pilots sleep.',
        '### Skills',
        'C',
        '### Size',
        'Small (90h)',
        '### Mentors',
        '- Noor Haddad (@noor-h) & Mia Stone (@miastone)',
      ],
    }),
    ideas: ['Count the boats: Mia/miastone!, Ole/oledahl', 'Call the pilot: Noor Haddad/noor-h, Mia Stone/miastone'],
  },
  'a table with an idea in each row': {
    text: lines(
      '# Harbor Mentorship',
      '',
      '| # | Mentorship | Area | Mentor(s) |',
      '|---|---|---|---|',
      '| 1 | **Count the boats** | Piers | Mia Stone, Ole Dahl |',
      '| 2 | **Call the pilot** | Tides | Noor Haddad |',
    ),
    ideas: ['Count the boats: Mia Stone, Ole Dahl', 'Call the pilot: Noor Haddad'],
  },
  'a table with the fields of each idea': {
    text: ferries('##', {
      'Idea: Count the boats': [
        '### Abstract',
        '',
        'Boats come.',
        '',
        '| Category | Rating |',
        '| --- | --- |',
        '| Difficulty | Easy |',
        '| Skills | C |',
        `| Mentors | [@miastone](${account('miastone')}) |`,
      ],
      'Idea: Call the pilot': [
        '### Abstract',
        '',
        'Pilots sleep.',
        '',
        '| Category | Rating |',
        '| --- | --- |',
        '| Difficulty | Hard |',
        '| Skills | C |',
        `| Mentors | [@oledahl](${account('oledahl')}) |`,
      ],
    }),
    ideas: ['Count the boats: miastone', 'Call the pilot: oledahl'],
  },
  'labels in italics, emphasis in sentences, addresses in angle brackets': {
    text: ferries(
      '###',
      {
        'A note on places': ['There are two.'],
        'Count the boats': [
          '**The first goal** is to count.',
          '',
          '_Expected Size_: 90 or 175 hours',
          '',
          '_Difficulty_: Medium',
          '',
          '_Possible mentors_:',
          '',
          '* Mia Stone < <mia@example.org> >',
          '* Ole Dahl < ole@example.org >',
        ],
        'Call the pilot': [
          'Pilots sleep.',
          '',
          '_Expected Size_: 350 hours',
          '',
          '_Difficulty_: Hard',
          '',
          '_Possible mentors_:',
          '',
          '* Noor Haddad < <noor@example.org> >',
        ],
      },
      ['---', 'layout: default', 'title: Ideas', '---', '', '## Main ideas', ''],
    ),
    ideas: [
      'Count the boats: Mia Stone//mia@example.org, Ole Dahl//ole@example.org',
      'Call the pilot: Noor Haddad//noor@example.org',
    ],
  },
  'years are groups, not projects': {
    text: lines(
      '# Introduction',
      '',
      'The harbor is old.',
      '',
      ...['2031', '2030', '2029'].flatMap((year) => [
        ...[
          `# Ideas ${year}`,
          '',
          `## ${year === '2031' ? '' : '✅ (DONE) '}Count the boats of ${year}`,
          '',
          '- Size: 175 hours',
          '- Difficulty: Hard',
        ],
        ...['- Code license: MIT', `- Mentor: Mia Stone ([@miastone](${account('miastone')}))`, ''],
      ]),
    ),
    ideas: [
      'Count the boats of 2031: Mia Stone/miastone',
      '✅ (DONE) Count the boats of 2030: Mia Stone/miastone',
      '✅ (DONE) Count the boats of 2029: Mia Stone/miastone',
    ],
  },
  'front matter before a list, people in shortcodes': {
    text: ferries(
      '###',
      {
        'Count the boats': [
          '- **Skills:** C',
          '- **Difficulty:** Low',
          '- **Mentors:** {{% mention miastone %}}, [Ole Dahl](mailto:ole@example.org)',
        ],
        'Call the pilot': [
          '- **Skills:** C',
          '- **Difficulty:** High',
          '- **Mentors:** {{< mention "noor-h" >}} & {{< mention miastone >}}',
        ],
      },
      ['---', 'title: "Harbor"', 'authors: [miastone]', '---', '', 'The harbor is old.', ''],
    ),
    ideas: ['Count the boats: miastone, Ole Dahl//ole@example.org', 'Call the pilot: noor-h, miastone'],
  },
  'placeholders make a template, a word of the title does not': {
    text: ferries('###', {
      'Count the boats': [
        ...bold({ Size: '350 hours', Difficulty: 'Hard' }),
        '**Potential mentors**',
        '',
        `- [Mia Stone](${account('miastone')})`,
      ],
      'Template of a berth': [
        ...bold({ Size: '175 hours', Difficulty: 'Easy' }),
        '**Potential mentors**',
        '',
        `- [Ole Dahl](${account('oledahl')})`,
      ],
      'Name of the project': [
        ...bold({ Size: 'N hours', Difficulty: '???' }),
        '**Potential mentors**',
        '',
        '- Name and link of a mentor',
      ],
    }),
    ideas: ['Count the boats: Mia Stone/miastone', 'Template of a berth: Ole Dahl/oledahl'],
  },
  'titles share a prefix that the table of contents leaves out': {
    text: lines(
      ...[
        '# Ideas',
        '',
        '* [Print the tides](#project-name-print-the-tides)',
        '* [Count the boats](#project-name-count-the-boats)',
        '* [Call the pilot](#project-name-call-pilots)',
        '',
        '***',
        '',
      ],
      ...[
        '### Project Name: Count the boats',
        '',
        '**Skills**: C',
        '',
        '**Size**: 350 hours',
        '',
        '**Mentors**: Mia Stone, kowalski77',
        '',
      ],
      ...['### Project Name: Call the pilot', '', '**Skills**: C', '', '**Size**: 175 hours', '', '**Mentors**: Ole Dahl', ''],
      ...['## Project Name: Print the tides', '', '**Skills**: C', '', '**Size**: 350 hours', '', '**Mentors**: Noor Haddad'],
    ),
    ideas: ['Count the boats: Mia Stone, kowalski77', 'Call the pilot: Ole Dahl', 'Print the tides: Noor Haddad'],
    problems: [
      'toc-order: ',
      'toc-broken-link: No heading has the anchor "#project-name-call-pilots"',
      'heading-level: "Print the tides" is at heading level 2',
    ],
  },
  'ideas at level one below a title of level two': {
    text: lines(
      ...[
        '## Ideas for the summer',
        '',
        'This is a page.',
        '',
        '# Count the boats',
        '* **Skills:** C',
        '* **Possible Mentor:** Mia Stone',
        '* **Size:** 350 h',
        '',
      ],
      ...['# Call the pilot', '* **Skills:** C', '* **Possible Mentor:** Ole Dahl', '* **Size:** 175 h'],
    ),
    ideas: ['Count the boats: Mia Stone', 'Call the pilot: Ole Dahl'],
  },
  'ideas in a comment are not there; people with addresses, one on each line': {
    text: lines(
      ...[
        '# Ideas',
        '',
        '### Count the boats',
        '',
        '**Languages**: C',
        '',
        '**Duration**: 350h (large)',
        '',
        '**Mentor:**  ',
        'Mia Stone - mia@example.org',
        '',
        '---',
        '',
      ],
      ...[
        '### Call the pilot',
        '',
        '**Languages**: C',
        '',
        '**Duration**: 175h (medium)',
        '',
        '**Mentor:**  ',
        'Ole Dahl - ole@example.org  ',
        'Mia Stone - mia@example.org',
        '',
      ],
      ...['<!--', '### Paint the pier', '', '**Languages**: C', '', '**Duration**: ', '-->'],
    ),
    ideas: [
      'Count the boats: Mia Stone//mia@example.org',
      'Call the pilot: Ole Dahl//ole@example.org, Mia Stone//mia@example.org',
    ],
  },
  'one idea in a file': {
    text: lines(
      ...[
        '# Count the boats',
        '',
        '## Overview',
        '',
        'Boats come and go.',
        '',
        '## Expected outcomes',
        '',
        '* A count',
        '',
        '## Skills / Technologies',
        '',
        'C, SQL',
        '',
      ],
      ...[
        '## Possible mentors',
        '',
        'Mia Stone, Ole Dahl',
        '',
        '## Expected project size',
        '',
        'Medium (175 hours)',
        '',
        '## Difficulty',
        '',
        'Hard',
      ],
    ),
    ideas: ['Count the boats: Mia Stone, Ole Dahl'],
  },
  'two labels on a line, themes, a team': {
    text: lines(
      ...[
        '# Projects',
        '',
        '## Theme A) Piers',
        '',
        '### 1) Count the boats',
        '',
        '**Proposed Mentors:** Mia Stone',
        '',
        '**Skills:** C',
        '',
        '**Length:** 350 hours | **Difficulty:** Medium',
        '',
        'Boats come.',
        '',
      ],
      ...[
        '### 2) Call the pilot',
        '',
        '**Proposed Mentors:** Ole Dahl, Noor Haddad',
        '',
        '**Skills:** C',
        '',
        '**Length:** 175 hours | **Difficulty:** Hard',
        '',
        'Pilots sleep.',
        '',
      ],
      ...[
        '## Theme B) Tides',
        '',
        '### 3) Print the tides',
        '',
        '**Proposed Mentors**: Tide Team',
        '',
        '**Skills**: C',
        '',
        '**Length**: 90 hours | **Difficulty**: Easy',
        '',
        'Tides are late.',
      ],
    ),
    ideas: ['1) Count the boats: Mia Stone', '2) Call the pilot: Ole Dahl, Noor Haddad', '3) Print the tides: '],
  },
  'people of the whole list are above its first heading': {
    text: lines(
      ...[
        'Pick an idea.',
        '',
        `Mentors: [@miastone](${account('miastone')})`,
        `Co-mentors: [@oledahl](${account('oledahl')}) [@noor-h](${account('noor-h')})`,
        '',
        '## Piers',
      ],
      ...[
        '### Count the boats',
        '',
        'Boats come.',
        '',
        'Mentors: @miastone, @oledahl',
        '',
        'Size: 175 hrs',
        '',
        'Difficulty: Medium',
        '',
        'Required Skills: C',
        '',
      ],
      ...[
        '### Call the pilot',
        '',
        'Pilots sleep.',
        '',
        'Mentors: @miastone, @noor-h',
        '',
        'Size: 350 hrs',
        '',
        'Difficulty: Medium',
        '',
        'Required Skills: C',
        '',
        '## Your own',
        '',
        'Talk to us.',
      ],
    ),
    ideas: ['Count the boats: miastone, oledahl', 'Call the pilot: miastone, noor-h'],
  },
  'a changelog': {
    text: lines(
      '# Changelog',
      ...['2.1', '2.0'].flatMap((version) => [
        '',
        `## ${version}`,
        '',
        '- **Description:** boats are counted',
        '- **Difficulty:** none to upgrade',
        '- Thanks to: Mia Stone, Ole Dahl',
      ]),
    ),
    ideas: null,
  },
  'documentation of functions': {
    text: lines(
      '# API',
      ...['count', 'call'].flatMap((name) => [
        '',
        `### \`${name}(boats)\``,
        '',
        '**Description:** It does.',
        '',
        '**Requirements:** boats.',
        '',
        '**Result:** a number.',
        '',
        '**Complexity:** O(n)',
      ]),
    ),
    ideas: null,
  },
  'meeting notes': {
    text: lines(
      ...[
        '# Mentoring meetings',
        '',
        '## 2031-03-01',
        '',
        '**Attendees:** Mia Stone, Ole Dahl (mentor)',
        '',
        '**Goals:** places',
        '',
        '**Mentors:** who has time?',
        '',
      ],
      ...[
        '## 2031-03-08',
        '',
        '**Attendees:** Mia Stone',
        '',
        '**Goals:** letters',
        '',
        '**Mentors:** Ole left, nobody for the pier yet; we ask again and decide on Friday.',
        '',
        '- Length: 30 minutes',
      ],
    ),
    ideas: null,
  },
  'the application of a student': {
    text: lines(
      ...[
        '# Proposal: Count the boats',
        '',
        '## Personal information',
        '',
        '- **Name:** Emil Tran',
        '- **University:** Harbor College',
        '- **Time zone:** UTC+1',
        '',
        '## Abstract',
        '',
        'I will count.',
        '',
      ],
      ...[
        '## Mentors',
        '',
        'Mia Stone, Ole Dahl',
        '',
        '## Deliverables',
        '',
        '- a count',
        '',
        '## Project size',
        '',
        '350 hours',
        '',
        '## Timeline',
        '',
        '### Week 1',
        '',
        'Read.',
      ],
    ),
    ideas: null,
  },
  'a table of results': {
    text: lines(
      '# Fellows',
      '',
      '| Contributor | Project | Mentors |',
      '| --- | --- | --- |',
      '| Emil Tran | Count the boats | Mia Stone |',
      '| Fay Reed | Call the pilot | Ole Dahl |',
    ),
    ideas: null,
  },
  'the report of a contributor': {
    text: lines(
      ...[
        '---',
        'title: "Final report: boats"',
        'authors: ["fay"]',
        '---',
        '',
        'As part of the [pier](/pier) my [proposal](https://example.org/p) under the mentorship of Mia Stone aims to count.',
        '',
      ],
      ...[
        '**Project:** Pier',
        '',
        '**Mentors:** Mia Stone, Ole Dahl',
        '',
        '**Project length:** 350 hours',
        '',
        '## Deliverables',
        '',
        'All works.',
      ],
    ),
    ideas: null,
  },
  'an index of ideas': {
    text: lines(
      '# Projects',
      '',
      'Click on a title.',
      '',
      '* [Count the boats](boats.md)',
      '* [Call the pilot](pilot.md)',
      '',
      '# Interested?',
      '',
      'Pinging mentors again and again helps nobody.',
    ),
    ideas: null,
  },
}

const shown = (name: string | null, handle: string | null, email: string | null, primary: boolean): string =>
  (name === null ? `${handle}` : [name, handle ?? '', email ?? ''].join('/').replace(/\/+$/, '')) + (primary ? '!' : '')

for (const [name, { text, ideas, problems = [] }] of Object.entries(cases)) {
  test(`form: ${name}`, () => {
    const file = readIdeaFile(text, { path: 'docs/ideas.md', knowsProject: () => false })
    assert.equal(file.ideaList, ideas !== null)
    const found = file.projects.flatMap((project) =>
      project.ideas.map(({ idea }) => {
        const people = idea.mentors.map(({ name: who, handle, email, primary }) => shown(who, handle, email, primary))
        return `${idea.heading?.text}: ${people.join(', ')}`
      }),
    )
    assert.deepEqual(found, ideas ?? [])
    const reported = createLinter(rules)
      .lint(file)
      .map(({ code, message }) => `${code}: ${message}`)
    assert.deepEqual(
      reported.map((report, index) => (report.startsWith(problems[index] ?? '?') ? problems[index] : report)),
      problems,
    )
  })
}

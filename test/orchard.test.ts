import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { choicesFor } from '../server/src/features/authoring/choices.ts'
import { type NewIdea, planNewIdea } from '../server/src/features/authoring/newIdea.ts'
import { planNewMentor } from '../server/src/features/authoring/newMentor.ts'
import { documentSymbols } from '../server/src/features/documentSymbols.ts'
import { hover } from '../server/src/features/hover/hover.ts'
import { readIdeaFile, updateIdeaFile } from '../server/src/model/ideaFile.ts'
import { claimedEditorGlobs } from '../server/src/protocol/editorGlobs.ts'
import { exportedFile } from '../server/src/report/exportedFile.ts'
import { exportReportSchema } from '../server/src/report/schema.ts'
import { createLinter } from '../server/src/rules/engine/createLinter.ts'
import { rules } from '../server/src/rules/index.ts'
import { applyEdits } from '../server/src/text/edits.ts'
import { lineIndex } from '../server/src/text/lineIndex.ts'
import { changeBetween } from '../server/src/text/textChange.ts'
import { type Asking, checkCompletion, shownAt } from './support/checkCompletion.ts'
import { lint, read } from './support/checkRule.ts'
import { configuration, effectiveAt, optionsAt, orchard, orchardPath, readOrchard } from './support/orchard.ts'
import { opened, refusal, withSnippet } from './support/plans.ts'

// A custom programme, as the example defines it, in everything that shows a list.

const readAs = (text: string) => readOrchard(text)
const asking: Asking = { read: readAs, projects: effectiveAt(orchardPath).projects }

/** `line: code severity message`, counted from 1. */
const found = (text: string): readonly string[] =>
  lint(text, { read: readAs }).map(
    ({ span, code, severity, message }) => `${text.slice(0, span.start).split('\n').length}: ${code} ${severity} ${message}`,
  )

const findings = [
  '12: toc-broken-link warning No heading has the anchor "#vor-dem-schwarmen-warnen". Did you mean "#vor-dem-schwärmen-warnen"?',
  '46: field-label information The label "Worum es geht" should be "Zusammenfassung" in this list.',
  '62: invalid-size error "mittel" is not one of the available sizes; expected kurz (~40 h) or lang (~120 h).',
  '76: mentor-email warning Ada Holunder has no email address; expected "Ada Holunder (email)".',
  '81: missing-field error This idea is missing the "Treffpunkt" field.',
  '102: toc-entry-missing warning "Die Presse belauschen" is missing from the table of contents.',
]

test('orchard: the example has the six slips that its README speaks of, in LF and in CRLF', () => {
  assert.deepEqual(found(orchard), findings)
  const crlf = orchard.replaceAll('\n', '\r\n')
  assert.deepEqual(found(crlf), findings)
})

test('orchard: with the offered fixes, and a size and an address by hand, nothing is left', () => {
  let text = orchard
  for (;;) {
    const [fix] = lint(text, { read: readAs }).flatMap((finding) => finding.fixes?.() ?? [])
    if (fix === undefined) break
    text = applyEdits(text, fix.edits)
  }
  assert.ok(text.includes('  - Ada Holunder (ada@hollergrund.example)\n- Treffpunkt:\n\n### Etiketten'), text)
  assert.ok(text.includes('- Zusammenfassung: Aus den Blühtagen'), text)
  assert.ok(text.includes('  - [Die Presse belauschen](#die-presse-belauschen)\n<!-- tocstop -->'), text)
  const fixed = text
    .replace('- Treffpunkt:\n', '- Treffpunkt: am Tor\n')
    .replace('Umfang: mittel', 'Umfang: lang')
    .replace('- Ada Holunder\n', '- Ada Holunder (ada@hollergrund.example)\n')
  assert.deepEqual(found(fixed), [])
})

test('orchard: what the form asks for is found missing, doubled, out of order, without its colon or misspelled', () => {
  const [before, after] = ['- Treffpunkt: dienstags im Gartenhaus\n- Mehr dazu', '- Betreuung:\n  - Ilse']
  const planted = (from: string, to: string): readonly string[] => {
    assert.ok(orchard.includes(from), from)
    return found(orchard.replace(from, to)).filter((each) => !findings.some((known) => known.slice(4) === each.slice(4)))
  }
  assert.deepEqual(planted(before, '- Treffpunkt:\n- Mehr dazu'), ['29: empty-field error "Treffpunkt" is required but empty.'])
  assert.deepEqual(planted(before, `- Treffpunkt: am Tor\n${before}`), [
    '30: duplicate-field warning "Treffpunkt" appears more than once in this idea.',
  ])
  assert.deepEqual(planted('- Vorwissen: Python, Bild', '- Vorwisen: Python, Bild'), [
    '20: missing-field error This idea is missing the "Vorwissen" field.',
    '24: unknown-field information "Vorwisen" is not a field in this list. Did you mean "Vorwissen"?',
  ])
  assert.deepEqual(planted(after, `- Sprachen: Deutsch\n${after}`), [
    '26: field-order information "Sprachen" should come after "Treffpunkt", as in the template.',
  ])
  assert.deepEqual(planted('Umfang: lang (etwa 120 Stunden)', 'Umfang: lang (etwa 40 Stunden, 120 h)'), [])
  assert.deepEqual(planted('Umfang: lang (etwa 120 Stunden)', 'Umfang: lang (40 h)'), [
    '25: size-mismatch warning "lang (40 h)" is inconsistent. Use "lang (etwa 120 Stunden)", or the name for 40 hours.',
  ])
  assert.deepEqual(planted('  - Jonte Birnbaum (jonte@hollergrund.example)\n', ''), [
    '26: mentor-count information 1 mentor is listed; 2 are recommended.',
  ])
  assert.deepEqual(
    planted('## Mosterei\n', '## Mostereii\n').filter((each) => each.includes('project')),
    ['79: unknown-project warning "Mostereii" is not a known project of Obsthain-Sommer. Did you mean "Mosterei"?'],
  )
})

test('orchard: its fields, sizes and mentors are exported as those of any other list', () => {
  const exported = exportedFile('ideas/2026.md', readOrchard(orchard))
  exportReportSchema.parse({ files: [exported] })
  assert.deepEqual(
    exported.projects.map(({ name, ideas }) => [name, ideas.length]),
    [
      ['Apfelkarte', 3],
      ['Bienenwaage', 2],
      ['Mosterei', 3],
    ],
  )
  assert.deepEqual([exported.profile, exported.ideaLevel], ['orchard', 3])
  assert.deepEqual(exported.projects[0]!.ideas[0], {
    title: 'Sorten am Blatt erkennen',
    line: 20,
    anchor: 'sorten-am-blatt-erkennen',
    size: 'lang',
    text: '',
    fields: [
      {
        key: 'description',
        label: 'Zusammenfassung',
        line: 22,
        text: 'Die Karte kennt 400 Bäume, aber von vielen nicht die Sorte. Ein Bild vom Blatt soll einen Vorschlag geben.',
      },
      {
        key: 'expectedOutcome',
        label: 'Ergebnis',
        line: 23,
        text: 'Zu jedem Baum lässt sich ein Bild ablegen, und die drei wahrscheinlichsten Sorten erscheinen.',
      },
      { key: 'recommendedSkills', label: 'Vorwissen', line: 24, text: 'Python, Bildverarbeitung' },
      { key: 'size', label: 'Umfang', line: 25, text: 'lang (etwa 120 Stunden)' },
      {
        key: 'mentors',
        label: 'Betreuung',
        line: 26,
        text: '- Ilse Quitte (ilse@hollergrund.example)\n- Jonte Birnbaum (jonte@hollergrund.example)',
      },
      { key: 'other', label: 'Treffpunkt', line: 29, text: 'dienstags im Gartenhaus' },
      { key: 'upstreamIssue', label: 'Mehr dazu', line: 30, text: 'https://hollergrund.example/apfelkarte/12' },
    ],
    mentors: [
      { name: 'Ilse Quitte', handle: null, email: 'ilse@hollergrund.example', primary: false, line: 27 },
      { name: 'Jonte Birnbaum', handle: null, email: 'jonte@hollergrund.example', primary: false, line: 28 },
    ],
    upstream: ['https://hollergrund.example/apfelkarte/12'],
    lfxUrl: null,
    skills: ['Python', 'Bildverarbeitung'],
  })
  assert.deepEqual(
    exported.projects.flatMap(({ ideas }) => ideas.map(({ size }) => size)),
    ['lang', 'kurz', 'lang', null, 'lang', 'kurz', 'kurz', 'lang'],
  )
})

const linesOf = (text: string) => lineIndex(TextDocument.create('file:///a.md', 'markdown', 1, text), 'utf-16')

test('orchard: the outline has its projects, ideas and fields', () => {
  const projects = documentSymbols(readOrchard(orchard), linesOf(orchard)) ?? []
  const tree = projects.map(({ name, children = [] }) => [name, children.map((idea) => idea.name)])
  assert.deepEqual(tree, [
    ['Apfelkarte', ['Sorten am Blatt erkennen', 'Wege ohne Treppen zeigen', 'Erntezeiten vorhersagen']],
    ['Bienenwaage', ['Messwerte ohne Netz sammeln', 'Vor dem Schwärmen warnen']],
    ['Mosterei', ['Anlieferung planen', 'Etiketten für alle Flaschen', 'Die Presse belauschen']],
  ])
  assert.deepEqual(
    projects[1]?.children?.[0]?.children?.map(({ name }) => name),
    ['Zusammenfassung', 'Ergebnis', 'Vorwissen', 'Umfang', 'Betreuung', 'Treffpunkt'],
  )
})

/** The list up to the fourth idea's size, of which something else is typed. */
const until = orchard.slice(0, orchard.indexOf('- Umfang: mittel'))
const rest = orchard.slice(orchard.indexOf('### Vor dem'))

test('orchard: completion offers its labels, sizes, people and projects', () => {
  assert.deepEqual(shownAt(`${until}- $0\n\n${rest}`, asking), ['Umfang', 'Betreuung', 'Treffpunkt', 'Sprachen', 'Mehr dazu'])
  checkCompletion(`${until}- Tr$0\n\n${rest}`, 'Treffpunkt', `${until}- Treffpunkt: \n\n${rest}`, asking)
  const sizes = `${until}- Umfang: $0\n\n${rest}`
  assert.deepEqual(shownAt(sizes, asking), ['kurz (etwa 40 Stunden)', 'lang (etwa 120 Stunden)'])
  checkCompletion(sizes, 'kurz (etwa 40 Stunden)', sizes.replace('$0', 'kurz (etwa 40 Stunden)'), asking)
  const people = `${until}- Umfang: kurz\n- Betreuung:\n  - $0\n\n${rest}`
  assert.deepEqual(shownAt(people, asking).slice(0, 2), [
    'Ole Weißdorn (ole@hollergrund.example)',
    'Ilse Quitte (ilse@hollergrund.example)',
  ])
  const projects = orchard.replace('## Mosterei\n', '## $0\n')
  assert.deepEqual(shownAt(projects, asking), ['Mosterei'])
})

const form = (stop: number): string => `- Zusammenfassung: \${${stop}}
- Ergebnis: \${${stop + 1}}
- Vorwissen: \${${stop + 2}}
- Umfang: \${${stop + 3}:kurz (etwa 40 Stunden)}
- Betreuung:
  - \${${stop + 4}:Name} (\${${stop + 5}:email})
  - \${${stop + 6}:Name} (\${${stop + 7}:email})
- Treffpunkt: \${${stop + 8}}`

const newIdea = (marked: string, idea: Pick<NewIdea, 'project' | 'title'>): string => {
  const { file, read: again, offset } = opened(marked, orchardPath, readAs)
  return withSnippet(file.text, planNewIdea(file, { at: offset, ...idea }, again))
}

test('orchard: a new idea has the form of the programme and its place in the list and its table', () => {
  const added = newIdea(orchard, { project: 'Bienenwaage', title: 'Wann Winter ist' })
  const entry = `### Wann Winter ist\n\n${form(1)}$0\n\n`
  assert.equal(
    added,
    orchard
      .replace('## Mosterei\n', () => `${entry}## Mosterei\n`)
      .replace('(#vor-dem-schwarmen-warnen)\n', '(#vor-dem-schwarmen-warnen)\n  - [Wann Winter ist](#wann-winter-ist)\n'),
  )
})

test('orchard: in an empty file that the programme claims, a new idea lays down the whole list', () => {
  for (const text of ['', '\n']) {
    assert.equal(
      newIdea(text, { project: 'Mosterei', title: 'Saft ohne Strom' }).trimEnd(),
      `# Obsthain-Sommer 2026

<!-- toc -->
- [Mosterei](#mosterei)
  - [Saft ohne Strom](#saft-ohne-strom)
<!-- tocstop -->

## Mosterei

### Saft ohne Strom

${form(1)}
- Sprachen: \${10}
- Mehr dazu: \${11}$0`,
    )
  }
  const choices = choicesFor(readOrchard(''), [effectiveAt(orchardPath).profile!])
  assert.deepEqual([choices.ideaList, choices.profile], [false, 'orchard'])
  assert.deepEqual(
    choices.known.map(({ name }) => name),
    ['Apfelkarte', 'Bienenwaage', 'Mosterei'],
  )
  assert.equal(choices.programmes[0]?.title, 'Obsthain-Sommer')
})

test('orchard: a new mentor is asked for an address alone', () => {
  const { file, offset } = opened(orchard.replace('- Umfang: mittel', '- Umfang: $0mittel'), orchardPath, readAs)
  assert.equal(
    withSnippet(file.text, planNewMentor(file, offset)),
    orchard.replace(
      '- Treffpunkt: bei den Stöcken, samstags\n\n### Vor',
      () => `  - \${1:Name} (\${2:email})$0\n- Treffpunkt: bei den Stöcken, samstags\n\n### Vor`,
    ),
  )
})

test('orchard: hovers say what the programme asks for, and nothing of the CNCF', () => {
  const shownAtWord = (word: string): string => {
    const linter = createLinter(rules)
    const file = readOrchard(orchard)
    const card = hover(file, linesOf(orchard), orchard.indexOf(word), {
      lists: [],
      findings: () => linter.lint(file),
      format: 'plaintext',
    })
    return JSON.stringify(card?.contents)
  }
  assert.match(shownAtWord('Treffpunkt:'), /Treffpunkt · required · field 6 of 8 in Obsthain-Sommer/)
  assert.match(shownAtWord('Betreuung:'), /1 to 3 mentors \(2 recommended\), one per line: Name \(email\)\./)
  assert.match(shownAtWord('Umfang:'), /kurz.*lang/)
  assert.match(shownAtWord('Apfelkarte\n\n'), /3 ideas in this list/)
  assert.doesNotMatch(shownAtWord('Apfelkarte\n\n'), /CNCF/)
})

test('orchard: every file that the programme claims is a list, whatever it contains, and no other', () => {
  for (const text of ['', '# Später\n', '## Apfelkarte\n\n### Noch leer\n']) {
    assert.deepEqual([readOrchard(text).ideaList, readOrchard(text).profile.id], [true, 'orchard'])
  }
  const unclaimed = optionsAt('/orchard/README.md')
  assert.deepEqual(
    [unclaimed.claimed, unclaimed.profile, readIdeaFile(orchard, unclaimed).profile.id],
    [false, undefined, 'learned'],
  )
  assert.equal(read(orchard, orchardPath).ideaList, false)
  assert.deepEqual(found('# Später\n\nHier steht noch nichts.\n'), [
    '1: no-ideas warning This file belongs to "orchard" in .idea-files.json, but no ideas were found in it.',
  ])
})

test('orchard: the cheap look takes the globs of programmes, and every file where labels are free', () => {
  assert.deepEqual(claimedEditorGlobs(configuration), ['ideas/*.md'])
  assert.deepEqual(claimedEditorGlobs('{ "programs": { "a": { "files": [ "./x/", "2026.md",\n "t/{2024..2026}.md" ] } } }'), [
    'x/**',
    '**/2026.md',
    't/*.md',
  ])
  assert.deepEqual(claimedEditorGlobs('{ "profiles": [{ "files": "a.md", "profile": "gsoc" }], "labels": {} }'), ['**'])
  assert.deepEqual(claimedEditorGlobs('{ "rules": {} }'), [])
  assert.deepEqual(claimedEditorGlobs(`"files": [${'"'.repeat(50_000)}`).length, 25_000)
})

test('orchard: an edit leaves the list as a reading from scratch has it', () => {
  const options = optionsAt()
  let file = readIdeaFile(orchard, options)
  for (const [from, to] of [
    ['Umfang: mittel', 'Umfang: lang'],
    ['- Treffpunkt: bei', '- Treffpunk: bei'],
    ['- Treffpunk: bei', '- Treffpunkt bei'],
    ['Zusammenfassung: Jede', 'Worum es geht: Jede'],
  ] as const) {
    const text = file.text.replace(from, to)
    assert.notEqual(text, file.text)
    file = updateIdeaFile(file, text, changeBetween(file.text, text), options)
    assert.deepEqual(exportedFile('', file), exportedFile('', readIdeaFile(text, options)))
  }
})

test('orchard: a programme is refused for a file that it does not claim', () => {
  const { file, read: again } = opened('# Notes\n')
  assert.match(refusal(planNewIdea(file, { project: 'Mosterei', title: 'x' }, again)), /^Choose a program for the new list\.$/)
})

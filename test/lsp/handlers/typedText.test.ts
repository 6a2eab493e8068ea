import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Position } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { catalog } from '../../../server/src/catalog/data.ts'
import { knowsProject } from '../../../server/src/catalog/knownProjects.ts'
import { catalogSkills, skillNamed } from '../../../server/src/catalog/skills.ts'
import { changeBetween } from '../../../server/src/text/textChange.ts'
import { list } from '../../support/list.ts'
import { connect, type TestClient, timeout, uri } from '../../support/server.ts'
import { vscodeFuzzyScore } from '../../support/vscodeFuzzyScore.ts'
import { type SuggestServer, TypedLine } from '../../support/vscodeSuggest.ts'

const given = 'Ana Ben Chen Dina Emil Farah Goran Hana Ivan José Kai Léa Maria Noor Omar Pia Quinn Ravi Siân Tom'.split(' ')
const family =
  'Abbott Brown Costa Doležal Evans Ferreira Gomez Hughes Ito Jansen Kim Larsen Müller Novak Okafor Patel Roe Silva Tran Xu'.split(
    ' ',
  )

/** Known people: each given and each family name belongs to one or two of them. */
const knownPeople = given.flatMap((first, index) =>
  [0, 7].map((step) => `${first} ${family[(index * 3 + step) % family.length]}`),
)

/** Names that no list has: they share a word with people in it, begin as they do, or neither. */
const newPeople = given
  .flatMap((first) => family.map((last) => `${first} ${last}`))
  .filter((name) => !knownPeople.includes(name))
  .filter((_, index) => index % 3 !== 0)
  .map((name, index) => (index % 5 === 0 ? name.slice(0, -1) : index % 7 === 0 ? `${name} Jr` : name))
  .slice(0, 200)

const newSkills = (
  'R|C|Elm|Perl|OCaml|Forth|Ada|APL|Awk|Basic|Chapel|Cobol|Coq|Crystal|D|Delphi|Eiffel|Factor|Fennel|Fortran|Gleam|Groovy|Hack|Haxe|' +
  'Idris|Io|J|Janet|Julia|K|Lean|Lisp|Logo|Maple|Mercury|Mojo|Nim|Nix|Oberon|Odin|Oz|Pascal|Pony|Prolog|PureScript|Q|Racket|Raku|' +
  'Reason|Rego|Ring|Roc|Scala|Scheme|Scratch|Self|Simula|Smalltalk|Snobol|Stan|Tcl|Unison|V|Vala|Verilog|VHDL|Wren|Yorick|Zig|x.|' +
  'Basic knowledge of tides|Understanding of R|Reading charts|Patience|Contract law|Sound design|Map making|Cartography|Typesetting|' +
  'Knots|Sailing|Mathematics|Statistics|Logic|Proofs|Compilers of C|Parsing of X|Rendering|Games|Graphics|Audio|Video|Photos|Speech|' +
  'Radio|Robots|Drones|Sensors|Motors|Maps|Public speaking|Prose|Rhetoric|Grammar|Translation|Poetry|Choirs|Drums|Organs|Violins'
)
  .split('|')
  .filter((name) => !isKnownSkill(name))
  .slice(0, 100)

function isKnownSkill(name: string): boolean {
  return skillNamed(name) !== undefined && skillNamed(name) !== null
}

const newProjects = ['My', 'Open', 'Cloud', 'Kube', 'Fl', 'Foo', 'Service', 'Har', 'Op', 'K8']
  .flatMap((first) =>
    ['Tool', 'Flipt', 'ipt', ' Lantern', 'er', 'Mesh X', ' Policy', 'Tele', 'R', ' Meter', 'Hub Q'].map(
      (last) => `${first}${last}`,
    ),
  )
  .filter((name) => !knowsProject(name))
  .slice(0, 100)

const handleOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

/** The list with the known people as mentors of a second project's idea. */
const crowded = list.replace(
  '## How to apply\n',
  `### Falco\n\n#### Keep watch\n\n- Description: at night\n- Mentor(s):\n${knownPeople
    .map((name) => `  - ${name} (@${handleOf(name)}, ${handleOf(name)}@example.org)\n`)
    .join('')}\n## How to apply\n`,
)

const at = (from: string, to: string): string => {
  assert.equal(crowded.split(from).length, 2, `${from} is in the list once`)
  return crowded.replace(from, () => to)
}
const inMentors = at('  - Bo Reed (@bo-reed, bo@example.org)\n', '  -$0\n')
const inSkills = at('- Recommended Skills: Go, TypeScript and CSS\n', '- Recommended Skills:$0\n')
const inSkillsLater = at('- Recommended Skills: Go, TypeScript and CSS\n', '- Recommended Skills: Go,$0\n')
const inProjects = at('## How to apply\n', '###$0\n\n## How to apply\n')

interface ListServer extends SuggestServer {
  /** Makes this the text of the document; `$0` is left out. */
  readonly reset: (marked: string) => void
}

async function suggestServer(): Promise<ListServer> {
  const client: TestClient = connect()
  const completion = { completionItem: { snippetSupport: true } }
  await client.initialize({ textDocument: { completion, diagnostic: {} } }, { suggest: true, newIdea: true })
  client.open(crowded)
  const document = TextDocument.create(uri, 'markdown', 1, crowded)
  const textDocument = { uri }
  const change = (start: Position, end: Position, text: string): void => {
    const range = { start, end }
    TextDocument.update(document, [{ range, text }], document.version + 1)
    client.change(document.version, { range, text })
  }
  return {
    // as an undo does: a new text would be read as a whole
    reset: (marked) => {
      const wanted = marked.replace('$0', '')
      const { start, oldEnd, newEnd } = changeBetween(document.getText(), wanted)
      change(document.positionAt(start), document.positionAt(oldEnd), wanted.slice(start, newEnd))
    },
    insert: (at, text) => change(at, at, text),
    completes: (position) => client.request('ideaFiles/completes', { textDocument, position }),
    suggest: (position, triggerCharacter) =>
      client.request('textDocument/completion', {
        textDocument,
        position,
        context: triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter },
      }),
  }
}

test('typed text: VS Code’s score, on examples of its own tests', () => {
  assert.equal(vscodeFuzzyScore('xx', 'Maria Silva'), null)
  assert.equal(vscodeFuzzyScore('aria', 'Maria'), null, 'the first letter begins no word')
  assert.notEqual(vscodeFuzzyScore('mrsl', 'Maria Silva'), null, 'letters in their order, wherever they are')
  const exact = vscodeFuzzyScore('Maria', 'Maria')!
  assert.ok(exact > vscodeFuzzyScore('Maria', 'Maria Silva')!, 'a full match comes first')
  assert.ok(vscodeFuzzyScore('si', 'Silva')! > vscodeFuzzyScore('si', 'Maria Silva')!, 'and what begins so')
})

/** What is typed after a space, and whether more than it may follow. */
const kinds = [
  { what: 'people', names: newPeople, marked: inMentors, count: 200, tail: /^(?: \(@, \))?$/ },
  { what: 'skills', names: newSkills, marked: inSkills, count: 100, tail: /^$/ },
  { what: 'skills after a comma', names: newSkills, marked: inSkillsLater, count: 100, tail: /^$/ },
  { what: 'projects', names: newProjects, marked: inProjects, count: 100, tail: /^$/ },
] as const

for (const { what, names, marked, count, tail } of kinds) {
  test(`typed text: names of ${what} that no list has stay as they are typed, whatever key follows`, { timeout }, async () => {
    assert.equal(names.length, count)
    const server = await suggestServer()
    for (const name of names) {
      server.reset(marked)
      const line = new TypedLine(server, marked)
      const typed = `${line.line} ${name}`
      await line.type(` ${name.slice(0, -2)}`)
      for (const answered of [0, 1, 2]) {
        if (answered > 0) await line.type(name.at(answered - 3) ?? '')
        // the last letters and the key come before the server's answer
        const then = line.copy()
        await then.type(name.slice(name.length - 2 + answered), true)
        for (const key of [',', '(']) {
          const other = then.copy()
          await other.type(key, true)
          assert.equal(other.line, `${typed}${key}`)
        }
        then.accept()
        assert.ok(then.line.startsWith(typed), `${name}: ${then.line}`)
        assert.match(then.line.slice(typed.length), tail, `${name}: ${then.line}`)
      }
    }
  })
}

const firstLetters = (name: string): readonly string[] =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
    .map((word) => [...word].slice(0, 4).join(''))

const found = [
  { what: 'people', marked: inMentors, names: knownPeople.map((name) => [name, `${name} (@${handleOf(name)})`] as const) },
  { what: 'skills', marked: inSkills, names: catalogSkills.map(({ name }) => [name, name] as const) },
  {
    what: 'projects',
    marked: inProjects,
    names: catalog.projects
      .filter(({ name }) => !/^(?:Falco|Harbor|Jaeger)$/.test(name))
      .map(({ name }) => [name, name] as const),
  },
] as const

for (const { what, marked, names } of found) {
  test(`typed text: known ${what} are found by four letters of any of their words`, { timeout }, async () => {
    const server = await suggestServer()
    for (const [name, label] of names) {
      for (const letters of firstLetters(name)) {
        // what is typed in full needs no finding
        if (letters.toLowerCase() === name.toLowerCase()) continue
        server.reset(marked)
        const line = new TypedLine(server, marked)
        await line.type(` ${letters.toLowerCase()}`)
        assert.ok(line.labels.includes(label), `${name} by ${letters}: ${line.labels.slice(0, 10).join(' | ')}`)
      }
    }
  })
}

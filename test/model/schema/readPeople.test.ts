import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPeople, readPeople } from '../../../server/src/model/schema/readPeople.ts'
import type { Mentor } from '../../../server/src/model/types.ts'

const person = ({ name, handle, email, primary }: Mentor): string =>
  [name, handle && `@${handle}`, email, primary && 'primary'].filter((part) => part).join(' ')

/** The people of a line, and what is expected of them. */
const lines: readonly (readonly [string, readonly string[]])[] = [
  // what separates people
  ['Mia Stone / Noor Haddad', ['Mia Stone', 'Noor Haddad']],
  ['Mia Stone + Noor Haddad', ['Mia Stone', 'Noor Haddad']],
  ['Mia and/or Noor', ['Mia', 'Noor']],
  [
    '[Mia Stone](mailto:mia@lamps.org), and [Noor Haddad](mailto:noor@lamps.org)',
    ['Mia Stone mia@lamps.org', 'Noor Haddad noor@lamps.org'],
  ],
  [
    '[Mia Stone](https://github.com/miast), and [Noor Haddad](https://github.com/noorh)',
    ['Mia Stone @miast', 'Noor Haddad @noorh'],
  ],
  ['[Mia Stone](https://github.com/miast) and', ['Mia Stone @miast']],
  ['and [Noor Haddad](https://github.com/noorh)', ['Noor Haddad @noorh']],
  ['[@miast](https://github.com/miast)/[@noorh](https://github.com/noorh)', ['@miast', '@noorh']],
  ['Mia Stone - mia@lamps.org / Noor Haddad - noor@lamps.org', ['Mia Stone mia@lamps.org', 'Noor Haddad noor@lamps.org']],
  // one person with several contacts
  ['Mia Stone, mia@lamps.org', ['Mia Stone mia@lamps.org']],
  ['Mia Stone, @noorh', ['Mia Stone', '@noorh']],
  [
    'Mia Stone (GitHub: [@miast](https://github.com/miast), Email: [mia@lamps.org](mailto:mia@lamps.org))',
    ['Mia Stone @miast mia@lamps.org'],
  ],
  ['Mia Stone ([github](https://github.com/miast), [email](mailto:mia@lamps.org))', ['Mia Stone @miast mia@lamps.org']],
  ['Mia Stone (**@miast**)', ['Mia Stone @miast']],
  ['[Mia Stone][mia], [Noor Haddad][noor]', ['Mia Stone', 'Noor Haddad']],
  ['Mia Stone (Github: mia-st), Noor Haddad (GitHub: @noorh)', ['Mia Stone @mia-st', 'Noor Haddad @noorh']],
  ['[Mia Stone](mia@lamps.org)', ['Mia Stone mia@lamps.org']],
  ['[Mia Stone](https://gitlab.com/miast), https://gitlab.com/noorh', ['Mia Stone @miast', '@noorh']],
  ['[@Mia Stone](https://github.com/miast)', ['Mia Stone @miast']],
  ['[@miast][], [@noorh]', ['@miast', '@noorh']],
  [
    'https://gitlab.com/cleo, [@noorh], {{< mention miast >}}, [Ada Fern](https://github.com/ada)',
    ['@cleo', '@noorh', '@miast', 'Ada Fern @ada'],
  ],
  ['[Mia Stone][@miast]', ['Mia Stone @miast']],
  ['{{% mention "miast" %}} {{< mention noorh >}}', ['@miast', '@noorh']],
  ['miast, noor-h.', ['@miast', '@noor-h']],
  ['[Mia](/about#mia), [Noor](https://lamps.org/noor)', ['Mia', 'Noor']],
  ['Mia Stone (@miast) Noor Haddad (@noorh)', ['Mia Stone @miast', 'Noor Haddad @noorh']],
  // accounts of chats and disguised addresses are neither
  ['Mia Stone (Slack: @mia-lamps)', ['Mia Stone']],
  ['Mia Stone (mia [at] lamps [dot] org), Noor (noor AT lamps DOT org)', ['Mia Stone', 'Noor']],
  // roles and notes
  ['@miast (primary), @noorh (secondary)', ['@miast primary', '@noorh']],
  ['Mia Stone (main mentor), Noor Haddad (co-mentor)', ['Mia Stone', 'Noor Haddad']],
  ['Mia Stone as a primary mentor - email: mia@lamps.org', ['Mia Stone mia@lamps.org primary']],
  ['Lead: Mia Stone; Backup: Noor Haddad', ['Mia Stone', 'Noor Haddad']],
  ['mentor1: Mia, mentor2: Noor', ['Mia', 'Noor']],
  ['Support 2: Mia Stone https://github.com/miast', ['Mia Stone @miast']],
  ['Mia: mia@lamps.org', ['Mia mia@lamps.org']],
  ['Mia https://lamps.org/people/mia', ['Mia']],
  ['[Mia Stone](https://github.com/miast) \\', ['Mia Stone @miast']],
  ['Mia Stone (Lamp University), Noor Haddad (LAMP)', ['Mia Stone', 'Noor Haddad']],
  ['Mia Stone, PhD', ['Mia Stone']],
  ['[Mia Stone](https://github.com/miast), Lamp founder', ['Mia Stone @miast']],
  ['Mia Stone, Senior Engineer, Noor Haddad, maintainer', ['Mia Stone', 'Noor Haddad']],
  ['Mia Stone core developer', ['Mia Stone']],
  ['Mia Stone (@miast) - Lamp University', ['Mia Stone @miast']],
  ['[Mia Stone](https://github.com/miast), Lamp University', ['Mia Stone @miast']],
  ['Mia Stone, ~~Noor Haddad~~', ['Mia Stone']],
  ['Mia Stone, Noor Haddad!!', ['Mia Stone', 'Noor Haddad']],
  // sentences
  ['Maybe later, once the lamp is ready, but I can help. Mia Stone (mia@lamps.org)', ['Mia Stone mia@lamps.org']],
  // no one
  ['To be confirmed', []],
  ['To be assigned', []],
  ['Vacant', []],
  ['Support: TBC', []],
  ['Support 2: TBD', []],
  ['Talk to us', []],
  ['Lamp developers', []],
  ['Team Lamp', []],
  ['Mia Stone and others', ['Mia Stone']],
  ['Mia Stone and friends', ['Mia Stone']],
]

test('readPeople: the people of a line, whatever separates and describes them', () => {
  for (const [line, expected] of lines) assert.deepEqual(readPeople([{ text: line, start: 0 }]).map(person), expected, line)
})

test('readPeople: spans are those of the line', () => {
  const text = 'Lead: Mia Stone (LAMP) / Noor Haddad, noor@lamps.org'
  const shown = readPeople([{ text, start: 0 }]).map(({ nameSpan, emailSpan }) =>
    [nameSpan, emailSpan].map((span) => span && text.slice(span.start, span.end)),
  )
  assert.deepEqual(shown, [
    ['Mia Stone', null],
    ['Noor Haddad', 'noor@lamps.org'],
  ])
})

test('isPeople: names, and words for no one; no sentences', () => {
  for (const value of ['Mia Stone, Noor Haddad!!', 'To be confirmed', 'TBD', 'Mia Stone (needs to be confirmed)']) {
    assert.equal(isPeople(value, []), true, value)
  }
  for (const value of ['Who will help you?', 'We are looking for people who know lamps'])
    assert.equal(isPeople(value, []), false, value)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placedPrograms } from '../../server/src/exports/placedPrograms.ts'
import { lfxExportText } from '../support/lfxExports.ts'

test('placed programs: each value is where it says', () => {
  for (const text of [lfxExportText, `\ufeff${lfxExportText}`]) {
    const programs = placedPrograms(text)
    const at = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end)
    assert.deepEqual(
      programs.map(({ spanOf }) => [at(spanOf('cncf_project')), at(spanOf('program_name_short'))]),
      [
        ['Harbor', 'Copy what is signed'],
        ['etcd', 'Keep the log short'],
      ],
    )
    assert.match(at(programs[0]!.mentors[1]!.span), /^\{\s+"name": "Cleo Example",[^}]+\}$/)
    assert.equal(at(programs[1]!.spanOf('technologies')).replace(/\s/g, ''), '["Go"]')
    assert.equal(at(programs[1]!.spanOf('lfx_url')), at(programs[1]!.span))
  }
})

test('placed programs: none in what is not an export', () => {
  for (const text of ['', '{', '[]', '{"programs":[{"title":"a"}]}']) assert.deepEqual(placedPrograms(text), [])
})

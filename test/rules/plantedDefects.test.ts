import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits } from '../../server/src/text/edits.ts'
import { lint } from '../support/checkRule.ts'
import { good, goodPath as path } from '../support/goodList.ts'
import { defects } from '../support/plantedDefects.ts'

const places = (text: string): readonly string[] =>
  lint(text, { path }).map(
    ({ code, span }) => `${code} in ${text.slice(text.lastIndexOf('\n', span.start - 1) + 1).split('\n', 1)[0]}`,
  )

test('plantedDefects: nothing is wrong in the good list', () => assert.deepEqual(places(good), []))

for (const { what, from, to, code, at, noFix, also = [] } of defects) {
  test(`planted: ${what}`, () => {
    // from the end: names and links are in the template and in other ideas, too
    const place = good.lastIndexOf(from)
    assert.ok(place >= 0)
    const text = good.slice(0, place) + to + good.slice(place + from.length)
    const found = places(text)
    assert.ok(
      found.some((each) => each.startsWith(`${code} in ${at}`)),
      `found ${JSON.stringify(found)}`,
    )
    const others = lint(text, { path }).filter((finding) => finding.code !== code && !also.includes(finding.code))
    assert.deepEqual(
      others.map(({ message }) => message),
      [],
      'one defect, one finding',
    )
    const finding = lint(text, { path }).find(
      ({ code: own, span }) => own === code && text.slice(text.lastIndexOf('\n', span.start - 1) + 1).startsWith(at),
    )!
    const fixes = finding.fixes?.() ?? []
    if (noFix) return assert.deepEqual(fixes, [])
    assert.ok(fixes.length > 0, 'no fix')
    const fixed = applyEdits(text, fixes[0]!.edits)
    assert.ok(!places(fixed).some((each) => each.startsWith(`${code} in ${at}`)), fixed)
  })
}

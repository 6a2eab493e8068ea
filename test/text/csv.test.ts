import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvText } from '../../server/src/text/csv.ts'

test('csv: cells with commas, quotes or line ends are quoted; numbers and nothing stay plain', () => {
  assert.equal(csvText([['a', 'b,c', 'd"e', 'f\ng', 'h\ri', 7, null, '']]), 'a,"b,c","d""e","f\ng","h\ri",7,,\r\n')
  assert.equal(csvText([['a'], [' b ']]), 'a\r\n b \r\n')
})

test('csv: what a spreadsheet would take for a formula gets an apostrophe; numbers of ours do not', () => {
  const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', 'a=1', ' =1', -1]
  assert.equal(csvText([cells]), `'=1+1,'+1,'-1,'@SUM(A1),"'\t'=1","'\r'=1",'＝1,a=1, =1,-1\r\n`)
})

test('csv: a cell that other separators would split is quoted, and none of its parts is a formula', () => {
  const cells = ['a;b', 'a\tb', "Foo;=cmd|' /C calc'!A0", 'a;+1', 'a\t-1', 'a\n@b', 'a;＝1', 'a; =1', 'a;\t =1', 'a;;=1']
  assert.equal(
    csvText([cells]),
    [
      ...[
        '"a;b"',
        '"a\tb"',
        `"Foo;'=cmd|' /C calc'!A0"`,
        `"a;'+1"`,
        `"a\t'-1"`,
        `"a\n'@b"`,
        `"a;'＝1"`,
        `"a; '=1"`,
        `"a;\t '=1"`,
      ],
      `"a;;'=1"\r\n`,
    ].join(','),
  )
})

test('csv: several people or skills in a cell stay as they are', () => {
  assert.equal(csvText([['Ada (@ada); @ben', 'C++; C#; -O2']]), '"Ada (@ada); @ben","C++; C#; -O2"\r\n')
})

test('csv: what would act on a terminal is shown as a dot; line ends and tabs stay', () => {
  assert.equal(csvText([['Sign \u001b[31mcopies\u0007', 'a\u009b1m\r\nb\tc']]), 'Sign ·[31mcopies·,"a·1m\r\nb\tc"\r\n')
})

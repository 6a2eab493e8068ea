import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvText } from '../../server/src/text/csv.ts'

test('csv: cells with commas, quotes or line ends are quoted; numbers and nothing stay plain', () => {
  assert.equal(csvText([['a', 'b,c', 'd"e', 'f\ng', 'h\ri', 7, null, '']]), 'a,"b,c","d""e","f\ng","h\ri",7,,\r\n')
  assert.equal(csvText([['a'], [' b ']]), 'a\r\n b \r\n')
})

test('csv: what a spreadsheet would take for a formula gets an apostrophe; numbers of ours do not', () => {
  const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', 'a=1', ' =1', -1]
  assert.equal(csvText([cells]), `'=1+1,'+1,'-1,'@SUM(A1),'\t=1,"'\r=1",'＝1,a=1, =1,-1\r\n`)
})

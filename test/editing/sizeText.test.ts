import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hoursInSizeText } from '../../server/src/editing/sizeText.ts'

const hoursWith = (text: string) => hoursInSizeText(text).map(({ hours, span }) => [hours, text.slice(span.start, span.end)])

test('hoursInSizeText: the unit belongs to the hours, whatever its language', () => {
  for (const text of [
    '175 hours',
    '~175h',
    '175 Stunden',
    '175 Std',
    '175 heures',
    '175 horas',
    '175 часов',
    '175小时',
    '175 시간',
  ])
    assert.deepEqual(hoursWith(text), [[175, text]], text)
  assert.deepEqual(hoursWith('90 Arbeitsstunden (klein)'), [[90, '90 Arbeitsstunden']])
})

test('hoursInSizeText: other words are no unit of hours', () => {
  assert.deepEqual(hoursWith('175 horasis'), [[175, '175']])
  assert.deepEqual(hoursWith('175 Mentoren'), [[175, '175']])
  assert.deepEqual(hoursWith('12 weeks'), [])
})

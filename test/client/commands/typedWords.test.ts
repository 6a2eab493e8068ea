import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginsPickedWords } from '../../../client/src/commands/typedWords.ts'

test('typedWords: each typed word begins a word, ignoring accents and letter case', () => {
  for (const [typed, name] of [
    ['', 'Harbor'],
    ['tel op', 'OpenTelemetry'],
    ['opentel', 'Open Telemetry'],
    ['zoe', 'Zoë Łuk'],
    ['luk z', 'Zoë Łuk'],
    ['k8s', 'K8s'],
    ['ada-f', 'ada-fern'],
  ] as const)
    assert.ok(beginsPickedWords(typed, [name]), `${typed} → ${name}`)
  assert.ok(beginsPickedWords('fern ada@', ['Ada Fern', 'ada@example.org']))
})

test('typedWords: a name that only has the letters somewhere is not offered', () => {
  for (const [typed, name] of [
    ['Foo', 'Fonio'],
    ['Tool', 'Kubetool'],
    ['Maria Silva', 'Maria Gomez'],
    ['arbor', 'Harbor'],
  ] as const)
    assert.ok(!beginsPickedWords(typed, [name]), `${typed} → ${name}`)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answeredGithub } from '../../server/src/review/answeredGithub.ts'
import { phrase } from '../../server/src/text/phrase.ts'

test('answered github: what has no answer, or none that says something, is asked', async () => {
  const asks = new Set<string>()
  const github = answeredGithub(
    new Map([
      ['/a', { kind: 'found', data: 1 }],
      ['/b', { kind: 'missing' }],
      ['/c', { kind: 'unknown', why: phrase('limit') }],
    ]),
    asks,
  )
  assert.deepEqual(await github.get('/a'), { kind: 'found', data: 1 })
  assert.deepEqual(await github.get('/b'), { kind: 'missing' })
  assert.deepEqual(await github.get('/c'), { kind: 'unknown', why: phrase('limit') })
  assert.deepEqual(await github.get('/d'), { kind: 'unknown', why: phrase('GitHub was not asked') })
  assert.deepEqual([...asks], ['/c', '/d'])
})

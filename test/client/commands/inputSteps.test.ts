import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type InputStep, runInputSteps, type StepHead, type StepOutcome } from '../../../client/src/commands/inputSteps.ts'

type Answers = Readonly<Record<string, string>>

/** Steps for keys that answer with `answers` in order; `log` gets what was asked, with its place. */
const stepsWith = (keys: readonly string[], answers: readonly (string | 'back' | 'cancelled')[], log: string[]) => {
  const left = [...answers]
  return keys.map(
    (key): InputStep<Answers> => ({
      isNeeded: (state) => state[key] === undefined,
      ask: async (state: Answers, { step, total }: StepHead): Promise<StepOutcome<Answers>> => {
        log.push(`${key} ${step}/${total}`)
        const answer = left.shift() ?? 'cancelled'
        return answer === 'back' || answer === 'cancelled' ? answer : { state: { ...state, [key]: answer } }
      },
    }),
  )
}

test('inputSteps: what is known is not asked, and each question says its place', async () => {
  const log: string[] = []
  const steps = stepsWith(['list', 'project', 'title'], ['2026', 'Tide'], log)
  assert.deepEqual(await runInputSteps({ project: 'Harbor' }, steps), { project: 'Harbor', list: '2026', title: 'Tide' })
  assert.deepEqual(log, ['list 1/2', 'title 2/2'])
})

test('inputSteps: back asks the question before again, without its answer', async () => {
  const log: string[] = []
  const steps = stepsWith(['list', 'project', 'title'], ['2026', 'Harbor', 'back', 'Jaeger', 'Tide'], log)
  assert.deepEqual(await runInputSteps({}, steps), { list: '2026', project: 'Jaeger', title: 'Tide' })
  assert.deepEqual(log, ['list 1/3', 'project 2/3', 'title 3/3', 'project 2/3', 'title 3/3'])
})

test('inputSteps: back in the first question, or giving up, ends it', async () => {
  for (const answer of ['back', 'cancelled']) {
    assert.equal(await runInputSteps({}, stepsWith(['list', 'title'], [answer], [])), undefined)
    assert.equal(await runInputSteps({}, stepsWith(['list', 'title'], ['2026', answer, 'cancelled'], [])), undefined)
  }
})

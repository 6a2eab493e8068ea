import type { Runner, Test } from 'mocha'

/** Marks a line that the host passes on to the process that waits for it. */
const mark = 'EDITOR'

/** Tells each result on the console, which the workbench hands on to the page, and settles as the extension host's exit code wants. */
export const report = (runner: Runner, done: () => void, fail: (error: Error) => void): void => {
  let passed = 0
  let failed = 0
  runner.on('pass', (test: Test) => {
    passed++
    console.log(`${mark} ok ${test.fullTitle()} (${test.duration} ms)`)
  })
  runner.on('fail', (test: Test, error: Error) => {
    failed++
    console.log(`${mark} not ok ${test.fullTitle()}: ${error.message.slice(0, 1500)}`)
  })
  runner.on('end', () => {
    console.log(`${mark} end ${passed} passed, ${failed} failed`)
    if (failed > 0 || passed === 0) fail(new Error(`${failed} failed, ${passed} passed`))
    else done()
  })
}

/** The results go to the console by `report`; mocha's own reporter would say them a second time. */
export class Silent {}

export const limits = { ui: 'tdd', timeout: 60_000 } as const

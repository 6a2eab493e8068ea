import 'mocha/mocha.js'
import { limits, report, Silent } from './report.ts'
import { define } from './suite.ts'

/** The entry for the web worker extension host; mocha's browser build has left itself in a global. */
export const run = (): Promise<void> =>
  new Promise((done, fail) => {
    mocha.setup({ ...limits, reporter: Silent as never })
    define('web')
    report(mocha.run(), done, fail)
  })

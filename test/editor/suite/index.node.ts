import Mocha from 'mocha'
import { limits, report, Silent } from './report.ts'
import { define } from './suite.ts'

/** The entry for the Node extension host. */
export const run = (): Promise<void> =>
  new Promise((done, fail) => {
    const mocha = new Mocha({ ...limits, reporter: Silent as never })
    // This event sets mocha's globals up, which otherwise happens when it loads a file.
    mocha.suite.emit('pre-require', globalThis, 'suite', mocha)
    define('node')
    report(mocha.run(), done, fail)
  })

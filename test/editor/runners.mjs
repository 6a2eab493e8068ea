// Processes that run the parts of the tests of the editor, several parts each: what a browser has compiled once, the next window has.
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { here } from './setup.mjs'

/** A process that runs one part at a time. It does not keep this process alive, and ends with it. */
const startRunner = (tools) => {
  const child = fork(join(here, 'part.mjs'), [JSON.stringify(tools)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  /** Runs a part and resolves to its tally, or to how the process ended. */
  const run = (name, say) =>
    new Promise((done) => {
      const settle = (result) => {
        child.off('message', take).off('exit', end).unref()
        child.channel?.unref()
        done(result)
      }
      const take = ({ text, tally }) => (tally ? settle({ tally }) : say(text))
      const end = (code, signal) => settle({ ended: code ?? signal })
      child.on('message', take).on('exit', end).ref()
      child.channel.ref()
      child.send(name)
    })
  return { run }
}

/** Runners for parts that are run side by side: each part takes one that is idle. */
export const createRunners = (tools) => {
  const idle = []
  /** Runs a part, and resolves to its tally. */
  return async (name, say) => {
    const started = Date.now()
    const runner = idle.pop() ?? startRunner(tools)
    const { tally, ended } = await runner.run(name, say)
    if (tally) idle.push(runner)
    else say(`not ok ${name}: it ended with ${ended}\n`)
    say(`# ${name}: ${Math.round((Date.now() - started) / 1000)} s\n`)
    return { skipped: 0, ...(tally ?? { passed: 0, failed: 1 }) }
  }
}

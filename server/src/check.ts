// dist/check.js, which dist/cli.js starts for the command that runs most often: V8 reads a program whole, and its threads do so as well.
import { checkCommand } from './cli/commands/check.ts'
import { runProgram } from './cli/runProgram.ts'

runProgram([{ name: 'check', summary: null, command: checkCommand }])

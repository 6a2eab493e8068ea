// dist/program.js, which dist/cli.js starts. All commands are imported: what is loaded on demand, with all that it shares, V8 reads twice.
import { cliCommands } from './cli/commands/index.ts'
import { runProgram } from './cli/runProgram.ts'

runProgram(cliCommands)

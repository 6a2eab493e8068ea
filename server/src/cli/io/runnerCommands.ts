import type { Io } from './io.ts'

// GitHub's runner reads the log of a step for commands: `::name::text` at the start of a line, after spaces, and `##[name]text` anywhere
// (actions/runner, src/Runner.Common/ActionCommand.cs). Lists are other people's texts: only `githubReport` may write commands.

/** `##[` → `## [`, which is text to GitHub's runner. */
export const breakOldCommands = (text: string): string => text.replace(/##(?=\[)/g, '## ')

/** A text of any lines without commands to GitHub's runner: `  ::debug::` → `  : :debug::` */
export const withoutRunnerCommands = (text: string): string => breakOldCommands(text).replace(/^([\s\u0085]*):(?=:)/gm, '$1: ')

/** An `Io` whose reports and messages have no commands to GitHub's runner. */
export const guardFromRunnerCommands = (io: Io): Io => ({
  ...io,
  stdout: (text) => io.stdout(withoutRunnerCommands(text)),
  stderr: (text) => io.stderr(withoutRunnerCommands(text)),
})

import type { CliCommandEntry } from '../command.ts'
import { checkCommand } from './check.ts'
import { debugCommand } from './debug.ts'
import { exportCommand } from './export.ts'
import { formCommand } from './form.ts'
import { importCommand } from './import.ts'
import { learnCommand } from './learn.ts'
import { lspCommand } from './lsp.ts'
import { mcpCommand } from './mcp.ts'
import { nextCommand } from './next.ts'
import { reportCommand } from './report.ts'
import { reviewCommand } from './review.ts'
import { siteCommand } from './site.ts'
import { tocCommand } from './toc.ts'

/** All commands, in the order of `idea-files --help`. */
export const cliCommands: readonly CliCommandEntry[] = [
  {
    name: 'check',
    summary: 'Report problems, and fix them with --fix',
    command: checkCommand,
  },
  {
    name: 'toc',
    summary: 'Update tables of contents, or check them with --check',
    command: tocCommand,
  },
  {
    name: 'review',
    summary: 'Go through the ten points of a reviewer for each idea',
    command: reviewCommand,
  },
  {
    name: 'form',
    summary: 'Fill in an issue form with the ideas of a list',
    command: formCommand,
  },
  {
    name: 'next',
    summary: "Make next year's list from this year's",
    command: nextCommand,
  },
  {
    name: 'import',
    summary: 'Make a list from an export of LFX programs',
    command: importCommand,
  },
  {
    name: 'export',
    summary: 'Print projects, ideas and mentors as JSON, CSV or a feed',
    command: exportCommand,
  },
  {
    name: 'report',
    summary: 'Print a table of programs, mentors or projects',
    command: reportCommand,
  },
  {
    name: 'site',
    summary: 'Write a page on which ideas can be searched and filtered',
    command: siteCommand,
  },
  {
    name: 'learn',
    summary: 'Print the configuration for lists of an unknown form',
    command: learnCommand,
  },
  {
    name: 'lsp',
    summary: 'Start a language server for an editor',
    command: lspCommand,
  },
  {
    name: 'mcp',
    summary: 'Start a server of tools for AI agents',
    command: mcpCommand,
  },
  {
    name: 'debug',
    summary: null,
    command: debugCommand,
  },
]

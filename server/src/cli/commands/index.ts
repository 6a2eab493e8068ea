import type { CliCommandEntry } from '../command.ts'

/** All commands, in the order of `idea-files --help`. Only the one that is run is loaded, with all that it imports. */
export const cliCommands: readonly CliCommandEntry[] = [
  {
    name: 'check',
    summary: 'Report problems, and fix them with --fix',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    name: 'toc',
    summary: 'Update tables of contents, or check them with --check',
    load: async () => (await import('./toc.ts')).tocCommand,
  },
  {
    name: 'review',
    summary: 'Go through the ten points of a reviewer for each idea',
    load: async () => (await import('./review.ts')).reviewCommand,
  },
  {
    name: 'form',
    summary: 'Fill in an issue form with the ideas of a list',
    load: async () => (await import('./form.ts')).formCommand,
  },
  {
    name: 'next',
    summary: "Make next year's list from this year's",
    load: async () => (await import('./next.ts')).nextCommand,
  },
  {
    name: 'import',
    summary: 'Make a list from an export of LFX programs',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    name: 'export',
    summary: 'Print projects, ideas and mentors as JSON, CSV or a feed',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'report',
    summary: 'Print a table of programs, mentors or projects',
    load: async () => (await import('./report.ts')).reportCommand,
  },
  {
    name: 'site',
    summary: 'Write a page on which ideas can be searched and filtered',
    load: async () => (await import('./site.ts')).siteCommand,
  },
  {
    name: 'learn',
    summary: 'Print the configuration for lists of an unknown form',
    load: async () => (await import('./learn.ts')).learnCommand,
  },
  {
    name: 'lsp',
    summary: 'Start a language server for an editor',
    load: async () => (await import('./lsp.ts')).lspCommand,
  },
  {
    name: 'mcp',
    summary: 'Start a server of tools for AI agents',
    load: async () => (await import('./mcp.ts')).mcpCommand,
  },
  {
    name: 'debug',
    summary: null,
    load: async () => (await import('./debug.ts')).debugCommand,
  },
]

/** What `--help` prints. */
export const help = `Idea Files reads Markdown lists of mentoring ideas and says what a reviewer would ask for.

  idea-files check [--format text|json] [--profile ID] [--max-warnings N] PATH…
      Reports defects. A folder is searched for idea lists; a file is read whatever its name.
      --format FORMAT     text (the default), made for eyes, or json
      --profile ID        take this profile instead of the one that fits: PROFILES
      --max-warnings N    exit with 1 where there are more warnings than that

  idea-files export [--format json] PATH…
      Prints the projects and ideas of the lists, with their fields and mentors.

  idea-files lsp --stdio
      Serves an editor by the Language Server Protocol.

  idea-files --help | --version

It exits with 0 where nothing is at error level, 1 where something is, 2 where it could not work.
`

/** What stands under a refusal. */
export const usage = `Usage: idea-files check [--format text|json] [--profile ID] [--max-warnings N] PATH…
       idea-files export [--format json] PATH…
       idea-files lsp --stdio
       idea-files --help
`

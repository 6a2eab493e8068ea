/** What `--help` prints. */
export const help = `Idea Files reads Markdown lists of mentoring ideas and says what a reviewer would ask for.

  idea-files check [OPTION…] PATH…
      Reports defects. A folder is searched for idea lists; a file is read whatever its name.
      --format FORMAT     text (the default), made for eyes; json; github, notes beside the lines
                          of a pull request; or sarif, for code scanning
      --fix               mends what can be mended without asking, writes the files that this
                          changes, and reports what is left
      --config FILE       take this project file for all lists, not the .idea-files.json that is
                          nearest to each, in its folder or above it
      --profile ID        take this profile instead of the one that fits: PROFILES
      --max-warnings N    exit with 1 where there are more warnings than that

  idea-files export [--format json] [--config FILE] PATH…
      Prints the projects and ideas of the lists, with their fields and mentors.

  idea-files lsp --stdio
      Serves an editor by the Language Server Protocol.

  idea-files --help | --version

The project file is JSON with comments. All of its keys may be left out:

  {
    "rules": { "mentor-count": "off", "project-order": "warning" },
    "profiles": [{ "files": "programs/**/2026.md", "profile": "gsoc" }],
    "projects": ["A project that the foundation does not list"],
    "labels": { "recommendedSkills": ["What you should know"] }
  }

A rule is error, warning, information, hint or off. Globs count from the file's folder.

It exits with 0 where nothing is at error level, 1 where something is, 2 where it could not work.
`

/** What stands under a refusal. */
export const usage = `Usage: idea-files check [--format text|json|github|sarif] [--fix] [--config FILE] [--profile ID] [--max-warnings N] PATH…
       idea-files export [--format json] [--config FILE] PATH…
       idea-files lsp --stdio
       idea-files --help
`

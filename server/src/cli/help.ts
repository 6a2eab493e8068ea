/** What `--help` prints. */
export const help = `Idea Files reads Markdown lists of mentoring ideas and says what a reviewer would ask for.

  idea-files check [OPTION…] PATH…
      Reports defects. A folder is searched for idea lists, except what .gitignore excludes; a file
      is read whatever its name.
      --format FORMAT     text (the default), made for eyes; json; github, notes beside the lines
                          of a pull request; sarif, for code scanning; rdjson, for reviewdog; or
                          markdown, a table. json, sarif and rdjson have the edits of fixes
      --fix               mends what can be mended without asking, writes the files that this
                          changes, and reports what is left
      --config FILE       take this project file for all lists, not the .idea-files.json that is
                          nearest to each, in its folder or above it
      --profile ID        take this profile instead of the one that fits: PROFILES,
                          or a programme that the project file defines
      --max-warnings N    exit with 1 where there are more warnings than that
      --changed-since REF report only what was touched since this branch left REF, a branch, tag
                          or commit: findings on lines that are new or changed, and what is said
                          of an idea or a field as a whole (something is missing) where anything
                          in it was touched. Files that git does not know yet count as new

  idea-files toc [--check] [--config FILE] PATH…
      Makes the table of contents of each list equal to its headings. With --check it writes
      nothing, shows what it would change, and exits with 1 where that is anything.

  idea-files export [--format json|csv|feed] [--with-email] [--config FILE] PATH…
      Prints the projects and ideas of the lists, with their fields and mentors. csv has a row
      an idea, and an apostrophe before what a spreadsheet would take for a formula. feed is a
      JSON Feed for readers, without e-mail addresses unless --with-email is given.

  idea-files site --out FOLDER [--title TEXT] [--with-email] [--config FILE] PATH…
      Writes FOLDER/index.html: all ideas on one page that can be searched and filtered, needs no
      server, and loads nothing. E-mail addresses are left out unless --with-email is given.

  idea-files report --table programs|mentors|projects [--format md|csv] [--config FILE] PATH…
      Prints a table to paste: a program a row with its mentors; a person a row with contacts and
      ideas; a project a row with its numbers of ideas and mentors, and its LFX quota.

  idea-files form [--check] [OPTION…] PATH[:LINE]…
      Fills an issue form in with the ideas of a list, or the one at a line, and says what would
      be refused. The form is the nearest one in .github/ISSUE_TEMPLATE that asks for mentors and
      a description, otherwise the CNCF's for LFX proposals. LFIDs come from the nearest
      lfx-export.json. Nothing is sent.
      --format FORMAT     text (the default), made for eyes; body or url, of one idea, for pipes
                          such as gh issue create --body-file -; or json
      --check             exit with 1 if anything would be refused
      --form FILE         fill in this form
      --term TERM         the term, as the form writes it, with or without its months
      --repo OWNER/REPO   where the issue goes, for the prefilled address

  idea-files import [--list FILE] EXPORT.json
      Prints the list of accepted projects that an export of LFX programs (lfx-export.json)
      becomes, or writes it to a new file.

  idea-files next [--year YEAR] [--carry none|open|TITLE]… [--out FILE] FILE
      Prints the list of the next year, or writes it to a new file: introduction, template and
      markers stay, years and links move on, dates become TBD, ideas go. --carry open keeps the
      ideas without an LFX URL; --carry TITLE, as often as needed, those with these titles.

  idea-files learn PATH…
      Prints what lists that no program, template or configuration describes say of themselves, as
      the contents of a project file in the current folder: their labels, levels, form and mentors.

  idea-files review [--online] [--maintainers CSV] [--changed-since REF] PATH…
      Prints the ten points of a reviewer for each idea, each fine, problem or not known, as
      Markdown for a pull request. Exits with 1 if there is a problem.
      --online            asks GitHub whether issues and handles exist: at most 60 requests, more
                          with a token in GITHUB_TOKEN. Without it nothing is sent
      --maintainers CSV   a file with the columns of the public project-maintainers.csv
      --changed-since REF only ideas that were touched

  idea-files lsp --stdio
      Serves an editor by the Language Server Protocol.

  idea-files mcp
      Serves an agent by the Model Context Protocol, on stdin and stdout: tools that find, lay out
      and check ideas in the current folder. They read nothing outside it, and write nothing.

  idea-files --help | --version

The project file is JSON with comments. All of its keys may be left out:

  {
    "rules": { "mentor-count": "off", "project-order": "warning" },
    "profiles": [{ "files": "programs/**/2026.md", "profile": "gsoc" }],
    "projects": ["A project that the foundation does not list"],
    "labels": { "recommendedSkills": ["What you should know"] }
  }

A rule is error, warning, information, hint or off. Globs count from the file's folder.
Under "programs" it defines forms of your own: docs/own-programs.md.

It exits with 0 where nothing is at error level, 1 where something is, 2 where it could not work.
`

/** Printed after a usage error. */
export const usage = `Usage: idea-files check [--format text|json|github|sarif|rdjson|markdown] [--fix] [--config FILE] [--profile ID] [--max-warnings N]
                        [--changed-since REF] PATH…
       idea-files toc [--check] [--config FILE] PATH…
       idea-files export [--format json|csv|feed] [--with-email] [--config FILE] PATH…
       idea-files site --out FOLDER [--title TEXT] [--with-email] [--config FILE] PATH…
       idea-files report --table programs|mentors|projects [--format md|csv] [--config FILE] PATH…
       idea-files form [--check] [--format text|body|url|json] [--form FILE] [--term TERM] [--repo OWNER/REPO]
                       PATH[:LINE]…
       idea-files import [--list FILE] EXPORT.json
       idea-files next [--year YEAR] [--carry none|open|TITLE]… [--out FILE] FILE
       idea-files learn PATH…
       idea-files review [--online] [--maintainers CSV] [--changed-since REF] PATH…
       idea-files lsp --stdio
       idea-files mcp
       idea-files --help
`

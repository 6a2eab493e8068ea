/** JSON in which `##[` is escaped: to GitHub's runner it would begin a command, wherever it is in a log. */
export const jsonText = (report: object): string => `${JSON.stringify(report, null, 2).replaceAll('##[', '#\\u0023[')}\n`

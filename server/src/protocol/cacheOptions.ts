/** How the client names the folder for what the server can use at its next start: `--cache=/path`. */
export const cacheFolderOption = '--cache='

/** The option of the command line that turns the cache off for one run. */
export const noCacheOption = '--no-cache'

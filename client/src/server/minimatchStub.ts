/**
 * Stands for the package `minimatch` in the bundles: the language client asks it which files a server wants to hear of when they are
 * created, renamed or deleted, and ours wants to hear of none. The package would be a twentieth of all that is downloaded.
 */
export class Minimatch {
  constructor(pattern: string) {
    throw new Error(`The server asked for file operations (${pattern}): scripts/build.mjs leaves minimatch out of the bundles.`)
  }
}

// usage: node scripts/listing.mjs   Writes build/listing.md, the page that VS Code and the Marketplace show of the extension.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './run.mjs'

/** What is for people who work on it, or use it elsewhere. */
const elsewhere = ['Two commands', 'On the command line', 'In other editors', 'As a library', 'Working on it']

/**
 * The README as the page of an extension. There a relative link leads nowhere and a relative picture is a broken one, as long as the
 * repository has no address: links become their text, pictures go (the walkthrough has them).
 */
export const listingOf = (readme) =>
  readme
    .split(/^(?=## )/m)
    .filter((section) => !elsewhere.some((title) => section.startsWith(`## ${title}\n`)))
    .join('')
    .replace(/!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/g, '')
    .replace(/\[([^\]]*)\]\((?!https:)[^)]*\)/g, '$1')
    .replace(/\n*$/, '\n\nApache-2.0. *Welcome: Open Walkthrough…* shows all of it in pictures: look for Idea Files.\n')

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(join(root, 'build/listing.md'), listingOf(readFileSync(join(root, 'README.md'), 'utf8')))
}

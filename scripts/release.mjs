// usage: node scripts/release.mjs TAG   Says what is missing for a release of this version; exits with 1 if anything is.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readManifest, repositoryOf } from './manifest.mjs'
import { areNoticesCurrent } from './notices.mjs'
import { install, Refusal, root, script } from './run.mjs'

/** What is missing for a release under this tag, a sentence each. */
export async function missingFor(tag, manifest, changelog) {
  const dated = new RegExp(`^## \\[${manifest.version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`, 'm')
  return [
    ...(tag === `v${manifest.version}` ? [] : [`The tag ${tag} does not match the version: expected v${manifest.version}.`]),
    ...(repositoryOf(manifest) ? [] : ['package.json: "ideaFiles.repository" is empty; fill in the address of the repository.']),
    ...(dated.test(changelog) ? [] : [`CHANGELOG.md has no section "## [${manifest.version}] - YYYY-MM-DD".`]),
    ...((await areNoticesCurrent()) ? [] : ['THIRD_PARTY_NOTICES.txt is out of date: run `npm run generate`, and commit it.']),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await script(async () => {
    const tag = process.argv[2]
    if (!tag) throw new Refusal('usage: node scripts/release.mjs TAG')
    await install(root)
    const missing = await missingFor(tag, readManifest(), readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))
    if (missing.length > 0) throw new Refusal(missing.join('\n'))
    console.log(`${tag} can be released.`)
  })
}

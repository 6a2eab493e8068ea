import { createHash } from 'node:crypto'
import { type PublishingOptions, publishedIdeas } from '../../publishing/publishedIdeas.ts'
import { siteGenerator, sitePage } from '../../publishing/sitePage.ts'
import type { ExportReport } from '../../report/schema.ts'
import { repositoryWebUrls } from '../git/webUrl.ts'
import type { Io } from '../io/io.ts'

/** The title of a page, and of a feed, that has none of its own. */
export const defaultSiteTitle = 'Mentoring ideas'

/** How the lists that were read are published: with links to their repository's pages, otherwise to the files themselves. */
export async function sitePublishing(out: string, withEmail: boolean, io: Io): Promise<PublishingOptions> {
  const onWeb = await repositoryWebUrls(io)
  return { withEmail, urlOf: (path) => onWeb(path) ?? relativeSiteUrl(io.absolute(out), io.absolute(path)) }
}

/** A file's address from a page in `folder`: `/a/site` and `/a/ideas/x y.md` → `../ideas/x%20y.md`. */
function relativeSiteUrl(folder: string, path: string): string {
  const [from, to] = [folder, path].map((each) => each.split('/').filter((part) => part !== ''))
  const shared = from!.findIndex((part, index) => part !== to![index])
  const common = shared < 0 ? from!.length : shared
  return [...from!.slice(common).map(() => '..'), ...to!.slice(common).map(encodeURIComponent)].join('/')
}

/** The bytes of the page of these lists. */
export const sitePageBytes = (report: ExportReport, title: string, options: PublishingOptions): Uint8Array =>
  new TextEncoder().encode(
    sitePage({
      title,
      ideas: publishedIdeas(report, options),
      permission: { kind: 'hash', of: (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'` },
    }),
  )

/** A larger file is not a page of ours. */
const maxPageBytes = 256 * 1024 * 1024

/** Writes the page as `index.html` into the folder, which may not exist yet. Rejects if the file is not a page of ours. Returns its path. */
export async function writeSitePage(folder: string, page: Uint8Array, io: Io): Promise<string> {
  const path = `${folder.replace(/\/+$/, '')}/index.html`
  await io.createFolder(folder)
  if (!(await io.exists(path))) {
    await io.create(path, page)
    return path
  }
  const { bytes } = await io.read(path, maxPageBytes)
  const head = new TextDecoder().decode(bytes.subarray(0, 1000))
  if (!head.includes(`<meta name="generator" content="${siteGenerator}">`)) {
    throw new Error(`${path} exists and was not written by this command; choose another folder`)
  }
  await io.write(path, page, bytes)
  return path
}

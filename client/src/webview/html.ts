import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'

/** The URLs of a page's own files, and its policy's sources. */
export interface PageSources {
  readonly styles: readonly string[]
  readonly script: string
  /** The webview's `cspSource`, for styles. */
  readonly source: string
  /** Of the texts: `en`, `de`. */
  readonly language: string
  /** Different for each page. */
  readonly nonce: string
}

/** A whole page around `body` (HTML). Only our own styles and script can be loaded. */
export const pageHtml = (
  title: string,
  body: string,
  { styles, script, source, language, nonce }: PageSources,
): string => `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
${styles.map((style) => `<link rel="stylesheet" href="${escapeHtml(style)}">`).join('\n')}
<title>${escapeHtml(title)}</title>
</head>
<body>
${body}
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>
`

/** A new nonce for a page's policy. */
export const createHtmlNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

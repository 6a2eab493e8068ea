import { escapeHtml } from '../ideaPreview/sanitizeHtml.ts'

/** Where a page's own files are, and what alone may load them. */
export interface PageSources {
  readonly styles: readonly string[]
  readonly script: string
  /** The webview's own source of styles. */
  readonly source: string
  /** Made anew for each page. */
  readonly nonce: string
}

/** A whole page around `body` (HTML; its script fills it in). Nothing but our own styles and script is ever loaded. */
export const pageHtml = (title: string, body: string, { styles, script, source, nonce }: PageSources): string => `<!DOCTYPE html>
<html lang="en">
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

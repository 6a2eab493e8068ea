import * as vscode from 'vscode'
import { createHtmlNonce, pageHtml } from './html.ts'

/** A page by its files in `media/` and its content. */
interface WebviewPage {
  readonly name: string
  readonly title: string
  readonly body: string
  readonly script?: string
}

/** Shows a page in a panel: `body` with `media/NAME.css` and `media/SCRIPT.js` (`NAME.js` if not given); `onMessage` gets what its script posts. */
export const renderPanel = (
  panel: vscode.WebviewPanel,
  extensionUri: vscode.Uri,
  { name, title, body, script = name }: WebviewPage,
  onMessage: (message: object) => void,
): void => {
  const media = vscode.Uri.joinPath(extensionUri, 'media')
  const { webview } = panel
  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'images/icon.png')
  webview.options = { enableScripts: true, localResourceRoots: [media] }
  webview.onDidReceiveMessage((message: unknown) => {
    if (typeof message === 'object' && message !== null) onMessage(message)
  })
  const file = (each: string): string => webview.asWebviewUri(vscode.Uri.joinPath(media, each)).toString()
  const styles = [file('page.css'), file(`${name}.css`)]
  webview.html = pageHtml(title, body, {
    styles,
    script: file(`${script}.js`),
    source: webview.cspSource,
    language: vscode.env.language,
    nonce: createHtmlNonce(),
  })
}

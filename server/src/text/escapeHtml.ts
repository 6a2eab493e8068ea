/** `text` for an HTML document, between tags or in quotes: `<b>` → `&#60;b&#62;`. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** What is shown in the place of an address. */
const addressLeftOut = '(address left out)'

// the bounds keep each attempt short; ＠ is the wide form of East Asian keyboards
const plainAddress =
  /(?:mailto:)?[\p{L}\p{N}._%+-]{1,64}(?:@|＠|&#0{0,5}64;|&#x0{0,5}40;|&commat;|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/giu
const addressLink = /!?\[([^[\]]{0,300})\]\([ \t]{0,9}<?mailto:[^)\n]{0,300}\)/gi
const addressAutolink = /<(?:mailto:)?[^\s<>@]{1,64}@[^\s<>]{1,255}>/gi

/** A text without e-mail addresses: `[Ada](mailto:ada@example.org)` → `Ada`, `ada@example.org` → `(address left out)`. */
export const redactAddresses = (text: string): string =>
  mayHaveAddress.test(text)
    ? text.replace(addressLink, '$1').replace(addressAutolink, addressLeftOut).replace(plainAddress, addressLeftOut)
    : text

const mayHaveAddress = /[@＠]|&(?:#0{0,5}64|#x0{0,5}40|commat);|%40|mailto:/i

// The filters and the search of a published page of ideas. Without it all ideas are shown.
const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

// these scripts have no spaces between words, so a word may begin anywhere
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u
const runs = new RegExp(`${unspaced.source}+|(?:(?!${unspaced.source})[\\p{L}\\p{N}+#.])+`, 'gu')
const wordsIn = (text) => plain(text).match(runs) ?? []

/** What a word is found by: it begins a word of the idea; one or two letters are a whole word. */
const sought = (word) => (unspaced.test(word) ? word : word.length < 3 ? ` ${word} ` : ` ${word}`)

/** `1234567` → `1,234,567` */
const formatted = (count) => count.toLocaleString('en-US')

;(() => {
  const form = document.querySelector('form')
  const search = form.querySelector('input')
  const selects = [...form.querySelectorAll('select')]
  const output = form.querySelector('output')
  const sections = [...document.querySelectorAll('main section')]
  const ideas = [...document.querySelectorAll('article')].map((element) => {
    const values = Object.fromEntries(selects.map(({ name }) => [name, JSON.parse(element.dataset[name] ?? '[]')]))
    return { element, section: element.closest('section'), values, words: null }
  })

  // the text of an idea is read once
  const wordsOf = (idea) => {
    idea.words ??= ` ${wordsIn(`${idea.element.textContent} ${idea.element.dataset.aliases ?? ''}`).join(' ')} `
    return idea.words
  }

  const hasWords = (idea, words) => words.every((word) => wordsOf(idea).includes(sought(word)))

  const choices = () => selects.filter(({ value }) => value !== '').map(({ name, value }) => ({ name, value }))

  const show = () => {
    const words = wordsIn(search.value)
    const chosen = choices()
    const shown = new Set()
    let count = 0
    for (const idea of ideas) {
      const fits = chosen.every(({ name, value }) => idea.values[name].includes(value)) && hasWords(idea, words)
      if (idea.element.hidden === fits) idea.element.hidden = !fits
      if (!fits) continue
      count++
      shown.add(idea.section)
    }
    for (const section of sections) section.hidden = !shown.has(section)
    output.textContent =
      count === ideas.length
        ? `${formatted(count)} ideas`
        : count === 0
          ? 'No idea matches.'
          : `${formatted(count)} of ${formatted(ideas.length)} ideas`
    const query = new URLSearchParams(chosen.map(({ name, value }) => [name, value]))
    if (search.value.trim() !== '') query.set('q', search.value.trim())
    const address = `${location.pathname}${location.search}${[...query].length > 0 ? `#?${query}` : ''}`
    // a page in an editor has no address of its own
    if (location.protocol !== 'vscode-webview:' && (location.hash.startsWith('#?') || [...query].length > 0)) {
      history.replaceState(null, '', address)
    }
  }

  const restore = () => {
    if (!location.hash.startsWith('#?')) return
    const query = new URLSearchParams(location.hash.slice(2))
    search.value = query.get('q') ?? ''
    for (const select of selects) {
      const value = query.get(select.name) ?? ''
      if ([...select.options].some((option) => option.value === value)) select.value = value
    }
  }

  form.addEventListener('input', show)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', () => setTimeout(show))
  form.hidden = false
  restore()
  show()
  // so that the first search need not wait for the texts of all ideas
  const idle = window.requestIdleCallback ?? setTimeout
  idle(() => ideas.forEach(wordsOf))
})()

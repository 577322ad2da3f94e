/** The page shown where a built one is missing. */
export function notBuilt(name: string): string {
  return plain(
    `The page of ${name} is not built`,
    `<p>The server runs, and its <a href="/api/v1/docs/">API</a> answers. What you would see here has not been built yet.</p>
<p>Stop the server and start it with <code>npm start</code>: that builds the pages first.</p>`,
  )
}

/** The page at the root of a server without a studio. */
export function welcome(products: readonly string[]): string {
  const links = products.map(
    (name) => `<li><a href="/products/${escapeHtml(name)}/">${escapeHtml(name)}</a></li>`,
  )
  return plain('Holon', `<ul>${links.join('')}<li><a href="/api/v1/docs/">API</a></li></ul>`)
}

function plain(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
body { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; font: 1.05rem/1.6 system-ui, sans-serif }
h1 { font-size: 1.4rem; line-height: 1.3 }
</style>
<h1>${escapeHtml(title)}</h1>
${body}
</html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

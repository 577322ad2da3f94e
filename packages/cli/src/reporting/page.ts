import { Marked } from 'marked'

/** What people wrote may be shown, never followed: a link is its words. */
const marked = new Marked({
  renderer: {
    link({ tokens }) {
      return this.parser.parseInline(tokens)
    },
    image: ({ text }) => text,
  },
})

/** Markdown as a page of its own: it needs nothing else, and can be sent by mail. */
export async function pageOf(title: string, markdown: string): Promise<string> {
  // What people wrote (names, reasons) is text: no HTML of theirs gets in.
  const body = await marked.parse(markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<style>${style}</style>
</head>
<body><main>
${body.replaceAll('<table>', '<div class="wide" role="region" aria-label="Table" tabindex="0"><table>').replaceAll('</table>', '</table></div>')}
</main></body>
</html>
`
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#fff, #16181b); color: light-dark(#1c2126, #e6e9ec); }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h1 + p { font-size: 1.1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid light-dark(#dfe3e7, #33383e); }
th { font-weight: 600; color: light-dark(#56606a, #a4adb6); }
@media print { main { max-width: none; padding: 0; } }
`

import { expect, test } from 'vitest'
import { pageOf } from './page.ts'

test('a page shows what people wrote, and runs nothing of it', async () => {
  const wrote = '# <script>alert(1)</script> & [this](javascript:alert(2)) ![that](https://example.org/x.png)'
  const page = await pageOf('<b>title</b>', wrote)
  expect(page).toContain('<title>&lt;b>title&lt;/b></title>')
  expect(page).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt; &amp; this that</h1>')
  expect(page).not.toMatch(/<script|href=|src=|javascript:/)
})

test('a wide table can be scrolled by keyboard', async () => {
  const page = await pageOf('t', '| a | b |\n| --- | --- |\n| 1 | 2 |')
  expect(page).toMatch(
    /<div class="wide" role="region" aria-label="Table" tabindex="0"><table>[\s\S]*<\/table><\/div>/,
  )
})

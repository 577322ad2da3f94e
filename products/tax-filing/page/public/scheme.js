// Runs before the first paint, so that a chosen colour scheme never flashes as the other one.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('plain-return-scheme')
  } catch {
    // Storage is switched off: the system's scheme is used.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
})()

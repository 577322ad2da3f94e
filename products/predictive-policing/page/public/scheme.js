// Runs before the first paint, so that the scheme of the system never flashes as the other one.
;(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
})()

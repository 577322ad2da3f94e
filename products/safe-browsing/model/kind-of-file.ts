/** What kind of file a path ends with. */
export function kindOfFile(path: string): 'html' | 'script' | 'other' | 'none' {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(path)?.[1]?.toLowerCase()
  if (ending === undefined) return 'none'
  if (/^x?html?$/.test(ending)) return 'html'
  return /^(?:php\d?|aspx?|jsp|cgi|pl)$/.test(ending) ? 'script' : 'other'
}

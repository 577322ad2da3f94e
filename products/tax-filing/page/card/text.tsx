/** A text with its `**strong**` and `code` parts. */
export function Text({ children }: { children: string }) {
  let at = 0
  return children.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part) => {
    const key = at
    at += part.length
    if (part.startsWith('**')) return <strong key={key}>{part.slice(2, -2)}</strong>
    return part.startsWith('`') ? <code key={key}>{part.slice(1, -1)}</code> : part
  })
}

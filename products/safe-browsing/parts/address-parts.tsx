import { type Address, isFrontPage, shownSite } from '../domain/address.ts'
import './address-parts.css'

/** An address taken apart: what stands out is the site, the only part that says whose page it is. */
export function AddressParts({ address }: { address: Address }) {
  const { shownHost, path, query, port } = address
  const own = shownSite(address)
  const before = shownHost.slice(0, shownHost.length - own.length)
  const after = `${port === '' ? '' : `:${port}`}${isFrontPage(address) ? '' : path}${query === '' ? '' : `?${query}`}`
  return (
    <p className="address" dir="ltr">
      <span className="unseen">{`The site is ${own}. The whole address: `}</span>
      {address.userinfo && <span className="address-decoy">{decoy(address.href)}</span>}
      <span>{before}</span>
      <strong>{own}</strong>
      <span>{shortened(after)}</span>
    </p>
  )
}

/** What stands before the @ sign. */
function decoy(href: string): string {
  return /\/\/([^/]*@)/.exec(href)?.[1] ?? ''
}

const most = 160

function shortened(text: string): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`
}

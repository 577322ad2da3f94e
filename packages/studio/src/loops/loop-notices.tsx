import { IconEyeOff, IconRefreshAlert } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSystem } from '../shell/system.ts'
import { loopsQuery } from '../wire/queries.ts'
import './loop-notices.css'
import { noticeOf } from './noticed.ts'

/** Loops through the world that were found, and those that nobody declared or nothing watches. Nothing when there are none. */
export function LoopNotices() {
  const { name: system } = useSystem()
  const { data } = useQuery(loopsQuery(system))
  const noticed = (data?.loops ?? []).flatMap((loop) => {
    const notice = noticeOf(loop)
    return notice === undefined ? [] : [{ ...loop, notice }]
  })
  if (noticed.length === 0) return null
  return (
    <ul className="loop-notices" aria-label="Loops to look at">
      {noticed.map(({ name, notice, status, because }) => (
        <li key={name} data-found={status === 'found'}>
          {status === 'found' ? (
            <IconRefreshAlert size={18} aria-hidden="true" />
          ) : (
            <IconEyeOff size={18} aria-hidden="true" />
          )}
          <div>
            <p>
              <Link to="/systems/$system/map" params={{ system }} search={{ part: `loop:${name}` }}>
                {name}
              </Link>{' '}
              <span className="loop-notice small">{notice}</span>
            </p>
            <p className="small quiet">{because}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

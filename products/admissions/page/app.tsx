import { createTheme, MantineProvider } from '@mantine/core'
import { ApplicantPage } from './applicant/applicant-page.tsx'
import { BerkeleyPage } from './berkeley/berkeley-page.tsx'
import { DeskPage } from './desk/desk-page.tsx'
import { client, HolonProvider } from './holon.ts'
import { ReaderPage } from './reader/reader-page.tsx'
import { Link } from './shell/link.tsx'
import { usePlace, type View } from './shell/route.ts'

const theme = createTheme({ respectReducedMotion: true, cursorType: 'pointer' })

const places: readonly (readonly [View, string])[] = [
  ['reader', 'Reader'],
  ['desk', 'Second desk'],
  ['applicant', 'Applicant'],
  ['berkeley', 'Berkeley 1973'],
]

/** The reading room: the reader, the second desk, the applicant’s side, and a table from 1973. */
export function App() {
  const place = usePlace()
  const { view, number } = place
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <HolonProvider client={client}>
        <header className="top">
          <p className="name">Reading Room</p>
          <nav aria-label="Places">
            {places.map(([to, name]) => (
              <Link key={to} to={{ view: to }} isHere={to === view}>
                {name}
              </Link>
            ))}
          </nav>
        </header>
        <main>
          {view === 'reader' && <ReaderPage number={number} />}
          {view === 'desk' && <DeskPage />}
          {view === 'applicant' && <ApplicantPage number={number} />}
          {view === 'berkeley' && <BerkeleyPage />}
        </main>
        <footer className="small">
          All applicants are invented and have numbers. People decide here; a score never does.
        </footer>
      </HolonProvider>
    </MantineProvider>
  )
}

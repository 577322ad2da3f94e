import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { theme } from './look/theme.ts'
import { createStudioRouter } from './router.tsx'
import { StudioError } from './wire/error.ts'

// An error the server explained will not go away by asking again; an absent server may.
const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && error instanceof StudioError && error.status === 0,
      staleTime: 2_000,
    },
  },
})
const router = createStudioRouter()
const scheme = localStorageColorSchemeManager({ key: 'holon-scheme' })

/** The studio. Mantine's variables come from static style sheets, so that no inline style element is needed. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={scheme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}

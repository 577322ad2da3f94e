import { serve, type ThreadData } from '@holon/sqlite'
import { openReader } from './reader.ts'

serve<ThreadData>(({ file }) => ({ ...openReader(file) }))

import { DatabaseSync } from 'node:sqlite'
import { serve, type ThreadData } from '@holon/sqlite'

serve<ThreadData>(({ file }) => {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA synchronous=FULL')
  const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)')
  return {
    checkpoint() {
      checkpoint.get()
    },
    close: () => database.close(),
  }
})

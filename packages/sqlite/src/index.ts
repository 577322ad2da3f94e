export {
  type DatabaseOptions,
  inTransaction,
  openDatabase,
  openForReading,
  pragma,
} from './database.ts'
export { SqliteError, type SqliteErrorCode } from './error.ts'
export { explained } from './explain.ts'
export { type Handlers, serve, type ThreadData } from './serve.ts'
export { scriptBeside, Thread } from './thread.ts'

export { type SqliteRegistryOptions, sqliteRegistry } from './registry.ts'

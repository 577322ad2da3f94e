export { HolonProvider, type Opened, type ProviderOptions } from './provider.ts'

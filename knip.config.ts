import type { KnipConfig } from 'knip'

// Threads and processes are started by their path, reference cases found by their name.
const found = 'src/**/*.{thread,process,cases,test-d}.ts'

export default {
  workspaces: {
    '.': {
      entry: [
        'tools/{imports,traces}.ts',
        'bench/{*.bench,bandits,biased-feedback,delayed-outcomes,error-rates,indicators,loops,loops-stall,million,off-policy,planted-effects,policing-loops,scorecard-methods,selective,world-million}.ts',
        'e2e/**/*.process.ts',
        'e2e/*.fixture.tsx',
        'e2e/durability.ts',
        'examples/*.ts',
      ],
      project: ['{tools,bench,e2e,examples}/**/*.{ts,tsx,mjs}'],
      // Run by path from tools/check.ts; and what a page under test is bundled with.
      ignoreDependencies: ['@biomejs/biome', 'react', 'react-dom'],
      // Of the operating system, where a full disk is tried.
      ignoreBinaries: ['mount', 'umount'],
    },
    'packages/*': { entry: [found], project: ['src/**/*.{ts,tsx}'] },
    'packages/react': {
      entry: ['src/**/*.test-d.tsx', 'gallery/main.tsx'],
      project: ['{src,gallery}/**/*.{ts,tsx}'],
      vite: { config: ['gallery/vite.config.ts'] },
    },
    'packages/cli': { project: ['src/**/*.ts', 'bin/*.mjs'] },
    'adapters/*': { entry: [found], project: ['src/**/*.ts'] },
    'products/*': {
      // The holon command finds a product, vite its pages, npm run cases its reference cases, npm run bench its benchmarks.
      entry: [
        'product.ts',
        'page/main.tsx',
        'extension/*/{main.tsx,worker.ts}',
        'cases/*.ts',
        'bench.ts',
        'model/train.ts',
        'control/measure.ts',
      ],
      project: ['**/*.{ts,tsx}'],
      vite: { config: ['page/vite.config.ts'] },
    },
  },
  ignoreExportsUsedInFile: { interface: true, type: true },
} satisfies KnipConfig

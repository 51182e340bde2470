import { acts } from '../acts'
import type { Figure } from '../figure'

export const e14: Figure[] = [
  {
    name: 'interurban-discount',
    value: 50,
    unit: 'percent',
    from: null,
    to: null,
    act: acts.law7889,
    source: 'starplus-tv.com',
    seen: null,
    certainty: 'medium',
  },
  {
    name: 'tirana-bus-pass',
    value: 100,
    unit: 'percent',
    from: '2025-01-01',
    to: null,
    act: { name: 'Council decision, Tirana 2024', date: '2024' },
    source: 'euronews.al; noa.al 2024-08',
    seen: '2024-08',
    certainty: 'high',
  },
]

/**
 * The accessibility statement as data (fields of Decision (EU) 2018/1523). The page and /accessibility.json both
 * read it. A known failure has its words in locales, accessibility.failure.<id>.
 */
export const statement = {
  standard: ['WCAG 2.2 AA', 'EN 301 549 V4.1.1', 'EN 301 549 V3.2.1'],
  status: 'partial',
  method: 'self-assessment',
  made: '2026-11-22',
  reviewed: '2026-11-22',
  failures: [
    { id: 'readers', criterion: '3.1.5', pages: 'easy-read' },
    { id: 'assistive', criterion: '4.1.2', pages: 'all' },
    { id: 'sign', criterion: '1.2.6', pages: 'all' },
  ],
} as const

export type AccessibilityStatement = typeof statement

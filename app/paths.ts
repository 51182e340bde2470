import type { Register } from '~/i18n/registers'

/** The only builders of addresses; a test holds them against routes.ts. */
const under = (register: Register, ...segments: string[]) =>
  ['', register, ...segments.map(encodeURIComponent)].join('/')

export const paths = {
  home: (r: Register) => under(r),
  services: (r: Register) => under(r, 'services'),
  servicesOf: (r: Register, municipality: string, type: string) =>
    `${under(r, 'services')}?${new URLSearchParams({ municipality, type }).toString()}`,
  servicesWith: (r: Register, filter: { type?: string; for?: string }) =>
    `${under(r, 'services')}?${new URLSearchParams(filter).toString()}`,
  service: (r: Register, slug: string) => under(r, 'services', slug),
  municipalities: (r: Register) => under(r, 'municipalities'),
  county: (r: Register, slug: string) => `${under(r, 'municipalities')}?county=${encodeURIComponent(slug)}`,
  municipality: (r: Register, slug: string) => under(r, 'municipalities', slug),
  entitlements: (r: Register) => under(r, 'entitlements'),
  entitlement: (r: Register, id: string) => under(r, 'entitlements', id),
  entitlementRules: (r: Register, id: string) => under(r, 'entitlements', id, 'rules'),
  check: (r: Register) => under(r, 'check'),
  checkResult: (r: Register) => under(r, 'check', 'result'),
  checkSheet: (r: Register) => under(r, 'check', 'sheet'),
  checkQuestion: (r: Register, question: string) => under(r, 'check', question),
  tell: (r: Register) => under(r, 'tell'),
  tellAbout: (r: Register, about: string) => `${under(r, 'tell')}?${new URLSearchParams({ about }).toString()}`,
  tellStep: (r: Register, kind: string, step: string) => under(r, 'tell', kind, step),
  tellCheck: (r: Register) => under(r, 'tell', 'check-answers'),
  tellSent: (r: Register) => under(r, 'tell', 'sent'),
  track: (r: Register) => under(r, 'track'),
  trackMessage: (r: Register) => under(r, 'track', 'message'),
  trackWithdraw: (r: Register) => under(r, 'track', 'withdraw'),
  trackNewCode: (r: Register) => under(r, 'track', 'new-code'),
  trackCode: (r: Register, code: string) => under(r, 'track', code),
  budget: (r: Register) => under(r, 'budget'),
  budgetOf: (r: Register, slug: string) => under(r, 'budget', slug),
  budgetYear: (r: Register, slug: string, year: number) => under(r, 'budget', slug, String(year)),
  budgetProposal: (r: Register, slug: string, year: number, number: number) =>
    under(r, 'budget', slug, String(year), 'proposals', String(number)),
  budgetVote: (r: Register, slug: string, year: number) => under(r, 'budget', slug, String(year), 'vote'),
  budgetVoteCode: (r: Register, slug: string, year: number, code: string) =>
    under(r, 'budget', slug, String(year), 'vote', code),
  budgetResults: (r: Register, slug: string, year: number) => under(r, 'budget', slug, String(year), 'results'),
  help: (r: Register) => under(r, 'help'),
  helpKind: (r: Register, kind: string) => under(r, 'help', kind),
  settings: (r: Register) => under(r, 'settings'),
  emergency: (r: Register) => under(r, 'emergency'),
  safePlace: (r: Register) => under(r, 'safe-place'),
  accessibility: (r: Register) => under(r, 'accessibility'),
  privacy: (r: Register) => under(r, 'privacy'),
  data: (r: Register) => under(r, 'data'),
  gallery: (r: Register) => under(r, 'gallery'),
} as const

/** The fixed pages of a register, for the frame around every page. */
export function siteLinks(r: Register) {
  const {
    home,
    services,
    municipalities,
    entitlements,
    check,
    tell,
    track,
    help,
    settings,
    emergency,
    safePlace,
    accessibility,
    privacy,
    data,
  } = paths
  return {
    home: home(r),
    services: services(r),
    municipalities: municipalities(r),
    entitlements: entitlements(r),
    check: check(r),
    tell: tell(r),
    track: track(r),
    help: help(r),
    settings: settings(r),
    emergency: emergency(r),
    safePlace: safePlace(r),
    accessibility: accessibility(r),
    privacy: privacy(r),
    data: data(r),
  }
}

/** The staff's pages: without a language in the address, in that of the person's setting. */
export const deskPaths = {
  signIn: '/account/sign-in',
  setup: '/account/setup',
  join: '/account/join',
  account: '/account',
  stay: '/account/stay',
  queue: '/desk',
  messageFile: (id: string, position: number) => `/desk/messages/${encodeURIComponent(id)}/files/${position}`,
  message: (id: string) => `/desk/messages/${encodeURIComponent(id)}`,
  services: '/desk/services',
  newService: '/desk/services/new',
  newServiceFrom: (year: number, number: string) =>
    `/desk/services/new?${new URLSearchParams({ proposal: `${year}-${number}` }).toString()}`,
  service: (id: string) => `/desk/services/${encodeURIComponent(id)}`,
  mapping: '/desk/mapping',
  mappingTemplate: '/desk/mapping/template.csv',
  mappingFile: (id: string) => `/desk/mapping/${encodeURIComponent(id)}`,
  meeting: '/desk/meeting',
  team: '/desk/team',
  audit: '/desk/audit',
  national: '/national',
  groups: '/desk/groups',
  budget: '/desk/budget',
  budgetYear: (year: number) => `/desk/budget/${year}`,
} as const

/** Where the doors in the head of the staff's pages lead. */
export const doorPaths: Record<string, string> = {
  queue: deskPaths.queue,
  services: deskPaths.services,
  mapping: deskPaths.mapping,
  meeting: deskPaths.meeting,
  team: deskPaths.team,
  audit: deskPaths.audit,
  national: deskPaths.national,
  account: deskPaths.account,
  groups: deskPaths.groups,
  budget: deskPaths.budget,
}

/** Addresses without a language: files and checks for machines. */
export const machinePaths = {
  dataFile: (file: string) => `/data/${file}`,
  sharePicture: (slug: string) => `/share/${slug}.png`,
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  accessibility: '/accessibility.json',
  healthz: '/healthz',
  readyz: '/readyz',
} as const

/** The fixed words of all addresses. */
export const pathWords: ReadonlySet<string> = new Set(
  [
    ...Object.values(paths).map((build) => (build as (...parts: unknown[]) => string)('sq', '', '', '')),
    machinePaths.dataFile(''),
    machinePaths.sharePicture(''),
    ...[...Object.values(machinePaths), ...Object.values(deskPaths)].filter((path) => typeof path === 'string'),
    deskPaths.messageFile('', 0),
  ]
    .flatMap((path) => path.split(/[/?]/))
    .filter((word) => /^[a-z]+([.-][a-z]+)*$/.test(word)),
)

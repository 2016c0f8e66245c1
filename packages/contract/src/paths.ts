/** Addresses of the service, in one place for api, web and tests. */
export const paths = {
  checks: '/v1/checks',
  check: (checkId: string) => `/v1/checks/${encodeURIComponent(checkId)}`,
  session: '/v1/session',
  organisations: '/v1/organisations',
  organisation: (id: string) => `/v1/organisations/${id}`,
  members: (id: string) => `/v1/organisations/${id}/members`,
  member: (id: string, userId: string) => `/v1/organisations/${id}/members/${userId}`,
  invitations: (id: string) => `/v1/organisations/${id}/invitations`,
  invitation: (secret: string) => `/v1/invitations/${secret}`,
  apiKeys: '/v1/api-keys',
  apiKey: (id: string) => `/v1/api-keys/${id}`,
  samplesJson: '/samples.json',
  openapi: '/openapi.json',
  /** The same for people. */
  reference: '/reference',
  livez: '/livez',
  readyz: '/readyz',
  metrics: '/metrics',
  problem: (code: string) => `/problems/${code}`,

  home: '/',
  typed: '/type',
  /** The answer to the check just made; the phone alone knows it. */
  answer: '/answer',
  history: '/history',
  help: '/help',
  report: '/report',
  samples: '/samples',
  sampleCode: (n: number) => `/samples/${n}.svg`,
  /** The form without script posts here and gets the answer as a page. */
  checkForm: '/check',
  shared: (checkId: string) => `/c/${encodeURIComponent(checkId)}`,
  picture: (name: string) => `/pictures/${name}`,
} as const;

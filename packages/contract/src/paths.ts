/** Addresses of the service, in one place for api, web and tests. */
export const paths = {
  checks: '/v1/checks',
  check: (checkId: string) => `/v1/checks/${encodeURIComponent(checkId)}`,
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

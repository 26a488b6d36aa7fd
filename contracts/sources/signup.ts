import { type Source, WHATSAPP } from '../source.ts'

const SIGNUP = `${WHATSAPP}/embedded-signup`
const KAPSO = 'kapso-meta-docs/documentation 5a6d915'

/** Pages on Embedded Signup, and on the login dialog that it stands in. */
export const signupSources = {
  'embedded-signup-2025': {
    title: 'Embedded Signup implementation, as of 2025',
    date: '2025-11-04',
    url: `${SIGNUP}/implementation`,
    kept: KAPSO,
  },
  'signup-versions': { title: 'Embedded Signup versions', date: '2026-05-21', url: `${SIGNUP}/versions` },
  'signup-version-4': {
    title: 'Embedded Signup version 4',
    date: '2025-12-05',
    url: `${SIGNUP}/version-4`,
    kept: KAPSO,
  },
  'signup-errors': { title: 'Embedded Signup flow errors', date: '2025-11-10', url: `${SIGNUP}/errors`, kept: KAPSO },
  'signup-bypass': {
    title: 'Bypassing the phone number addition screen',
    date: '2025-11-14',
    url: `${SIGNUP}/bypass-phone-addition`,
    kept: KAPSO,
  },
  'signup-prefill': {
    title: 'Embedded Signup: pre-filling screens',
    date: '2025-11-10',
    url: `${SIGNUP}/pre-filled-data`,
    kept: KAPSO,
  },
  'app-only-install': {
    title: 'App-only install',
    date: '2025-11-04',
    url: `${SIGNUP}/app-only-install`,
    kept: KAPSO,
  },
  'login-flow': {
    title: 'Manually build a login flow',
    date: '2026-03-10',
    url: 'https://developers.facebook.com/documentation/facebook-login/guides/advanced/manual-flow',
  },
  'fb-login': {
    title: 'FB.login (Facebook SDK for JavaScript)',
    date: '2019-02-11',
    url: 'https://developers.facebook.com/documentation/javascript/reference/FB.login',
  },
} as const satisfies Record<string, Source>

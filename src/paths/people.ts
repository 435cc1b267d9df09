const withTo = (path: string, to?: string) => (to ? `${path}?to=${encodeURIComponent(to)}` : path)

export const peoplePaths = {
  home: '/',
  signIn: (to?: string) => withTo('/sign-in', to),
  signOut: '/sign-out',
  search: '/search',
  help: '/help',
  contact: '/help/contact',
  profile: '/profile',
  accounts: '/accounts',
  letters: '/letters',
}

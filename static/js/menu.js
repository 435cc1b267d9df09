/** Escape or a click beside it closes the phone's menu; opening and closing themselves need no script. */
export function startMenu(page) {
  const menu = page.querySelector('details.menu')
  if (!menu) return
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary').focus()
  })
  page.addEventListener('click', (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false
  })
}

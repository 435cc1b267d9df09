/** Tells a screen reader what just happened; the words are also somewhere to be seen. */
export function say(words) {
  const place = document.querySelector('[data-say]')
  if (place) place.textContent = words
}

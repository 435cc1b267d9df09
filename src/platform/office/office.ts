/** What the other wings ask for. Looks, lists and finding labels have files of their own. */
export * from './books.ts'
export { writeTable } from './table.ts'

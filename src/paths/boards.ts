export const boardsPaths = {}

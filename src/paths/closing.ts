export const closingPaths = {}

export const packsPaths = {}

export const groupsPaths = {}

export const jointPaths = {}

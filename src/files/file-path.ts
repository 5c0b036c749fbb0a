/** The address of a file of the folder `files`, by its name, from the root of the site. */
export const filePath = (name: string): string => `/files/${name}`;

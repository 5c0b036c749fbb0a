/** One row of the table of rooms in CONTRIBUTING. */
export interface Room {
  /** Folders with a slash at their end, and files. */
  places: string[];
  /** What others call it in the table: its first place, without `src/` and the slash. */
  name: string;
  /** The names of the rooms whose files its files may import, besides its own. */
  mayImport: string[];
}

/** Reads the table of rooms from the Markdown of CONTRIBUTING. */
export function readRooms(markdown: string): Room[] {
  const [, section = ''] = markdown.split('\n## The rooms\n');
  const [table = ''] = section.split('\n## ');
  return table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [places = '', , mayImport = ''] = line.split('|').slice(1);
      const paths = [...places.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
      return {
        places: paths,
        name: nameOf(paths[0] ?? ''),
        mayImport: mayImport.split(',').flatMap((name) => name.trim() || []),
      };
    });
}

const nameOf = (place: string) => place.replace(/^src\//, '').replace(/\/$/, '');

/** The room of a file: the row that names the longest beginning of its path. */
export function roomOf(file: string, rooms: readonly Room[]): Room | undefined {
  const length = ({ places }: Room) =>
    Math.max(
      0,
      ...places
        .filter((place) => (place.endsWith('/') ? file.startsWith(place) : file === place))
        .map((place) => place.length),
    );
  const [room] = rooms.toSorted((a, b) => length(b) - length(a));
  return room && length(room) > 0 ? room : undefined;
}

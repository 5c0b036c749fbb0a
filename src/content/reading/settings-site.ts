import { readPublicationBy } from '../../publication/site.ts';
import { readSettings } from '../../settings/settings.ts';
import { readPublication } from './read-publication.ts';

/* Import this where a process begins: it reads its publication from the folder that PANUI_CONTENT names. */

readPublicationBy(() => readPublication(readSettings().content).publication);

import type { Settings } from '../../settings/settings.ts';
import { type DeskChecks, deskChecks } from '../documents/desk-checks.ts';
import { unsavedFolder } from '../documents/keep-unsaved.ts';
import { type PreviewServer, previewServer } from '../preview/preview-server.ts';
import { type Post, post } from '../mail/post.ts';
import { type Publisher, publisher } from '../publishing/publisher.ts';
import { type Presence, presence } from '../documents/presence.ts';
import { lookAtContent, type Shelf } from '../documents/look-at-content.ts';

/** What the pages of the desk share. */
export interface Desk extends DeskChecks {
  /** The settings of this moment. */
  settings: () => Settings;
  look: () => Promise<Shelf>;
  present: Presence;
  preview: PreviewServer;
  publisher: Publisher;
  post: Post;
}

/**
 * A desk over the content folder of the settings, which stays the same one.
 * @param startCarrier starts the process that sends what the desk hands over, and that outlives it
 */
export function createDesk(settings: () => Settings, startCarrier: () => void): Desk {
  const { content, data } = settings();
  return {
    settings,
    look: lookAtContent(content),
    ...deskChecks(settings),
    present: presence(),
    publisher: publisher(settings),
    post: post(settings, startCarrier),
    preview: previewServer(settings, unsavedFolder(data)),
  };
}

import type { CommandEntry } from './command-entry.ts';

/** Every command, in the order of a working day. A command is loaded when it is called. */
export const commands: readonly CommandEntry[] = [
  {
    words: ['start'],
    summary: 'build everything, rehearse the newest edition and open the site',
    load: () => import('../commands/start.ts'),
  },
  {
    words: ['desk'],
    summary: 'open the workplace of the staff in a browser, alone',
    load: () => import('../commands/desk.ts'),
  },
  {
    words: ['new'],
    summary: 'begin a document with a skeleton to write over',
    load: () => import('../commands/new.ts'),
  },
  {
    words: ['import'],
    summary: 'make a draft of a file that was written elsewhere, and prove that nothing was lost',
    load: () => import('../commands/documents/import.ts'),
  },
  {
    words: ['rename'],
    summary: 'give guidance another title and address; the old one leads on',
    load: () => import('../commands/documents/rename.ts'),
  },
  {
    words: ['withdraw'],
    summary: 'mark guidance as withdrawn; its address and wording stay',
    load: () => import('../commands/documents/withdraw.ts'),
  },
  {
    words: ['build'],
    summary: 'make the pages, the search and the bulletins',
    load: () => import('../commands/build.ts'),
  },
  {
    words: ['check'],
    summary: 'say what has to be mended before anything goes out',
    load: () => import('../commands/check.ts'),
  },
  {
    words: ['show'],
    summary: 'print one bulletin',
    load: () => import('../commands/show.ts'),
  },
  {
    words: ['lists'],
    summary: 'say how many people are on each list',
    load: () => import('../commands/lists/lists.ts'),
  },
  {
    words: ['lists', 'import'],
    summary: 'take people into a list from a CSV file',
    load: () => import('../commands/lists/lists-import.ts'),
  },
  {
    words: ['lists', 'export'],
    summary: 'write a list to a CSV file',
    load: () => import('../commands/lists/lists-export.ts'),
  },
  {
    words: ['lists', 'show'],
    summary: 'show everything held about one person',
    load: () => import('../commands/lists/lists-show.ts'),
  },
  {
    words: ['lists', 'unsubscribe'],
    summary: 'take somebody off who asked by mail or telephone',
    load: () => import('../commands/lists/lists-unsubscribe.ts'),
  },
  {
    words: ['lists', 'suppress'],
    summary: 'keep a no for good, also of people on no list',
    load: () => import('../commands/lists/lists-suppress.ts'),
  },
  {
    words: ['lists', 'lift'],
    summary: 'lift a no that was kept of somebody, or undo a wrong file of them',
    load: () => import('../commands/lists/lists-lift.ts'),
  },
  {
    words: ['lists', 'restore'],
    summary: 'put somebody back whose bulletins bounced for good',
    load: () => import('../commands/lists/lists-restore.ts'),
  },
  {
    words: ['lists', 'forget'],
    summary: 'delete everything about one person',
    load: () => import('../commands/lists/lists-forget.ts'),
  },
  {
    words: ['test'],
    summary: 'make one message marked [TEST]',
    load: () => import('../commands/test.ts'),
  },
  {
    words: ['store', 'move'],
    summary: 'carry lists and ledger into a PostgreSQL database',
    load: () => import('../commands/store/move.ts'),
  },
  {
    words: ['store', 'backup'],
    summary: 'keep a copy of lists and ledger in a file',
    load: () => import('../commands/store/backup.ts'),
  },
  {
    words: ['store', 'verify'],
    summary: 'look whether lists and ledger are sound',
    load: () => import('../commands/store/verify.ts'),
  },
  {
    words: ['approve'],
    summary: 'say that a bulletin may go out as it is',
    load: () => import('../commands/approve.ts'),
  },
  {
    words: ['send'],
    summary: 'send one bulletin to its list, into the outbox unless you say otherwise',
    load: () => import('../commands/send.ts'),
  },
  {
    words: ['status'],
    summary: 'say what is built, rehearsed, approved and sent',
    load: () => import('../commands/status.ts'),
  },
  {
    words: ['pause'],
    summary: 'begin no new request of a dispatch until it is sent again',
    load: () => import('../commands/pause.ts'),
  },
  {
    words: ['cancel'],
    summary: 'end a dispatch for good; what has left cannot be called back',
    load: () => import('../commands/cancel.ts'),
  },
  {
    words: ['resolve'],
    summary: 'decide about messages that may or may not have been sent',
    load: () => import('../commands/resolve.ts'),
  },
  {
    words: ['send-again'],
    summary: 'make what failed after it was accepted ready to be sent once more',
    load: () => import('../commands/send-again.ts'),
  },
  {
    words: ['record'],
    summary: 'show what is kept of what went out, and check it',
    load: () => import('../commands/record.ts'),
  },
  {
    words: ['trail'],
    summary: 'say who approved, sent, paused or decided what, and prove that nobody changed it',
    load: () => import('../commands/trail.ts'),
  },
  {
    words: ['retention'],
    summary: 'turn who got what in old dispatches into counts',
    load: () => import('../commands/retention.ts'),
  },
  {
    words: ['serve'],
    summary: 'serve the built site, unsubscribing and the reports of the provider',
    load: () => import('../commands/serve.ts'),
  },
];

import { describe, expect, it } from 'vitest';
import { commands } from './all-commands.ts';
import { runLine } from './run-command.ts';

const run = async (...line: string[]) => {
  let out = '';
  let err = '';
  const code = await runLine(line, {
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
};

describe('help', () => {
  it('lists every command', async () => {
    const { code, out, err } = await run('--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "Pānui publishes newsletters, guidance and known issues as a site and as email bulletins.

      Usage
        npm run -s panui -- COMMAND

      Commands
        start              build everything, rehearse the newest edition and open the site
        desk               open the workplace of the staff in a browser, alone
        new                begin a document with a skeleton to write over
        import             make a draft of a file that was written elsewhere, and prove that nothing was lost
        rename             give guidance another title and address; the old one leads on
        withdraw           mark guidance as withdrawn; its address and wording stay
        build              make the pages, the search and the bulletins
        check              say what has to be mended before anything goes out
        show               print one bulletin
        lists              say how many people are on each list
        lists import       take people into a list from a CSV file
        lists export       write a list to a CSV file
        lists show         show everything held about one person
        lists unsubscribe  take somebody off who asked by mail or telephone
        lists suppress     keep a no for good, also of people on no list
        lists lift         lift a no that was kept of somebody, or undo a wrong file of them
        lists restore      put somebody back whose bulletins bounced for good
        lists forget       delete everything about one person
        test               make one message marked [TEST]
        store move         carry lists and ledger into a PostgreSQL database
        store backup       keep a copy of lists and ledger in a file
        store verify       look whether lists and ledger are sound
        approve            say that a bulletin may go out as it is
        send               send one bulletin to its list, into the outbox unless you say otherwise
        status             say what is built, rehearsed, approved and sent
        pause              begin no new request of a dispatch until it is sent again
        cancel             end a dispatch for good; what has left cannot be called back
        resolve            decide about messages that may or may not have been sent
        send-again         make what failed after it was accepted ready to be sent once more
        record             show what is kept of what went out, and check it
        trail              say who approved, sent, paused or decided what, and prove that nobody changed it
        retention          turn who got what in old dispatches into counts
        serve              serve the built site, unsubscribing and the reports of the provider

      Help on one of them
        npm run -s panui -- COMMAND --help

      Example
        npm run -s panui -- send newest --audience providers
      "
    `);
    expect(await run('-h')).toEqual({ code, out, err });
    expect(await run()).toEqual({ code: 2, out, err });
  });

  it('says of each command how to call it, with an example', async () => {
    const names = [
      'new',
      'check',
      'show',
      'lists',
      'lists import',
      'lists suppress',
      'lists lift',
      'lists restore',
      'send',
      'status',
    ];
    const said = await Promise.all(names.map((name) => run(...name.split(' '), '--help')));
    for (const [at, { code, out, err }] of said.entries()) {
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(new RegExp(`\\nExamples?\\n  npm run -s panui -- ${names[at]}`));
    }
    expect(said.map(({ out }) => out).join('\n')).toMatchInlineSnapshot(`
      "panui new: begin a document with a skeleton to write over

      Usage
        npm run -s panui -- new KIND [TITLE…] [--on DAY] [--of EDITION#ITEM] [--from EDITION] [--json]

      Arguments
        KIND    one of newsletter, guidance, known-issue, release, correction, contact, term
        TITLE…  its title; of a release, its system; of a contact or a term, its name; a newsletter has none

      Options
        --on DAY           the day it is dated, such as 2026-06-12; left out, today, or of a newsletter the next that suits
        --of EDITION#ITEM  of a correction: the edition, or the item of it, that was wrong
        --from EDITION     of a newsletter: the edition, or "last", whose standing items, promises, greeting and sign-off it takes, with days moved by whole weeks
        --json             report as JSON
        --help             say what the command does
        --debug            show the details of an unexpected error

      Examples
        npm run -s panui -- new newsletter
            the next edition, on the next day that suits
        npm run -s panui -- new newsletter --on 2026-06-12
            the edition of a day that you choose
        npm run -s panui -- new newsletter --from last
            the next edition, with what stands in each carried over
        npm run -s panui -- new guidance "Working with families"
            a page of guidance
        npm run -s panui -- new known-issue "A case is missing from my list"
            a known issue, under the next number
        npm run -s panui -- new release AS-CMS --on 2026-06-18
            a release, with the day from which it is in use
        npm run -s panui -- new correction "The due date for invoices" --of 2026-05-08#invoices
            put an item of an edition right that has gone out
        npm run -s panui -- new contact "Media team"
            a contact, at the end of contacts.yaml
        npm run -s panui -- new term "Support plan"
            a term, at the end of glossary.yaml

      panui check: say what has to be mended before anything goes out

      Usage
        npm run -s panui -- check [FILE…] [--for draft|send] [--format text|json|github] [--on DAY] [--links] [--rules] [--fix]

      Arguments
        FILE…  the documents to report on; left out, all of them

      Options
        --for draft|send           what for: with draft, links and words may still be missing; with send, they may be only in documents with "state: draft" (send unless you say otherwise)
        --format text|json|github  for people, for programs, or as notes on a pull request at GitHub (text unless you say otherwise)
        --on DAY                   the day it is to be sent, such as 2026-05-11; left out, the date of the edition
        --links                    instead, ask every site that the documents link to whether its page is there
        --rules                    instead, list every rule with the reason for it
        --fix                      mend macrons, dates, times and dashes, and show each change
        --help                     say what the command does
        --debug                    show the details of an unexpected error

      Examples
        npm run -s panui -- check
            say what has to be mended before the next edition can go out
        npm run -s panui -- check content/newsletters/2026-05-08.mdx --for draft
            one document, not finished yet
        npm run -s panui -- check --links
            ask other sites whether the pages we link to are still there
        npm run -s panui -- check --fix
            mend what is safe to mend, and show each change

      panui show: print one bulletin

      Usage
        npm run -s panui -- show EDITION --audience providers|schools [--as html|text|mjml|json|eml|png] [--width 320…1200] [--dark] [--inverted] [--images-off]

      Arguments
        EDITION  the date of an edition, such as 2026-05-08, the name of a correction, or "newest"

      Options
        --audience providers|schools      whose bulletin
        --as html|text|mjml|json|eml|png  the form to print; eml is a whole message to a sample subscriber, png a picture (text unless you say otherwise)
        --width 320…1200                  of a picture, in pixels (640 unless you say otherwise)
        --dark                            draw the picture in dark colours
        --inverted                        draw it as programs do that turn every colour about
        --images-off                      draw it as programs do that leave pictures out
        --help                            say what the command does
        --debug                           show the details of an unexpected error

      Examples
        npm run -s panui -- show newest --audience providers --as text
            read the text part of the newest bulletin
        npm run -s panui -- show 2026-05-08 --audience schools --as eml > sample.eml
            open it in a mail program
        npm run -s panui -- show newest --audience schools --as png --width 360 --dark > phone.png
            see it as a phone shows it at night

      panui lists: say how many people are on each list

      Usage
        npm run -s panui -- lists [--json]

      Options
        --json   report as JSON
        --help   say what the command does
        --debug  show the details of an unexpected error

      Examples
        npm run -s panui -- lists
            how many people get each bulletin
        npm run -s panui -- lists import providers providers.csv
            take people in

      panui lists import: take people into a list from a CSV file

      Usage
        npm run -s panui -- lists import LIST FILE [--skip-invalid] [--replace] [--expect N] [--json]

      Arguments
        LIST  providers or schools
        FILE  a CSV file with a column "email"; also name, organisation, region, consent, source, date, and what other systems call consent

      Options
        --skip-invalid  take the rest in where rows are wrong, or say no, which is kept
        --replace       take everybody off the list who is not in the file
        --expect N      with --replace: how many people leave
        --json          report as JSON
        --help          say what the command does
        --debug         show the details of an unexpected error

      Examples
        npm run -s panui -- lists import providers providers.csv
            take in everybody in the file, or nobody if a row is wrong
        npm run -s panui -- lists import schools schools.csv --replace --expect 12
            make the list what the file says; 12 people leave

      panui lists suppress: keep a no for good, also of people on no list

      Usage
        npm run -s panui -- lists suppress WHO [--list providers|schools] [--reason TEXT] [--source TEXT] [--date DAY] [--json]

      Arguments
        WHO  an address (- reads it from standard input), or a CSV file with a column "email"; also reason, source, date, and what other systems call consent

      Options
        --list providers|schools  only off this list
        --reason TEXT             unsubscribed, bounced or complained, or a line of your own; where a file does not say (unsubscribed unless you say otherwise)
        --source TEXT             where the no comes from; left out, what the file says, or its name
        --date DAY                when it was said, such as 2026-05-08; left out, what the file says, or today
        --json                    report as JSON
        --help                    say what the command does
        --debug                   show the details of an unexpected error

      Examples
        npm run -s panui -- lists suppress unsubscribed.csv --source "the old newsletter system"
            keep everybody in the file off every list, also whom nobody holds
        npm run -s panui -- lists suppress office@kura.example --reason "rang and asked for it" --source "Service Desk"
            keep one person off every list

      panui lists lift: lift a no that was kept of somebody, or undo a wrong file of them

      Usage
        npm run -s panui -- lists lift [ADDRESS] [--source TEXT] [--expect N] --by NAME --reason TEXT

      Arguments
        ADDRESS  whose no; - reads it from standard input

      Options
        --source TEXT  or all from this source, a file
        --expect N     with --source: how many you expect
        --by NAME      who decides it
        --reason TEXT  why it does not hold, in a line; it is kept
        --help         say what the command does
        --debug        show the details of an unexpected error

      Examples
        npm run -s panui -- lists lift office@kura.example --by "Service Desk" --reason "wrote that they want it again"
            lift the no that was kept of one person; a complaint holds for good
        npm run -s panui -- lists lift --source staff.csv --expect 120 --by "Comms Lead" --reason "the wrong file"
            undo a file that should not have been taken for nos

      panui lists restore: put somebody back whose bulletins bounced for good

      Usage
        npm run -s panui -- lists restore ADDRESS --by NAME --reason TEXT

      Arguments
        ADDRESS  whom, one address at a time; - reads it from standard input

      Options
        --by NAME      who decides it
        --reason TEXT  how you know that the mailbox works, in a line; it is kept
        --help         say what the command does
        --debug        show the details of an unexpected error

      Example
        npm run -s panui -- lists restore office@kura.example --by "Service Desk" --reason "their mail server was mended"
            write to somebody again whose bulletins came back for good; who complained or left stays off

      panui send: send one bulletin to its list, into the outbox unless you say otherwise

      Usage
        npm run -s panui -- send EDITION --audience providers|schools [--via outbox|resend] [--expect N] [--at TIME] [--by NAME] [--any-time] [--workers N] [--json]

      Arguments
        EDITION  the date of an edition, such as 2026-05-08, the name of a correction, or "newest"

      Options
        --audience providers|schools  whose bulletin
        --via outbox|resend           how: outbox writes files and reaches nobody (outbox unless you say otherwise)
        --expect N                    how many subscribers you expect; needed with --via resend
        --at TIME                     when to begin, as 2026-05-08T15:00 in New Zealand
        --by NAME                     who sends it, for the audit trail
        --any-time                    send outside the sending hours too
        --workers N                   how many requests may be in flight (6 unless you say otherwise)
        --json                        report as JSON
        --help                        say what the command does
        --debug                       show the details of an unexpected error

      Examples
        npm run -s panui -- send newest --audience providers
            write a message for every provider into the outbox
        npm run -s panui -- send 2026-05-08 --audience schools --json
            the same for schools, reported for a program
        npm run -s panui -- send 2026-05-08 --audience schools --via resend --expect 2417
            really send it; the same again goes on with what was begun
        npm run -s panui -- send 2026-05-08 --audience schools --via resend --expect 2417 --at 2026-05-08T15:00
            freeze it now, wait, and send it at 3pm in New Zealand

      panui status: say what is built, rehearsed, approved and sent

      Usage
        npm run -s panui -- status [EDITION] [--failed] [--json]

      Arguments
        EDITION  the date of an edition, such as 2026-05-08, the name of a correction, or "newest"

      Options
        --failed  name every delivery that failed after it was accepted
        --json    report as JSON
        --help    say what the command does
        --debug   show the details of an unexpected error

      Examples
        npm run -s panui -- status
            every edition and correction that is built
        npm run -s panui -- status newest
            the newest edition only
        npm run -s panui -- status 2026-05-08 --failed
            whom it did not reach though the provider had taken it
      "
    `);
  });

  it('calls no command by a name that leads nowhere', () => {
    expect(commands.map(({ words }) => words.join(' '))).toEqual([
      'start',
      'desk',
      'new',
      'import',
      'rename',
      'withdraw',
      'build',
      'check',
      'show',
      'lists',
      'lists import',
      'lists export',
      'lists show',
      'lists unsubscribe',
      'lists suppress',
      'lists lift',
      'lists restore',
      'lists forget',
      'test',
      'store move',
      'store backup',
      'store verify',
      'approve',
      'send',
      'status',
      'pause',
      'cancel',
      'resolve',
      'send-again',
      'record',
      'trail',
      'retention',
      'serve',
    ]);
  });
});

describe('a command line that cannot be followed', () => {
  const refusals = [
    ['snd'],
    ['--vrebose'],
    ['--debug', 'send'],
    ['lists', 'imprt', 'providers'],
    ['lists', 'import'],
    ['lists', 'import', 'providers', 'a.csv', 'b.csv'],
    ['send'],
    ['send', '2026-05-08', '--audience', 'provider', '--vai', 'outbox', '--json=1'],
    ['send', '2026-05-08', 'x', '--audience', '--json'],
    ['send', '2026-05-08', '--audience', 'schools', '--audience', 'providers'],
    ['send', '2026-02-30', '--audience', 'schools'],
    ['send', 'newest', '--audience', 'schools', '--via', 'resend'],
    ['send', 'newest', '--audience', 'schools', '--via', 'pigeon'],
    ['send', 'newest', '--audience', 'schools', '--expect', '12', '--any-time'],
    [
      'send',
      'newest',
      '--audience',
      'schools',
      '--via',
      'resend',
      '--expect',
      'all',
      '--workers',
      '0',
      '--at',
      '2026-09-27T02:30',
    ],
    ['resolve', 'newest', '--audience', 'schools', '--chunk', 'x'],
    ['show', 'newest', '--audience', 'schools', '--as', 'pdf'],
    ['show', 'newest', '--audience', 'schools', '--no-json'],
    ['status', 'soon'],
  ];

  it('is told what was expected, what was found and where help is', async () => {
    const said = await Promise.all(
      refusals.map(async (line) => {
        const { code, out, err } = await run(...line);
        expect({ line, code, out }).toEqual({ line, code: 2, out: '' });
        return `$ panui ${line.join(' ')}\n${err}`;
      }),
    );
    expect(said.join('\n')).toMatchInlineSnapshot(`
      "$ panui snd
      Expected a command: start, desk, new, import, rename, withdraw, build, check, show, lists, test, store, approve, send, status, pause, cancel, resolve, send-again, record, trail, retention, serve; found "snd". Did you mean "send"?
      Nothing was changed. For help: npm run -s panui -- --help

      $ panui --vrebose
      Expected a command first; found "--vrebose".
      Nothing was changed. For help: npm run -s panui -- --help

      $ panui --debug send
      Expected a command first; found "--debug".
      Nothing was changed. For help: npm run -s panui -- --help

      $ panui lists imprt providers
      Expected nothing or "import" or "export" or "show" or "unsubscribe" or "suppress" or "lift" or "restore" or "forget" after "lists"; found "imprt". Did you mean "import"?
      Nothing was changed. For help: npm run -s panui -- --help

      $ panui lists import
      Expected LIST, providers or schools; found nothing.
      Expected FILE, a CSV file with a column "email"; also name, organisation, region, consent, source, date, and what other systems call consent; found nothing.
      Nothing was changed. For help: npm run -s panui -- lists import --help

      $ panui lists import providers a.csv b.csv
      Expected nothing more; found "b.csv".
      Nothing was changed. For help: npm run -s panui -- lists import --help

      $ panui send
      Expected --audience to be providers or schools; found nothing.
      Expected EDITION, the date of an edition, such as 2026-05-08, the name of a correction, or "newest"; found nothing.
      Nothing was changed. For help: npm run -s panui -- send --help

      $ panui send 2026-05-08 --audience provider --vai outbox --json=1
      Expected --audience to be providers or schools; found "provider". Did you mean "providers"?
      Expected only the options --audience, --via, --expect, --at, --by, --any-time, --workers, --json, --help, --debug; found "--vai". Did you mean "--via"?
      Expected --json without a value; found "1".
      Nothing was changed. For help: npm run -s panui -- send --help

      $ panui send 2026-05-08 x --audience --json
      Expected --audience to be providers or schools; found no value.
      Expected nothing more; found "x".
      Nothing was changed. For help: npm run -s panui -- send --help

      $ panui send 2026-05-08 --audience schools --audience providers
      Expected --audience once; found it more than once.
      Nothing was changed. For help: npm run -s panui -- send --help

      $ panui send 2026-02-30 --audience schools
      Expected EDITION, the date of an edition, such as 2026-05-08, the name of a correction, or "newest"; found "2026-02-30".
      Nothing was changed. For help: npm run -s panui -- send --help

      $ panui send newest --audience schools --via resend
      Expected --expect N, how many subscribers you expect; found nothing.
      Nothing was changed. For help: npm run -s panui -- send --help

      $ panui send newest --audience schools --via pigeon
      Expected --via to be outbox or resend; found "pigeon".
      Nothing was changed. For help: npm run -s panui -- send --help

      $ panui send newest --audience schools --expect 12 --any-time
      Expected --expect only with --via resend.
      Expected --any-time only with --via resend.
      Nothing was changed. For help: npm run -s panui -- send --help

      $ panui send newest --audience schools --via resend --expect all --workers 0 --at 2026-09-27T02:30
      Expected --expect N, how many subscribers you expect; found "all".
      Expected --workers to be a number from 1 to 32; found "0".
      Expected --at to be a time that daylight saving does not skip; found "2026-09-27T02:30".
      Nothing was changed. For help: npm run -s panui -- send --help

      $ panui resolve newest --audience schools --chunk x
      Expected --chunk NUMBER with a decision.
      Expected --as sent or send-again or leave-out with a decision.
      Expected --by NAME with a decision.
      Nothing was changed. For help: npm run -s panui -- resolve --help

      $ panui show newest --audience schools --as pdf
      Expected --as to be html, text, mjml, json, eml or png; found "pdf". Did you mean "png"?
      Nothing was changed. For help: npm run -s panui -- show --help

      $ panui show newest --audience schools --no-json
      Expected only the options --audience, --as, --width, --dark, --inverted, --images-off, --help, --debug; found "--no-json".
      Nothing was changed. For help: npm run -s panui -- show --help

      $ panui status soon
      Expected EDITION, the date of an edition, such as 2026-05-08, the name of a correction, or "newest"; found "soon".
      Nothing was changed. For help: npm run -s panui -- status --help
      "
    `);
  });

  it('reaches nobody unless somebody says so', async () => {
    for (const command of ['send', 'test']) {
      expect((await run(command, '--help')).out).toContain(
        'outbox writes files and reaches nobody (outbox unless'.replace(
          'files',
          command === 'send' ? 'files' : 'a file',
        ),
      );
    }
  });
});

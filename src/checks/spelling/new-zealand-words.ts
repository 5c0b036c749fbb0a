/*
 * What is written in New Zealand and stands in no British dictionary. The words of one content
 * folder alone belong in its words.yaml.
 */

/** Everyday words. */
const words =
  'advisor advisors anonymised anonymise anti bach baches co creche creches dropdown ebook edtech ' +
  'feijoa feijoas helpdesk homeschool homeschooled homeschooling infographic intermediate jandal ' +
  'jandals judgment judgments kindy kindies mahi multi multilingual nan neurodivergent neurodiverse ' +
  'neurodiversity non onboard onboarding overpayment overpayments playcentre playcentres pre preapproved preschooler preschoolers reallocate ' +
  'reallocated signup signups tangihanga timeframe timeframes timesheet timesheets touchpoint touchpoints truancy ' +
  'unenrol unenrolled unenrolling unenrolment upskill upskilled upskilling ute utes ' +
  'videoconference videoconferences videoconferencing webpage webpages wellbeing whiteware';

/** Places whose names are English; those in te reo Māori are known by their letters. */
const places =
  'Addington Albany Alexandra Ashburton Auckland Balclutha Blenheim Bluff Canterbury Carterton ' +
  'Christchurch Coromandel Cromwell Dannevirke Dargaville Dunedin Featherston Feilding Gisborne ' +
  'Gore Greymouth Greytown Hamilton Hastings Havelock Hornby Huntly Hutt Inglewood Invercargill ' +
  'Johnsonville Levin Lyttelton Manawatu Marlborough Martinborough Marton Masterton Morrinsville ' +
  'Mosgiel Napier Nelson Northland Otago Petone Picton Ponsonby Queenstown Raglan Reefton Riccarton ' +
  'Riverton Russell Southland Stratford Timaru Warkworth Wellington Wellsford Westland Westport ' +
  'Whanganui Whitianga Winton Woodville';

/** All of them, in lower case. */
export const newZealandWords: readonly string[] = `${words} ${places}`.toLowerCase().split(' ');

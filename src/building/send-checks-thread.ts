import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { refuseAllErrors, refuseBulletinErrors } from '../checks/running/refuse-errors.ts';
import { BadInput, type Problem } from '../problems/problem.ts';

/* A thread of a build for sending: its checks (see send-checks.ts). */
const { folder, out } = z.object({ folder: z.string(), out: z.string() }).parse(workerData);
if (!parentPort) throw new Error('This is a thread of a build, and no program.');
const written = once(parentPort, 'message');

/** What keeps the site from being sent. */
async function problemsIn(work: Promise<void>): Promise<readonly Problem[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (error instanceof BadInput) return error.problems;
    throw error;
  }
}

const inTexts = await problemsIn(refuseAllErrors(folder, 0));
await written;
const problems = inTexts.length > 0 ? inTexts : await problemsIn(refuseBulletinErrors(folder, out));
parentPort.postMessage({ problems });
parentPort.close();

import type { TestProject } from 'vitest/node';
import { openPostgres } from '../../delivery/store/postgres/open-postgres.ts';
import { beginThread } from '../../delivery/store/postgres/ask-thread.ts';
import { postgresStore } from '../../delivery/store/postgres/postgres-store.ts';
import { startPostgres } from './start-postgres.ts';
import './open-test-store.ts';

/**
 * Starts a server for the tests of the project `postgres`, or uses the one that `PANUI_TEST_DATABASE_URL` names,
 * and makes a database with the tables, of which every test gets a copy.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env['PANUI_TEST_DATABASE_URL'];
  const server = given ? { url: given, stop: async () => undefined } : await startPostgres();
  const admin = postgresStore(beginThread(server.url, 'write'), 'for tests');
  admin.script('DROP DATABASE IF EXISTS panui_made');
  admin.script('CREATE DATABASE panui_made');
  admin.close();
  const template = new URL(server.url);
  template.pathname = '/panui_made';
  openPostgres(template.href).close();
  provide('postgres', server.url);
  return server.stop;
}

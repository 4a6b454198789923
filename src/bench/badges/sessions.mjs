#!/usr/bin/env node
// Statements that sign every learner in, each with a token that follows from their id.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const token = (person) => `bench-${person}`;
const digest = (text) => createHash('sha256').update(text).digest('base64url');

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const line of readFileSync(process.argv[2], 'utf8').trim().split('\n')) {
    const person = line.split(' ')[1];
    console.log(`insert into browser_session (token_digest, kind, subject_id, created_at, expires_at) values
      ('${digest(token(person))}', 'PERSON', '${person}', current_timestamp, current_timestamp + interval '1' day);`);
  }
}

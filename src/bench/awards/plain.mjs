#!/usr/bin/env node
// The rows that awarding writes, as plain inserts into tables without any index or constraint but the key.
import { randomUUID } from 'node:crypto';

const learners = Number(process.argv[2]);
const at = "timestamp with time zone '2026-01-01 00:00:00+00'";
const lines = [
  'create table plain_learner (id uuid primary key, institution uuid, name varchar(200), email varchar(200));',
  'create table plain_award (id uuid primary key, institution uuid, badge uuid, learner uuid, state varchar(20), origin varchar(20), reason varchar(1000), offered_at timestamp with time zone, lapses_at timestamp with time zone);',
  'create table plain_audit (id uuid primary key, at timestamp with time zone, institution uuid, actor varchar(100), action varchar(60), subject varchar(100));',
  'create table plain_notice (learner uuid primary key, institution uuid, due_at timestamp with time zone);',
];
const [institution, badge] = [randomUUID(), randomUUID()];
for (let i = 0; i < learners; i++) {
  if (i % 100 === 0) lines.push('begin;');
  const [learner, award] = [randomUUID(), randomUUID()];
  lines.push(
    `insert into plain_learner values ('${learner}', '${institution}', 'Learner ${i}', 'learner${i}@example.org');`,
    `insert into plain_award values ('${award}', '${institution}', '${badge}', '${learner}', 'OFFERED', 'CSV', '{}', ${at}, ${at});`,
    `insert into plain_audit values ('${randomUUID()}', ${at}, '${institution}', 'staff', 'award.offered', '${award}');`,
    `insert into plain_notice values ('${learner}', '${institution}', ${at});`,
  );
  if (i % 100 === 99 || i === learners - 1) lines.push('commit;');
}
console.log(lines.join('\n'));
